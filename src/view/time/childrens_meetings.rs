//! The meetings of the officer with a child, as far as a party is told of them: that there
//! is one, on which day, what became of it; where, only if nobody can be found by it. A party
//! whom an order keeps away from somebody is told of none.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::Case;
use crate::case::form::{Date, Id};
use crate::case::programme::{Session as CaseSession, SessionKind, SessionStatus};
use crate::diagnostics::Pointer;

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
    pub(crate) fn of(
        draft: &Draft<'_>,
        reader: &Id,
        sessions: &[(usize, &CaseSession)],
    ) -> Option<Self> {
        let case = draft.case;
        if is_kept_away(case, reader) {
            return None;
        }
        let with_no_adult = |session: &CaseSession| {
            let mut people = session.with.iter();
            let with_child = people.clone().any(|id| case.child(id).is_some());
            with_child && people.all(|id| case.adult(id).is_none())
        };
        let of_a_child = sessions.iter().filter(|(_, one)| with_no_adult(one));
        let is_met = |child: &Id| of_a_child.clone().any(|(_, one)| one.with.contains(child));
        let children = case.people.children.iter();
        let met = children.filter(|child| is_met(&child.id));
        let meetings: Vec<_> = of_a_child
            .clone()
            .map(|(index, session)| childs_meeting(draft, reader, *index, session))
            .collect();
        (!meetings.is_empty()).then(|| ChildrensMeetings {
            at: Pointer::root().key("programme"),
            children: met.map(|child| child.called().to_owned()).collect(),
            meetings,
        })
    }
}

fn childs_meeting(
    draft: &Draft<'_>,
    reader: &Id,
    index: usize,
    session: &CaseSession,
) -> ChildsMeeting {
    let at = Pointer::root().key("programme").key("sessions").item(index);
    let is_told = |id: &&Id| {
        let place = draft.case.place(id);
        let open = place.is_some_and(|place| !place.confidential);
        open && session.status.stands() && !must_not_find(draft.case, reader)
    };
    let place = session.place.as_ref().filter(is_told);
    let children = session.with.iter().filter_map(|id| draft.case.child(id));
    ChildsMeeting {
        kind: session.kind,
        children: children.map(|child| child.called().to_owned()).collect(),
        on: session.on,
        place: place.and_then(|id| draft.place_named(id, at.key("place"))),
        status: session.status,
        at,
    }
}

/// Whether a protective order was made against this party, who may know the school: the day
/// alone is then enough to wait there for the child, and for the adult who brings the child.
fn is_kept_away(case: &Case, reader: &Id) -> bool {
    let known = case.safeguarding.iter();
    let mut orders = known.flat_map(|known| &known.protective_orders);
    orders.any(|order| order.against == *reader)
}

/// Whether another adult must not be found by this party. The place where the officer meets
/// a child tells the part of the country in which they live: it is kept back where that
/// adult's address is (FPR rule 29.1, form C8).
fn must_not_find(case: &Case, reader: &Id) -> bool {
    let adults = case.people.adults.iter();
    let mut others = adults.filter(|adult| adult.id != *reader);
    others.any(|adult| adult.kept_back().address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    /// What one of the two parents, by place in the file, is told of the meetings.
    fn told_to(case: &Case, reader: usize) -> Option<ChildrensMeetings> {
        let sessions: Vec<_> = case.programme.sessions.iter().enumerate().collect();
        let draft = sample::draft(case);
        ChildrensMeetings::of(&draft, &case.people.adults[reader].id, &sessions)
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
        let draft = sample::draft(&case);
        assert_eq!(
            ChildrensMeetings::of(&draft, &case.people.adults[0].id, &[]),
            None
        );
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
