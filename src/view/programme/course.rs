//! One adult's way through the course, as the letter to that adult and the notice to the
//! court tell it. It is looked up by the person of the copy, so that nothing of another
//! adult's record can come into it (rule R54).

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::course::{CourseRecord, CourseResult, CourseRoute};
use crate::case::form::{Date, Id};
use crate::case::person::Adult;
use crate::case::proceedings::OrderKind;
use crate::case::programme::ProgrammeKind;
use crate::diagnostics::Pointer;
use crate::language::Language;

use crate::audience::{DocumentCopy, Office, Piece, Served};
use crate::view::draft::Draft;

/// The programmes that are courses.
pub(crate) const COURSES: &[ProgrammeKind] = &[
    ProgrammeKind::PlanningTogether,
    ProgrammeKind::WorkingTogether,
];

/// Which course it is: England's and Wales's are two, and neither translates the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Course {
    /// Planning Together for Children, England.
    PlanningTogether,
    /// Working Together for Children, Wales.
    WorkingTogether,
}

/// How the adult came to the course.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Referral {
    /// The record in the case file.
    pub at: Pointer,
    /// Who sent the adult.
    pub route: CourseRoute,
    /// The order, where the court sent the adult.
    pub order: Option<CourseOrder>,
    /// The day of the referral.
    pub referred_on: Date,
}

/// The order that sent an adult to the course.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct CourseOrder {
    /// The order in the case file.
    pub at: Pointer,
    /// The form it was made on.
    pub kind: OrderKind,
    /// The day it was made.
    pub made_on: Date,
}

/// Who runs the course, and how to reach them at work.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Provider {
    /// The provider in the case file.
    pub at: Pointer,
    /// The person to ask for.
    pub name: String,
    /// The provider.
    pub office: String,
    /// E-mail at work.
    pub email: Option<String>,
    /// Telephone at work.
    pub phone: Option<String>,
}

/// The follow-up call.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct FollowUpCall {
    /// The call in the case file.
    pub at: Pointer,
    /// Whether the adult consented to it.
    pub consent: bool,
    /// The day.
    pub on: Option<Date>,
    /// Whether that day lies before the day of the document.
    pub passed: bool,
}

/// The latest record that its reader may see of an adult, and that ended, or stands, in one
/// of these ways.
fn latest<'a>(
    served: &Served<'a>,
    adult: &Id,
    results: &[CourseResult],
) -> Option<Piece<'a, CourseRecord>> {
    let records = served.course();
    let own = records.filter(|one| one.adult == *adult && results.contains(&one.result));
    own.last()
}

/// The day on which an adult whose course ended was sent to it again.
pub(crate) fn sent_again_on(draft: &Draft<'_>, ended: &CourseRecord) -> Option<Date> {
    let record = latest(
        &draft.served,
        draft.served.person(),
        &[CourseResult::InProgress],
    )?;
    (record.referred_on >= ended.referred_on).then_some(record.referred_on)
}

/// Of these copies those whose reader may see such a record of the adult they are about.
pub(crate) fn with_record(
    office: Office<'_>,
    copies: impl IntoIterator<Item = DocumentCopy>,
    results: &[CourseResult],
) -> Vec<DocumentCopy> {
    let copies = copies.into_iter();
    copies
        .filter(|copy| {
            let served = office.serves(copy);
            latest(&served, served.person(), results).is_some()
        })
        .collect()
}

/// The adult a copy is about, and the record.
pub(crate) struct Attendance<'a> {
    pub(crate) record: Piece<'a, CourseRecord>,
    pub(crate) adult: Piece<'a, Adult>,
}

impl<'a> Attendance<'a> {
    /// The attendance that the copy is about.
    pub(crate) fn of(draft: &Draft<'a>, results: &[CourseResult]) -> Self {
        let (served, person) = (&draft.served, draft.served.person());
        let record = latest(served, person, results);
        Attendance {
            record: record.expect("an adult without such a record has no copy"),
            adult: served.adult(person).expect("each copy is an adult's"),
        }
    }
}

impl Course {
    pub(crate) fn of(draft: &Draft<'_>) -> Self {
        match draft.served.programme().kind {
            ProgrammeKind::WorkingTogether => Course::WorkingTogether,
            _ => Course::PlanningTogether,
        }
    }
}

/// The official title of the course in the language of the document, where the service has
/// supplied one; it is never translated here.
pub(crate) fn official_title(draft: &Draft<'_>) -> Option<String> {
    let title = draft.served.programme().title_cy;
    let title = title.filter(|_| draft.language == Language::Cy);
    title.map(ToString::to_string)
}

impl Referral {
    pub(crate) fn of(draft: &Draft<'_>, attendance: &Attendance<'_>) -> Self {
        let record = &attendance.record;
        let named = record.order.as_ref();
        Referral {
            at: record.at.clone(),
            route: record.route,
            order: named.and_then(|id| course_order(draft, id, record.at.key("order"))),
            referred_on: record.referred_on,
        }
    }
}

fn course_order(draft: &Draft<'_>, id: &Id, at: Pointer) -> Option<CourseOrder> {
    let found = draft.served.orders().find(|order| order.id == *id);
    let order = draft.found(found, at)?;
    Some(CourseOrder {
        kind: order.kind,
        made_on: order.made_on,
        at: order.at,
    })
}

/// Who runs the course, where the case names somebody it has.
pub(crate) fn provider(draft: &Draft<'_>, attendance: &Attendance<'_>) -> Option<Provider> {
    let record = &attendance.record;
    let found = draft.served.professional(&record.provider);
    let person = draft.found(found, record.at.key("provider"))?;
    Some(Provider {
        name: person.name.to_string(),
        office: person.office.to_string(),
        email: person.email.as_ref().map(ToString::to_string),
        phone: person.phone.as_ref().map(ToString::to_string),
        at: person.at,
    })
}

impl FollowUpCall {
    /// The call of a record, where there is to be one.
    pub(crate) fn of(draft: &Draft<'_>, record: &Piece<'_, CourseRecord>) -> Option<Self> {
        let call = record.call.as_ref()?;
        Some(FollowUpCall {
            at: record.at.key("call"),
            consent: call.consent,
            on: call.on,
            passed: draft.has_passed(call.on),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    #[test]
    fn the_latest_record_of_an_adult_is_the_one_told() {
        let mut case = sample::course();
        let first = case.course[0].clone();
        case.course.push(CourseRecord {
            referred_on: "2026-06-01".parse().expect("a date"),
            ..first.clone()
        });
        let copy = DocumentCopy::of(crate::audience::Reader::Party(first.adult.clone()));
        let served = Office::of(&case).serves(&copy);
        let record = latest(&served, &first.adult, &[first.result]).expect("there are two");
        let last = Pointer::root().key("course").item(case.course.len() - 1);
        assert_eq!(record.at, last);
    }
}
