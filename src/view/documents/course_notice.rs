//! The notice that an adult completed the course or did not, as its template may see it.
//!
//! It carries one adult's record. The follow-up call is no part of it: the call comes
//! after the course, and whether somebody wants one is not the court's to weigh.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::course::CourseResult;
use crate::case::form::Date;
use crate::case::person::Role;
use crate::case::programme::ProgrammeKind;
use crate::diagnostics::Pointer;

use crate::audience::{DocumentCopy, Office, Reader};
use crate::view::draft::Draft;
use crate::view::inapplicable::Inapplicable;
use crate::view::people::imprint::Imprint;
use crate::view::people::short_heading::ShortHeading;
use crate::view::programme::course::{self, Attendance, COURSES, Course, Provider, Referral};
use crate::view::programme::course_stages::Stages;
use crate::view::registry::Content;
use crate::view::terms::signature::Signature;
use crate::view::words::Words;

const ENDED: &[CourseResult] = &[
    CourseResult::Completed,
    CourseResult::NotCompleted,
    CourseResult::Exempt,
];

/// The notice about one adult.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct CourseNotice {
    /// The whole case file.
    pub at: Pointer,
    /// Which copy it is.
    pub imprint: Imprint,
    /// The heading, where there are proceedings.
    pub heading: Option<ShortHeading>,
    /// Which course.
    pub course: Course,
    /// Its official title in the language of the document, where that is not its usual one.
    pub course_title: Option<String>,
    /// Whom it is about.
    pub participant: Participant,
    /// Who sent the adult to the course.
    pub referral: Referral,
    /// Who ran it.
    pub provider: Option<Provider>,
    /// The stages that the case records.
    pub stages: Stages,
    /// How it ended.
    pub ending: Ending,
    /// Who was told.
    pub told: Told,
    /// Who signs.
    pub signature: Signature,
}

/// Whom a notice is about.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Participant {
    /// The adult in the case file.
    pub at: Pointer,
    /// Title, all forenames and the surname.
    pub full_name: String,
    /// The person's place in the proceedings.
    pub role: Role,
}

/// How the course ended for an adult.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Ending {
    /// The record in the case file.
    pub at: Pointer,
    /// Completed, not completed or exempt.
    pub result: Ended,
    /// The day it was completed.
    pub completed_on: Option<Date>,
    /// The number of the certificate.
    pub certificate_no: Option<String>,
    /// Why it was not completed, or why a stage came late.
    pub reason: Option<Words>,
    /// The day on which the adult was sent to the course again, where that is so.
    pub again_on: Option<Date>,
}

/// The ways in which a course ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Ended {
    /// Completed.
    Completed,
    /// Not completed.
    NotCompleted,
    /// Not required to attend.
    Exempt,
}

/// Who was told of the result, and when.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Told {
    /// The record in the case file.
    pub at: Pointer,
    /// The day the court was told.
    pub court_on: Option<Date>,
    /// The day Cafcass or Cafcass Cymru was told.
    pub officer_on: Option<Date>,
}

impl Content for CourseNotice {
    const ID: &'static str = "course-notice";
    const SUMMARY: &'static str =
        "the notice to the court that a parent completed the course or not";
    const NEEDS: &'static str = "a record of the course that has ended";
    const PROGRAMMES: &'static [ProgrammeKind] = COURSES;
    const SIDE_BY_SIDE: bool = true;

    fn copies(office: Office<'_>) -> Result<Vec<DocumentCopy>, Inapplicable> {
        let court_and_providers = office.readers().into_iter();
        let court_and_providers = court_and_providers
            .filter(|reader| matches!(reader, Reader::Court | Reader::Provider(_)));
        let copies = court_and_providers.flat_map(|reader| {
            let adults = office.copies_for_adults().into_iter();
            let about = move |copy: DocumentCopy| DocumentCopy {
                about: copy.reader.person().cloned(),
                reader: reader.clone(),
            };
            course::with_record(office, adults.map(about), ENDED)
        });
        let copies: Vec<DocumentCopy> = copies.collect();
        if copies.is_empty() {
            return Err(Inapplicable::NoCourseEnded);
        }
        Ok(copies)
    }

