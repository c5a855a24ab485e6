//! What one party is told of the appointments of the programme.
//!
//! A party reads of the sessions that the party takes part in. Of a child's session a
//! party learns that there is one and on which day; of another adult's, nothing. A party
//! need be nobody's parent: the words name the children.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::form::{Date, Time};
use crate::case::programme::{Outcome, SessionKind, SessionStatus};
use crate::case::safeguarding::Measure;
use crate::diagnostics::Pointer;

use crate::audience::SessionFacts;
use crate::view::draft::{Draft, TimeOfDay};
use crate::view::people::addressee::Addressee;
use crate::view::people::naming::Place;
use crate::view::time::childrens_meetings::ChildrensMeetings;

/// What one party is told.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct OwnSchedule {
    /// `programme` in the case file.
    pub at: Pointer,
    /// To whom the letter goes.
    pub addressee: Addressee,
    /// Whether an appointment is still to come.
    pub has_planned: bool,
    /// Whether the case has been returned to court.
    pub returned: bool,
    /// Whether one lies behind.
    pub has_past: bool,
    /// Whether each was held.
    pub all_held: bool,
    /// The children, for the words on what to expect.
    #[schemars(length(min = 1))]
    pub children: Vec<String>,
    /// The appointments of that party, in the order of their days.
    #[schemars(length(min = 1))]
    pub appointments: Vec<Appointment>,
    /// The meetings of the officer with a child, where there are any.
    pub childrens: Option<ChildrensMeetings>,
    /// Whom to tell when an appointment cannot be kept, and whom to ask.
    pub officer: Option<Reach>,
}

/// An appointment of the party who reads.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Appointment {
    /// The session in the case file.
    pub at: Pointer,
    /// Its number in this copy, from 1.
    pub number: u32,
    /// With whom, in general.
    pub kind: SessionKind,
    /// Everybody else who takes part, the officer too.
    pub with: Vec<String>,
    /// The day.
    pub on: Date,
    /// When it begins; nothing where each comes at an own time, which the officer tells.
    pub start: Option<TimeOfDay>,
    /// When it ends.
    pub end: Option<TimeOfDay>,
    /// How long it lasts, in minutes.
    pub minutes: Option<u32>,
    /// Where.
    pub place: Option<Place>,
    /// Whether that is the home of the party who reads.
    pub at_own_home: bool,
    /// Whether it is by video or telephone.
    pub remote: bool,
    /// Whether it takes place.
    pub status: SessionStatus,
    /// Whether it was held or is still to be.
    pub stands: bool,
    /// Whether it is to come.
    pub is_planned: bool,
    /// The day of the appointment that stands in for it.
    pub instead_on: Option<Date>,
    /// Whether it is a meeting to come for which each waits in a room apart.
    pub waits_apart: bool,
    /// Whether it is one to which each comes at an own time.
    pub comes_apart: bool,
}

/// How to reach the officer at work.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Reach {
    /// The officer in the case file.
    pub at: Pointer,
    /// The name.
    pub name: String,
    /// Telephone at work.
    pub phone: Option<String>,
    /// E-mail at work.
    pub email: Option<String>,
}

impl OwnSchedule {
    /// What the party is told whose copy it is.
    pub(crate) fn of(draft: &Draft<'_>) -> Self {
        let own = draft.served.sessions();
        let adult = draft.served.adult(draft.served.person());
        let adult = adult.expect("who is not in the case has no copy");
        let is_planned = |session: &SessionFacts<'_>| session.status == SessionStatus::Planned;
        OwnSchedule {
            at: draft.served.programme().at,
            officer: officer(draft),
            addressee: Addressee::of(draft, &adult),
            has_planned: own.iter().any(is_planned),
            returned: draft.served.programme().outcome == Some(Outcome::ReturnedToCourt),
            has_past: !own.iter().all(is_planned),
            all_held: own.iter().all(|one| one.status == SessionStatus::Held),
            children: draft.children_of(&[]),
            appointments: (1..)
                .zip(&own)
                .map(|(number, one)| appointment(draft, &own, number, one))
                .collect(),
            childrens: ChildrensMeetings::of(draft),
        }
    }
}

