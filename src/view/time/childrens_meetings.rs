//! The meetings of the officer with a child, as far as a party is told of them: that there
//! is one, on which day, what became of it; where, only if nobody can be found by it. A party
//! whom an order keeps away from somebody is told of none.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::form::Date;
use crate::case::person::Child;
use crate::case::programme::{SessionKind, SessionStatus};
use crate::diagnostics::Pointer;

use crate::audience::{MeetingFacts, Piece};
use crate::view::draft::Draft;
use crate::view::people::naming::Place;

/// The meetings of the officer with a child that no adult of the family takes part in.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct ChildrensMeetings {
    /// `programme` in the case file.
    pub at: Pointer,
    /// Every child who is in one of them.
    #[schemars(length(min = 1))]
    pub children: Vec<String>,
    /// The meetings, in the order of their days.
    #[schemars(length(min = 1))]
    pub meetings: Vec<ChildsMeeting>,
}

/// A meeting of the officer with a child, as far as a party is told.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct ChildsMeeting {
    /// The session in the case file.
    pub at: Pointer,
    /// With whom, in general.
    pub kind: SessionKind,
    /// The children.
    #[schemars(length(min = 1))]
    pub children: Vec<String>,
    /// The day.
    pub on: Date,
    /// Where, if it stands, unless the place is confidential or could lead to somebody
    /// whose address is kept from the party who reads.
    pub place: Option<Place>,
    /// Whether it takes place.
    pub status: SessionStatus,
}

impl ChildrensMeetings {
    pub(crate) fn of(draft: &Draft<'_>) -> Option<Self> {
        let told = draft.served.childrens_meetings();
        let is_met = |child: &Piece<'_, Child>| told.iter().any(|one| one.with.contains(&child.id));
        let met = draft.served.children().filter(is_met);
        let children = met.map(|child| child.called().to_owned()).collect();
        let meetings: Vec<_> = told.iter().map(|one| childs_meeting(draft, one)).collect();
        (!meetings.is_empty()).then(|| ChildrensMeetings {
            at: draft.served.programme().at,
            children,
            meetings,
        })
    }
}

fn childs_meeting(draft: &Draft<'_>, meeting: &MeetingFacts<'_>) -> ChildsMeeting {
    let people = meeting.with.iter();
    let children = people.filter_map(|id| draft.served.child(id));
    ChildsMeeting {
        at: meeting.at.clone(),
        kind: meeting.kind,
        children: children.map(|child| child.called().to_owned()).collect(),
        on: meeting.on,
        place: meeting.place.clone().map(|place| draft.place(place)),
        status: meeting.status,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;
    use crate::view::sample;

    /// What one of the two parents, by place in the file, is told of the meetings.
    fn told_to(case: &Case, reader: usize) -> Option<ChildrensMeetings> {
        ChildrensMeetings::of(&sample::draft_for_party(case, reader))
    }

    /// Where a parent reads that the first meeting is.
    fn place_told(case: &Case, reader: usize) -> Option<Place> {
        let told = told_to(case, reader).expect("the children are met");
        told.meetings[0].place.clone()
    }

    #[test]
    fn every_child_who_is_met_is_named_once() {
        let mut case = sample::case();
        let again = case.programme.sessions.clone();
        case.programme.sessions.extend(again);
        assert_eq!(
            told_to(&case, 0).map(|told| told.children),
            Some(vec!["Isla".into(), "Rowan".into()])
        );
        case.programme.sessions.clear();
        assert_eq!(told_to(&case, 0), None);
    }

    #[test]
    fn a_childs_meeting_at_a_confidential_place_has_none() {
        let mut case = sample::case();
        assert!(place_told(&case, 1).is_some());
        for place in &mut case.places {
            place.confidential = true;
        }
        assert_eq!(place_told(&case, 1), None);
    }

    #[test]
    fn where_a_child_is_met_leads_nobody_to_a_parent_who_is_hidden() {
        let hidden = |hide: &dyn Fn(&mut Case)| {
            let mut case = sample::case();
            hide(&mut case);
            [0, 1].map(|reader| place_told(&case, reader).is_none())
        };
        assert_eq!(hidden(&|_| ()), [false, false]);
        assert_eq!(
            hidden(&|case| case.people.adults[1].in_refuge = true),
            [true, false]
        );
        let by_form = |case: &mut Case| {
            let kept = serde_yaml::from_str("address: true").expect("what form C8 keeps");
            case.people.adults[1].c8 = Some(kept);
        };
        assert_eq!(hidden(&by_form), [true, false]);
    }

    #[test]
    fn a_party_against_whom_an_order_was_made_is_told_of_no_meeting() {
        let mut case = sample::case();
        let mut known = sample::returned().safeguarding.expect("it has some");
        known.protective_orders[0].against = case.people.adults[0].id.clone();
        case.safeguarding = Some(known);
        let is_told = [0, 1].map(|reader| told_to(&case, reader).is_some());
        assert_eq!(is_told, [false, true]);
    }

    #[test]
    fn a_meeting_that_is_not_to_be_has_no_place() {
        let mut case = sample::case();
        for session in &mut case.programme.sessions {
            session.status = SessionStatus::Cancelled;
        }
        assert_eq!(place_told(&case, 1), None);
    }
}