    fn of(draft: &Draft<'_>) -> Self {
        let attendance = Attendance::of(draft, ENDED);
        let proceedings = draft.served.proceedings();
        CourseNotice {
            at: Pointer::root(),
            imprint: Imprint::of(draft),
            heading: proceedings.map(|case| ShortHeading::of(draft, case)),
            course: Course::of(draft),
            course_title: course::official_title(draft),
            participant: Participant {
                at: attendance.adult.at.clone(),
                full_name: attendance.adult.full_name(),
                role: attendance.adult.role,
            },
            referral: Referral::of(draft, &attendance),
            provider: course::provider(draft, &attendance),
            stages: Stages::of(draft, &attendance),
            ending: Ending::of(draft, &attendance),
            told: Told {
                at: attendance.record.at.clone(),
                court_on: attendance.record.court_notified_on,
                officer_on: attendance.record.cafcass_notified_on,
            },
            signature: Signature::of(draft),
        }
    }
}

impl Ended {
    fn of(result: CourseResult) -> Option<Self> {
        match result {
            CourseResult::Completed => Some(Ended::Completed),
            CourseResult::NotCompleted => Some(Ended::NotCompleted),
            CourseResult::Exempt => Some(Ended::Exempt),
            CourseResult::InProgress => None,
        }
    }
}

impl Ending {
    fn of(draft: &Draft<'_>, attendance: &Attendance<'_>) -> Self {
        let record = &attendance.record;
        let certificate = record.certificate_no.as_ref();
        Ending {
            at: record.at.clone(),
            result: Ended::of(record.result).expect("it is one of those that ended"),
            completed_on: record.completed_on,
            certificate_no: certificate.map(ToString::to_string),
            reason: draft.optional_text(record.reason.as_ref(), record.at.key("reason"), None),
            again_on: course::sent_again_on(draft, record),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    #[test]
    fn nobody_on_the_course_is_reported() {
        let mut case = sample::course();
        assert_eq!(
            CourseNotice::copies(Office::of(&case)).map(|copies| copies.len()),
            Ok(2),
            "for the court and for the provider"
        );
        case.course
            .iter_mut()
            .for_each(|record| record.result = CourseResult::InProgress);
        let refused = CourseNotice::copies(Office::of(&case));
        assert_eq!(refused, Err(Inapplicable::NoCourseEnded));
    }

    #[test]
    fn a_notice_has_nothing_of_another_adult_but_the_name_in_the_heading() {
        let case = sample::course_in_wales();
        let copies = CourseNotice::copies(Office::of(&case)).expect("both have ended once");
        let notice = |copy: &DocumentCopy| {
            let mut notice = CourseNotice::of(&sample::draft_of(&case, copy.clone()));
            notice.heading = None;
            serde_json::to_string(&notice).expect("a view is JSON")
        };
        let (first, second) = (notice(&copies[0]), notice(&copies[1]));
        let [mother, father] = [&case.people.adults[0], &case.people.adults[1]];
        assert!(
            first.contains(mother.surname().expect("she has one"))
                && second.contains(father.surname().expect("he has one"))
        );
        assert!(
            !first.contains(father.surname().expect("he has one"))
                && !second.contains(mother.surname().expect("she has one"))
        );
        assert!(first.contains(r#""result":"completed""#) && !first.contains("not_completed"));
    }

    #[test]
    fn contact_details_of_adults_are_in_no_notice() {
        let case = sample::course();
        let copies = CourseNotice::copies(Office::of(&case)).expect("one has ended");
        let notice = CourseNotice::of(&sample::draft_of(&case, copies[0].clone()));
        let text = serde_json::to_string(&notice).expect("a view is JSON");
        for contact in case
            .people
            .adults
            .iter()
            .filter_map(|adult| adult.contact.as_ref())
        {
            let address = contact.address.as_ref().expect("each has one");
            assert!(!text.contains(address.lines[0].as_str()));
            let phone = contact.phone.as_ref().expect("each has one");
            assert!(!text.contains(&phone.to_string()));
        }
    }
}