/// One of a party's own sessions, which are all of `own`, by its number among them.
fn appointment(
    draft: &Draft<'_>,
    own: &[SessionFacts<'_>],
    number: u32,
    session: &SessionFacts<'_>,
) -> Appointment {
    let at = session.at.clone();
    let adult = draft.served.person();
    let mut others = session.with.to_vec();
    others.retain(|id| id != adult);
    let home = session.place.and_then(|id| draft.served.place(id));
    let instead = own.iter().find(|one| one.replaces == Some(session.id));
    let is_planned = session.status == SessionStatus::Planned;
    let is_made_safe = |how| draft.served.arrivals().any(|measure| measure == how);
    let is_meeting = is_planned && session.kind == SessionKind::Joint && !session.remote;
    let comes_apart = is_meeting && is_made_safe(Measure::StaggeredArrival);
    // One hour in the letters of both would bring them to the door together.
    let hour = |time: Option<Time>| time.filter(|_| !comes_apart).map(TimeOfDay);
    Appointment {
        number,
        kind: session.kind,
        with: draft.names(&others, at.key("with")),
        on: session.on,
        start: hour(session.start),
        end: hour(session.end),
        minutes: session
            .minutes
            .and_then(|minutes| u32::try_from(minutes).ok()),
        place: session
            .place
            .and_then(|id| draft.place_named(id, at.key("place"))),
        at_own_home: home.is_some_and(|home| home.is_home_of(adult)),
        remote: session.remote,
        status: session.status,
        stands: session.status.stands(),
        is_planned,
        instead_on: instead.map(|one| one.on),
        waits_apart: is_meeting && is_made_safe(Measure::SeparateWaiting),
        comes_apart,
        at,
    }
}

fn officer(draft: &Draft<'_>) -> Option<Reach> {
    let document = draft.served.document();
    let id = &document.prepared_by;
    let known = draft.officer(id, document.at.key("prepared_by"))?;
    let person = draft.served.professional(id)?;
    Some(Reach {
        at: known.at,
        name: known.name,
        phone: person.phone.as_ref().map(ToString::to_string),
        email: person.email.as_ref().map(ToString::to_string),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;
    use crate::case::place::PlaceKind;
    use crate::view::sample;

    /// What one of the two parents, by place in the file, is told.
    fn told(case: &Case, reader: usize) -> OwnSchedule {
        OwnSchedule::of(&sample::draft_for_party(case, reader))
    }

    #[test]
    fn a_party_reads_nothing_of_another_adults_session() {
        let case = sample::case();
        let mothers = &case.programme.sessions[0];
        let fathers = told(&case, 0);
        assert_eq!(fathers.addressee.full_name, "Daniel Peter Whitcombe");
        assert!(fathers.appointments.iter().all(|own| own.on != mothers.on));
        let childrens = fathers.childrens.expect("the children are met");
        assert!(childrens.meetings.iter().all(|one| one.on != mothers.on));
        assert_eq!(fathers.appointments.len(), 2);
        assert_eq!(fathers.appointments[0].minutes, Some(90));
    }

    #[test]
    fn an_appointment_that_was_missed_says_which_is_in_its_place() {
        let mut case = sample::case();
        let father = case.people.adults[0].id.clone();
        let index = case
            .programme
            .sessions
            .iter()
            .position(|one| one.with.contains(&father));
        let mut missed = case.programme.sessions[index.expect("he has one")].clone();
        case.programme.sessions[index.expect("he has one")].replaces =
            Some("first".parse().expect("an id"));
        missed.id = "first".parse().expect("an id");
        missed.status = SessionStatus::Missed;
        missed.on = case.programme.starts_on.expect("a first day");
        case.programme.sessions.push(missed);
        let own = told(&case, 0);
        let [first, second] = [&own.appointments[0], &own.appointments[1]];
        assert_eq!((first.stands, first.instead_on), (false, Some(second.on)));
        assert_eq!((second.stands, second.instead_on), (true, None));
        assert!(!own.all_held, "the letter lists one that was missed");
    }

    #[test]
    fn all_have_taken_place_where_none_was_missed_for_good() {
        let mut case = sample::case();
        assert!(told(&case, 0).all_held);
        let officer = told(&case, 0).officer.expect("whom to ask");
        assert_eq!(officer.name, "Priya Nair");
        let last = case.programme.sessions.last_mut().expect("it has some");
        last.status = SessionStatus::Missed;
        assert!(!told(&case, 0).all_held);
    }

    #[test]
    fn whoever_comes_to_a_meeting_is_told_how_to_arrive() {
        let mut case = sample::case();
        let known = case.safeguarding.as_mut().expect("it was looked into");
        known.measures = vec![Measure::StaggeredArrival, Measure::Interpreter];
        let apart = |case: &Case| {
            let joint = told(case, 0).appointments.remove(1);
            let has_hour = joint.start.is_some() || joint.end.is_some();
            (joint.waits_apart, joint.comes_apart, has_hour)
        };
        assert_eq!(
            apart(&case),
            (false, false, true),
            "the meeting lies behind"
        );
        for session in &mut case.programme.sessions {
            session.status = SessionStatus::Planned;
        }
        assert_eq!(
            apart(&case),
            (false, true, false),
            "one hour would be that of both"
        );
    }

    #[test]
    fn a_home_is_the_readers_own_for_nobody_else() {
        let mut case = sample::case();
        let father = case.people.adults[0].id.clone();
        case.places[0].kind = PlaceKind::Home;
        case.places[0].of = Some(father.clone());
        for session in &mut case.programme.sessions {
            session.place = Some(case.places[0].id.clone());
        }
        for (reader, is_own) in [(0, true), (1, false)] {
            let own = told(&case, reader);
            assert!(own.appointments.iter().all(|one| one.at_own_home == is_own));
        }
    }
}
