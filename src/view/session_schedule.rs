//! The appointments of the programme, for one party or for the court, as the template may
//! see them.
//!
//! A party reads of the sessions that the party takes part in. Of a child's session a
//! party learns that there is one and on which day; of another adult's, nothing.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::Case;
use crate::case::form::{Date, Id};
use crate::case::programme::{ProgrammeKind, Session as CaseSession, SessionKind, SessionStatus};

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
    /// The last day of the programme, as it stands.
    pub ends_on: Option<Date>,
    /// Whether there is one child, for the words that depend on it.
    pub one_child: bool,
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
    /// The appointments of that party, in the order of their days.
    #[schemars(length(min = 1))]
    pub appointments: Vec<Appointment>,
    /// The meetings of the officer with a child.
    pub childrens: Vec<ChildsMeeting>,
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
    /// Whether it is by video or telephone.
    pub remote: bool,
    /// Whether it takes place.
    pub status: SessionStatus,
    /// Whether it is to come.
    pub is_planned: bool,
}

/// A meeting of the officer with a child, as far as a parent is told.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(super) struct ChildsMeeting {
    /// The session in the case file.
    pub at: String,
    /// With whom, in general.
    pub kind: SessionKind,
    /// The children.
    #[schemars(length(min = 1))]
    pub children: Vec<String>,
    /// The day.
    pub on: Date,
    /// Where, unless the place is confidential.
    pub place: Option<Place>,
    /// Whether it takes place.
    pub status: SessionStatus,
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
        SessionSchedule {
            at: "/programme".to_owned(),
            imprint: Imprint::of(draft),
            heading: draft.for_court().then(|| Heading::of(draft)),
            starts_on: programme.starts_on,
            ends_on: programme
                .extended_to
                .or_else(|| programme.starts_on.and_then(window)),
            one_child: draft.case.people.children.len() == 1,
            whole: draft.for_court().then(|| WholeSchedule::of(draft)),
            own: (!draft.for_court()).then(|| OwnSchedule::of(draft, draft.person())),
        }
    }
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
        let is_own = |session: &CaseSession| session.with.contains(adult);
        let is_childs = |session: &CaseSession| {
            let adults = session.with.iter().filter_map(|id| draft.case.adult(id));
            let children = session.with.iter().filter_map(|id| draft.case.child(id));
            adults.count() == 0 && children.count() > 0
        };
        let of = |wanted: &dyn Fn(&CaseSession) -> bool| {
            let wanted = sessions.iter().filter(|(_, session)| wanted(session));
            wanted.copied().collect::<Vec<_>>()
        };
        let own = of(&is_own);
        let is_planned =
            |(_, session): &(usize, &CaseSession)| session.status == SessionStatus::Planned;
        OwnSchedule {
            at: "/programme".to_owned(),
            officer: own.iter().any(is_planned).then(|| officer(draft)).flatten(),
            adult: draft.name(adult, "/people/adults"),
            appointments: (1..)
                .zip(own)
                .map(|(number, own)| appointment(draft, adult, number, own))
                .collect(),
            childrens: of(&is_childs)
                .into_iter()
                .map(|(index, session)| childs_meeting(draft, index, session))
                .collect(),
        }
    }
}

fn appointment(
    draft: &Draft<'_>,
    adult: &Id,
    number: u32,
    (index, session): (usize, &CaseSession),
) -> Appointment {
    let at = format!("/programme/sessions/{index}");
    let others: Vec<Id> = session
        .with
        .iter()
        .filter(|id| *id != adult)
        .cloned()
        .collect();
    let place = session.place.as_ref();
    Appointment {
        number,
        kind: session.kind,
        with: draft.names(&others, &format!("{at}/with")),
        on: session.on,
        start: session.start.map(TimeOfDay),
        end: session.end.map(TimeOfDay),
        minutes: minutes(session),
        place: place.and_then(|id| draft.place_named(id, &format!("{at}/place"))),
        remote: session.remote,
        status: session.status,
        is_planned: session.status == SessionStatus::Planned,
        at,
    }
}

fn childs_meeting(draft: &Draft<'_>, index: usize, session: &CaseSession) -> ChildsMeeting {
    let at = format!("/programme/sessions/{index}");
    let is_open = |id: &&Id| {
        draft
            .case
            .place(id)
            .is_some_and(|place| !place.confidential)
    };
    let place = session.place.as_ref().filter(is_open);
    let children = session.with.iter().filter_map(|id| draft.case.child(id));
    ChildsMeeting {
        kind: session.kind,
        children: children.map(|child| child.called().to_owned()).collect(),
        on: session.on,
        place: place.and_then(|id| draft.place_named(id, &format!("{at}/place"))),
        status: session.status,
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
        assert!(fathers.childrens.iter().all(|own| own.on != mothers.on));
        assert_eq!(fathers.appointments.len(), 2);
        assert_eq!(fathers.appointments[0].minutes, Some(90));
    }

    #[test]
    fn a_childs_meeting_at_a_confidential_place_has_none() {
        let mut case = sample::case();
        let meeting = |case: &Case| {
            let own = copy_of(case, 2).own.expect("a party's copy");
            own.childrens[0].clone()
        };
        assert!(meeting(&case).place.is_some());
        case.places[0].confidential = true;
        assert_eq!(meeting(&case).place, None);
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
