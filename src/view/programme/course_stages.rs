//! The stages of the course, with the days and places that the case gives and no others.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::course::{Workshop as CaseWorkshop, WorkshopMode};
use crate::case::form::Date;
use crate::diagnostics::Pointer;

use super::course::Attendance;
use crate::view::draft::{Draft, TimeOfDay};
use crate::view::people::naming::{Place, address_lines};

/// The stages.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Stages {
    /// The record in the case file.
    pub at: Pointer,
    /// The day of the welcome.
    pub welcome_on: Option<Date>,
    /// The day by which the provider asks for the first use of the Parent Hub.
    pub hub_by: Option<Date>,
    /// Whether that day lies before the day of the document.
    pub hub_by_passed: bool,
    /// The day of its first use.
    pub hub_on: Option<Date>,
    /// The day by which the provider asks for the e-learning.
    pub elearning_by: Option<Date>,
    /// Whether that day lies before the day of the document.
    pub elearning_by_passed: bool,
    /// The day the e-learning was completed.
    pub elearning_on: Option<Date>,
    /// The group workshop; in Wales, the sessions.
    pub workshop: Option<Workshop>,
    /// Whether a parenting plan was begun.
    pub plan_started: Option<bool>,
}

/// The group part of the course.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Workshop {
    /// The workshop in the case file.
    pub at: Pointer,
    /// Online or in person.
    pub mode: WorkshopMode,
    /// The day, or that of the first part.
    pub on: Option<Date>,
    /// Whether that day lies before the day of the document.
    pub passed: bool,
    /// When it begins.
    pub start: Option<TimeOfDay>,
    /// Whether it has two parts.
    pub in_two_parts: bool,
    /// The day of the second part. A case has no hour for it.
    pub second_on: Option<Date>,
    /// Whether that day lies before the day of the document.
    pub second_passed: bool,
    /// Where.
    pub place: Option<Place>,
    /// The address of the place, unless it is kept from the reader.
    pub address: Vec<String>,
    /// Whether the adult attended.
    pub attended: Option<bool>,
}

impl Stages {
    pub(crate) fn of(draft: &Draft<'_>, attendance: &Attendance<'_>) -> Self {
        let record = &attendance.record;
        let workshop = record.workshop.as_ref();
        Stages {
            at: record.at.clone(),
            welcome_on: record.welcome_on,
            hub_by: record.hub_by,
            hub_by_passed: draft.has_passed(record.hub_by),
            hub_on: record.hub_on,
            elearning_by: record.elearning_by,
            elearning_by_passed: draft.has_passed(record.elearning_by),
            elearning_on: record.elearning_on,
            workshop: workshop.map(|one| Workshop::of(draft, one, record.at.key("workshop"))),
            plan_started: record.plan_started,
        }
    }
}

impl Workshop {
    fn of(draft: &Draft<'_>, workshop: &CaseWorkshop, at: Pointer) -> Self {
        let place = workshop.place.as_ref().and_then(|id| {
            let place = draft.served.workshop_place(id);
            draft.found(place, at.key("place"))
        });
        let address = place.as_ref().and_then(|place| place.address);
        Workshop {
            mode: workshop.mode,
            on: workshop.on,
            passed: draft.has_passed(workshop.on),
            start: workshop.start.map(TimeOfDay),
            in_two_parts: workshop.parts == 2,
            second_on: workshop.second_on,
            second_passed: draft.has_passed(workshop.second_on),
            address: address.map(address_lines).unwrap_or_default(),
            place: place.map(|place| draft.place(place)),
            attended: workshop.attended,
            at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audience::{DocumentCopy, Office, Reader};
    use crate::case::Case;
    use crate::case::course::CourseResult;
    use crate::view::programme::course::with_record;
    use crate::view::sample;

    #[test]
    fn a_day_has_passed_when_the_document_is_of_a_later_one() {
        let mut case = sample::course_in_wales();
        let of = |case: &Case| {
            let office = Office::of(case);
            let results = &[CourseResult::InProgress];
            let copy = &with_record(office, office.copies_for_adults(), results)[0];
            let draft = sample::draft_of(case, copy.clone());
            let attendance = Attendance::of(&draft, &[CourseResult::InProgress]);
            let stages = Stages::of(&draft, &attendance);
            let workshop = stages.workshop.expect("the fixture has one");
            (
                stages.hub_by_passed,
                workshop.passed,
                workshop.second_passed,
            )
        };
        case.course[2].hub_by = Some("2026-07-04".parse().expect("a date"));
        for (prepared_on, passed) in [
            ("2026-07-04", (false, false, false)),
            ("2026-07-05", (true, true, false)),
            ("2026-07-12", (true, true, true)),
        ] {
            case.document.prepared_on = prepared_on.parse().expect("a date");
            assert_eq!(of(&case), passed, "{prepared_on}");
        }
    }

    #[test]
    fn a_confidential_place_is_told_to_whoever_attends_and_to_nobody_else() {
        let mut case = sample::course_in_wales();
        let of = |case: &Case, copy: &dyn Fn(&DocumentCopy) -> DocumentCopy| {
            let office = Office::of(case);
            let results = &[CourseResult::Completed];
            let own = &with_record(office, office.copies_for_adults(), results)[0];
            let draft = sample::draft_of(case, copy(own));
            let attendance = Attendance::of(&draft, &[CourseResult::Completed]);
            let workshop = Stages::of(&draft, &attendance).workshop;
            workshop.expect("the fixture has one")
        };
        let court = |own: &DocumentCopy| DocumentCopy {
            reader: Reader::Court,
            about: own.reader.person().cloned(),
        };
        let open = of(&case, &court);
        assert!(!open.address.is_empty());
        case.places[0].confidential = true;
        assert_eq!(of(&case, &Clone::clone), open);
        let hidden = of(&case, &court);
        assert!(hidden.address.is_empty());
        assert_eq!(hidden.place.and_then(|place| place.name), None);
    }
}
