//! One adult's way through the course, as the letter to that adult and the notice to the
//! court tell it. It is looked up by the person of the copy, so that nothing of another
//! adult's record can come into it (rule R54).

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::Case;
use crate::case::course::{CourseRecord, CourseResult, CourseRoute, FollowUpCall as CaseCall};
use crate::case::form::{Date, Id};
use crate::case::person::Adult;
use crate::case::proceedings::OrderKind;
use crate::case::programme::ProgrammeKind;
use crate::diagnostics::Pointer;
use crate::language::Language;

use crate::audience::{Audience, DocumentCopy};
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

/// The latest record of an adult that ended, or stands, in one of these ways.
fn latest<'a>(
    case: &'a Case,
    adult: &Id,
    results: &[CourseResult],
) -> Option<(usize, &'a CourseRecord)> {
    let mut records = case.course.iter().enumerate();
    records.rfind(|(_, record)| record.adult == *adult && results.contains(&record.result))
}

/// A copy for each adult with such a record, in the order of the adults.
pub(crate) fn copies(
    case: &Case,
    audience: Audience,
    results: &[CourseResult],
) -> Vec<DocumentCopy> {
    let adults = case.people.adults.iter().map(|adult| &adult.id);
    adults
        .filter(|adult| latest(case, adult, results).is_some())
        .map(|adult| DocumentCopy::for_person(audience, adult))
        .collect()
}

/// The adult a copy is about, and the record.
pub(crate) struct Attendance<'a> {
    pub(crate) at: Pointer,
    pub(crate) record: &'a CourseRecord,
    pub(crate) adult_at: Pointer,
    pub(crate) adult: &'a Adult,
}

impl<'a> Attendance<'a> {
    pub(crate) fn of(draft: &Draft<'a>, results: &[CourseResult]) -> Self {
        let (case, person) = (draft.case, draft.person());
        let mut adults = case.people.adults.iter().enumerate();
        let adult = adults.find(|(_, adult)| adult.id == *person);
        let (index, adult) = adult.expect("each copy is an adult's");
        let record = latest(case, person, results);
        let (place, record) = record.expect("an adult without such a record has no copy");
        Attendance {
            at: Pointer::root().key("course").item(place),
            record,
            adult_at: Pointer::root().key("people").key("adults").item(index),
            adult,
        }
    }
}

impl Course {
    pub(crate) fn of(case: &Case) -> Self {
        match case.programme.kind {
            ProgrammeKind::WorkingTogether => Course::WorkingTogether,
            _ => Course::PlanningTogether,
        }
    }
}

/// The official title of the course in the language of the document, where the service has
/// supplied one; it is never translated here.
pub(crate) fn official_title(draft: &Draft<'_>) -> Option<String> {
    let title = draft.case.programme.title_cy.as_ref();
    let title = title.filter(|_| draft.request.language == Language::Cy);
    title.map(ToString::to_string)
}

impl Referral {
    pub(crate) fn of(draft: &Draft<'_>, attendance: &Attendance<'_>) -> Self {
        let Attendance { at, record, .. } = attendance;
        let named = record.order.as_ref();
        Referral {
            at: at.clone(),
            route: record.route,
            order: named.and_then(|id| course_order(draft, id, at.key("order"))),
            referred_on: record.referred_on,
        }
    }
}

fn course_order(draft: &Draft<'_>, id: &Id, at: Pointer) -> Option<CourseOrder> {
    let orders = draft.case.case.iter().flat_map(|case| &case.orders);
    let found = orders.enumerate().find(|(_, order)| order.id == *id);
    let (index, order) = draft.found(found, at)?;
    Some(CourseOrder {
        at: Pointer::root().key("case").key("orders").item(index),
        kind: order.kind,
        made_on: order.made_on,
    })
}

/// Who runs the course, where the case names somebody it has.
pub(crate) fn provider(draft: &Draft<'_>, attendance: &Attendance<'_>) -> Option<Provider> {
    let id = &attendance.record.provider;
    let professionals = draft.case.people.professionals.iter().enumerate();
    let found = professionals.clone().find(|(_, person)| person.id == *id);
    let (index, person) = draft.found(found, attendance.at.key("provider"))?;
    Some(Provider {
        at: Pointer::root()
            .key("people")
            .key("professionals")
            .item(index),
        name: person.name.to_string(),
        office: person.office.to_string(),
        email: person.email.as_ref().map(ToString::to_string),
        phone: person.phone.as_ref().map(ToString::to_string),
    })
}

impl FollowUpCall {
    pub(crate) fn of(draft: &Draft<'_>, call: &CaseCall, record: &Pointer) -> Self {
        FollowUpCall {
            at: record.key("call"),
            consent: call.consent,
            on: call.on,
            passed: draft.has_passed(call.on),
        }
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
        let (place, _) = latest(&case, &first.adult, &[first.result]).expect("there are two");
        assert_eq!(place, case.course.len() - 1);
    }
}
