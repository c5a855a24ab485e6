//! The appointments of the programme, for one party or for the court, as the template may
//! see them.
//!
//! A party reads of the sessions that the party takes part in. Of a child's session a
//! party learns that there is one and on which day; of another adult's, nothing. A party
//! need be nobody's parent: the words name the children.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::Case;
use crate::case::form::{Date, Id};
use crate::case::place::PlaceKind;
use crate::case::programme::{
    Outcome, ProgrammeKind, Session as CaseSession, SessionKind, SessionStatus,
};

use super::childrens_meetings::ChildrensMeetings;
use super::copy::{Audience, DocumentCopy};
use super::draft::{Draft, TimeOfDay};
use super::heading::Heading;
use super::imprint::Imprint;
use super::inapplicable::Inapplicable;
use super::people::Place;
use super::programme_record::{count, last_day};
use super::registry::Content;
use super::session::{Session, sessions};
use super::timeline::Timeline;

/// The schedule.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(super) struct SessionSchedule {
    /// `programme` in the case file.
    pub at: String,
    /// Which copy it is.
    pub imprint: Imprint,
    /// The heading, in the court's copy.
    pub heading: Option<Heading>,
    /// The first day of the programme.
    pub starts_on: Option<Date>,
    /// The last day of the programme, as it stands. A party whose programme ended before
    /// its time is told no such day.
    pub ends_on: Option<Date>,
    /// In the court's copy, everything.
    pub whole: Option<WholeSchedule>,
    /// In a party's copy, what is that party's.
    pub own: Option<OwnSchedule>,
}

/// Every appointment, for the court.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(super) struct WholeSchedule {
    /// `programme` in the case file.
    pub at: String,
    /// The sessions, in the order of their days.
    #[schemars(length(min = 1))]
    pub sessions: Vec<Session>,
    /// The sessions drawn on the weeks of the programme.
    pub timeline: Option<Timeline>,
    /// How many were held.
    pub held: u32,
}

/// What one party is told.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(super) struct OwnSchedule {
    /// `programme` in the case file.
    pub at: String,
    /// Whose schedule it is.
    pub adult: String,
    /// The children, for the words on what to expect.
    #[schemars(length(min = 1))]
    pub children: Vec<String>,
    /// The appointments of that party, in the order of their days.
    #[schemars(length(min = 1))]
    pub appointments: Vec<Appointment>,
    /// The meetings of the officer with a child, where there are any.
    pub childrens: Option<ChildrensMeetings>,
    /// Whom to tell when an appointment cannot be kept, where one is still to come.
    pub officer: Option<Reach>,
}

/// An appointment of the party who reads.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(super) struct Appointment {
    /// The session in the case file.
    pub at: String,
    /// Its number in this copy, from 1.
    pub number: u32,
    /// With whom, in general.
    pub kind: SessionKind,
    /// Everybody else who takes part, the officer too.
    pub with: Vec<String>,
    /// The day.
    pub on: Date,
    /// When it begins.
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
    /// The number of the appointment that stands in for it.
    pub instead: Option<u32>,
}

/// How to reach the officer at work.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(super) struct Reach {
    /// The officer in the case file.
    pub at: String,
    /// The name.
    pub name: String,
    /// Telephone at work.
    pub phone: Option<String>,
    /// E-mail at work.
    pub email: Option<String>,
}

impl Content for SessionSchedule {
    const ID: &'static str = "session-schedule";
    const SUMMARY: &'static str = "the appointments of the programme, one copy for each reader";
    const NEEDS: &'static str = "court proceedings and sessions";
    const PROGRAMMES: &'static [ProgrammeKind] = &[ProgrammeKind::Cppp];

    fn copies(case: &Case) -> Result<Vec<DocumentCopy>, Inapplicable> {
        case.case.as_ref().ok_or(Inapplicable::NoProceedings)?;
        let sessions = &case.programme.sessions;
        if sessions.is_empty() {
            return Err(Inapplicable::NoSessions);
        }
        let takes_part = |id: &Id| sessions.iter().any(|session| session.with.contains(id));
        let parties = case.parties().filter(|adult| takes_part(&adult.id));
        let own = parties.map(|adult| DocumentCopy::for_person(Audience::Party, &adult.id));
        Ok([DocumentCopy::of(Audience::Court)]
            .into_iter()
            .chain(own)
            .collect())
    }

    fn of(draft: &Draft<'_>) -> Self {
        let programme = &draft.case.programme;
        let window = |first| last_day(first, programme.window_weeks);
        let ends_on = programme
            .extended_to
            .or_else(|| programme.starts_on.and_then(window));
        SessionSchedule {
            at: "/programme".to_owned(),
            imprint: Imprint::of(draft),
            heading: draft.for_court().then(|| Heading::of(draft)),
            starts_on: programme.starts_on,
            ends_on: ends_on.filter(|_| draft.for_court() || !ended_early(draft.case)),
            whole: draft.for_court().then(|| WholeSchedule::of(draft)),
            own: (!draft.for_court()).then(|| OwnSchedule::of(draft, draft.person())),
        }
    }
}

/// Whether the programme ended before its time, so that its last day holds no longer.
fn ended_early(case: &Case) -> bool {
    let outcome = case.programme.outcome;
    matches!(outcome, Some(Outcome::ReturnedToCourt | Outcome::Withdrawn))
}

