//! The letter with which an adult joins the course, as its template may see it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::course::CourseResult;
use crate::case::programme::ProgrammeKind;
use crate::diagnostics::Pointer;

use crate::audience::{DocumentCopy, Office};
use crate::view::draft::Draft;
use crate::view::inapplicable::Inapplicable;
use crate::view::people::addressee::Addressee;
use crate::view::people::imprint::Imprint;
use crate::view::programme::course::{
    self, Attendance, COURSES, Course, FollowUpCall, Provider, Referral,
};
use crate::view::programme::course_stages::Stages;
use crate::view::programme::needs::Needs;
use crate::view::registry::Content;

const UNDER_WAY: &[CourseResult] = &[CourseResult::InProgress];

/// The letter to one adult.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct CourseJoiningLetter {
    /// The whole case file.
    pub at: Pointer,
    /// Which copy it is.
    pub imprint: Imprint,
    /// Which course.
    pub course: Course,
    /// Its official title in the language of the document, where that is not its usual one.
    pub course_title: Option<String>,
    /// To whom.
    pub addressee: Addressee,
    /// Who sent the adult to the course.
    pub referral: Referral,
    /// Whom to ask.
    pub provider: Option<Provider>,
    /// What to expect, and when.
    pub stages: Stages,
    /// What the adult needs to take part.
    pub needs: Option<Needs>,
    /// The follow-up call, where the adult has answered whether it may be made.
    pub call: Option<FollowUpCall>,
}

impl Content for CourseJoiningLetter {
    const ID: &'static str = "course-joining-letter";
    const SUMMARY: &'static str = "the letter to a parent who joins the course: what, when, where";
    const NEEDS: &'static str = "a record of the course that is in progress";
    const PROGRAMMES: &'static [ProgrammeKind] = COURSES;

    fn copies(office: Office<'_>) -> Result<Vec<DocumentCopy>, Inapplicable> {
        let copies = course::with_record(office, office.copies_for_adults(), UNDER_WAY);
        if copies.is_empty() {
            return Err(Inapplicable::NoCourseUnderWay);
        }
        Ok(copies)
    }

    fn of(draft: &Draft<'_>) -> Self {
        let attendance = Attendance::of(draft, UNDER_WAY);
        CourseJoiningLetter {
            at: Pointer::root(),
            imprint: Imprint::of(draft),
            course: Course::of(draft),
            course_title: course::official_title(draft),
            addressee: Addressee::of(draft, &attendance.adult),
            referral: Referral::of(draft, &attendance),
            provider: course::provider(draft, &attendance),
            stages: Stages::of(draft, &attendance),
            needs: Needs::of(draft),
            call: FollowUpCall::of(draft, &attendance.record),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;
    use crate::case::person::Confidentiality;
    use crate::view::sample;

    fn letter(case: &Case) -> CourseJoiningLetter {
        let copies =
            CourseJoiningLetter::copies(Office::of(case)).expect("somebody is on the course");
        CourseJoiningLetter::of(&sample::draft_of(case, copies[0].clone()))
    }

    #[test]
    fn only_those_on_the_course_are_written_to() {
        let mut case = sample::course();
        let copies = CourseJoiningLetter::copies(Office::of(&case)).expect("one is on the course");
        assert_eq!(copies.len(), 1);
        case.course
            .iter_mut()
            .for_each(|record| record.result = CourseResult::Exempt);
        let refused = CourseJoiningLetter::copies(Office::of(&case));
        assert_eq!(refused, Err(Inapplicable::NoCourseUnderWay));
    }

    #[test]
    fn a_letter_says_nothing_of_another_adult() {
        let case = sample::course();
        let letter = letter(&case);
        let text = serde_json::to_string(&letter).expect("a view is JSON");
        for adult in &case.people.adults {
            let is_told = text.contains(adult.forenames.as_str());
            assert_eq!(is_told, adult.full_name() == letter.addressee.full_name);
        }
    }

    #[test]
    fn an_address_under_form_c8_is_not_printed() {
        let mut case = sample::course();
        assert!(!letter(&case).addressee.address.is_empty());
        for adult in &mut case.people.adults {
            adult.c8 = Some(Confidentiality {
                address: true,
                ..Confidentiality::default()
            });
        }
        assert!(letter(&case).addressee.address.is_empty());
        for adult in &mut case.people.adults {
            adult.c8 = None;
            adult.in_refuge = true;
        }
        assert!(letter(&case).addressee.address.is_empty());
    }
}