impl WholeSchedule {
    fn of(draft: &Draft<'_>) -> Self {
        let sessions = sessions(draft);
        let held = |session: &&Session| session.status == SessionStatus::Held;
        WholeSchedule {
            at: "/programme".to_owned(),
            timeline: Timeline::of(draft, &sessions),
            held: count(sessions.iter().filter(held)),
            sessions,
        }
    }
}

impl OwnSchedule {
    fn of(draft: &Draft<'_>, adult: &Id) -> Self {
        let mut sessions: Vec<_> = draft.case.programme.sessions.iter().enumerate().collect();
        sessions.sort_by_key(|(_, session)| (session.on, session.start));
        let own: Vec<_> = sessions
            .iter()
            .copied()
            .filter(|(_, session)| session.with.contains(adult))
            .collect();
        let is_planned =
            |(_, session): &(usize, &CaseSession)| session.status == SessionStatus::Planned;
        OwnSchedule {
            at: "/programme".to_owned(),
            officer: own.iter().any(is_planned).then(|| officer(draft)).flatten(),
            adult: draft.name(adult, "/people/adults"),
            children: draft.children_of(&[]),
            appointments: own
                .iter()
                .map(|one| appointment(draft, adult, &own, *one))
                .collect(),
            childrens: ChildrensMeetings::of(draft, adult, &sessions),
        }
    }
}

/// One of a party's own sessions, which are all of `own`.
fn appointment(
    draft: &Draft<'_>,
    adult: &Id,
    own: &[(usize, &CaseSession)],
    (index, session): (usize, &CaseSession),
) -> Appointment {
    let at = format!("/programme/sessions/{index}");
    let mut others = session.with.clone();
    others.retain(|id| id != adult);
    let place = session.place.as_ref();
    let home = place.and_then(|id| draft.case.place(id));
    let number_of = |wanted: &dyn Fn(&CaseSession) -> bool| {
        let mut numbered = (1..).zip(own);
        numbered.find_map(|(number, (_, one))| wanted(one).then_some(number))
    };
    Appointment {
        number: number_of(&|one| one.id == session.id).expect("it is one of them"),
        kind: session.kind,
        with: draft.names(&others, &format!("{at}/with")),
        on: session.on,
        start: session.start.map(TimeOfDay),
        end: session.end.map(TimeOfDay),
        minutes: minutes(session),
        place: place.and_then(|id| draft.place_named(id, &format!("{at}/place"))),
        at_own_home: home
            .is_some_and(|home| home.kind == PlaceKind::Home && home.of.as_ref() == Some(adult)),
        remote: session.remote,
        status: session.status,
        stands: session.status.stands(),
        is_planned: session.status == SessionStatus::Planned,
        instead: number_of(&|one| one.replaces.as_ref() == Some(&session.id)),
        at,
    }
}

fn minutes(session: &CaseSession) -> Option<u32> {
    let (start, end) = (session.start?, session.end?);
    u32::try_from(start.0.duration_until(end.0).as_mins()).ok()
}

fn officer(draft: &Draft<'_>) -> Option<Reach> {
    let id = &draft.case.document.prepared_by;
    let known = draft.officer(id, "/document/prepared_by")?;
    let person = draft.case.professional(id)?;
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
    use crate::view::sample;

    fn copy_of(case: &Case, index: usize) -> SessionSchedule {
        let copy = SessionSchedule::copies(case).expect("there are sessions")[index].clone();
        SessionSchedule::of(&sample::draft_of(case, copy))
    }

    #[test]
    fn a_party_reads_nothing_of_another_adults_session() {
        let case = sample::case();
        let mothers = &case.programme.sessions[0];
        let fathers = copy_of(&case, 1).own.expect("a party's copy");
        assert_eq!(fathers.adult, "Daniel Whitcombe");
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
        let own = copy_of(&case, 1).own.expect("a party's copy");
        let [first, second] = [&own.appointments[0], &own.appointments[1]];
        assert_eq!((first.stands, first.instead), (false, Some(second.number)));
        assert_eq!((second.stands, second.instead), (true, None));
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
        for (copy, is_own) in [(1, true), (2, false)] {
            let own = copy_of(&case, copy).own.expect("a party's copy");
            assert!(own.appointments.iter().all(|one| one.at_own_home == is_own));
        }
    }

    #[test]
    fn a_party_is_told_no_last_day_of_a_programme_that_ended_early() {
        let case = sample::returned();
        assert!(copy_of(&case, 0).ends_on.is_some());
        assert_eq!(copy_of(&case, 1).ends_on, None);
    }

    #[test]
    fn the_court_reads_all_and_whoever_takes_no_part_gets_no_copy() {
        let mut case = sample::case();
        let whole = copy_of(&case, 0).whole.expect("the court's copy");
        assert_eq!(whole.sessions.len(), case.programme.sessions.len());
        let father = case.people.adults[0].id.clone();
        for session in &mut case.programme.sessions {
            session.with.retain(|id| *id != father);
        }
        let copies = SessionSchedule::copies(&case).expect("there are sessions");
        assert_eq!(copies.len(), 2);
    }
}
