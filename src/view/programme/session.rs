//! The sessions of the programme, and what was said in them as far as it may be read.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::form::{Date, Id};
use crate::case::programme::{
    Basis, Note as CaseNote, Session as CaseSession, SessionKind, SessionStatus,
};
use crate::diagnostics::Pointer;

use crate::view::draft::{Draft, TimeOfDay};
use crate::view::people::naming::Place;
use crate::view::restriction::Restriction;
use crate::view::words::Words;

/// One appointment.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Session {
    /// The session in the case file.
    pub at: Pointer,
    /// Its number, from 1, in the order of the days.
    pub number: u32,
    /// With whom, in general.
    pub kind: SessionKind,
    /// The children and adults who took part; the officer goes without saying.
    pub with: Vec<String>,
    /// The day.
    pub on: Date,
    /// When it began.
    pub start: Option<TimeOfDay>,
    /// When it ended.
    pub end: Option<TimeOfDay>,
    /// Where.
    pub place: Option<Place>,
    /// Whether it was by video or telephone.
    pub remote: bool,
    /// Whether it took place.
    pub status: SessionStatus,
    /// Why it was missed, cancelled or rearranged.
    pub reason: Option<Words>,
}

/// A session as another part of a document mentions it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct SessionMention {
    /// The session in the case file.
    pub at: Pointer,
    /// With whom, in general.
    pub kind: SessionKind,
    /// The day.
    pub on: Date,
}

/// Something said or seen in a session.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Note {
    /// The note in the case file.
    pub at: Pointer,
    /// What was said or seen.
    pub text: Words,
    /// Whether it is the officer's own observation, and not something said.
    pub observed: bool,
    /// Whom it is about.
    pub about: Option<String>,
    /// The session.
    pub session: SessionMention,
    /// Who may be served with it, where not all parties.
    pub restriction: Option<Restriction>,
}

pub(crate) fn sessions(draft: &Draft<'_>) -> Vec<Session> {
    let numbered = draft.case.programme.sessions.iter().enumerate();
    let mut sessions: Vec<_> = numbered
        .map(|(i, session)| one_session(draft, i, session))
        .collect();
    sessions.sort_by_key(|session| (session.on, session.start.map(|start| start.0)));
    for (number, session) in (1..).zip(&mut sessions) {
        session.number = number;
    }
    sessions
}

fn one_session(draft: &Draft<'_>, index: usize, session: &CaseSession) -> Session {
    let at = Pointer::root().key("programme").key("sessions").item(index);
    let family: Vec<Id> = session
        .with
        .iter()
        .filter(|id| draft.case.professional(id).is_none())
        .cloned()
        .collect();
    let place = session.place.as_ref();
    Session {
        number: 0,
        kind: session.kind,
        with: draft.names(&family, at.key("with")),
        on: session.on,
        start: session.start.map(TimeOfDay),
        end: session.end.map(TimeOfDay),
        place: place.and_then(|id| draft.place_named(id, at.key("place"))),
        remote: session.remote,
        status: session.status,
        reason: draft.optional_text(session.reason.as_ref(), at.key("reason")),
        at,
    }
}

/// Every note but those without prejudice, which stay in the room they were said in.
pub(crate) fn notes(draft: &Draft<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    for (i, session) in draft.case.programme.sessions.iter().enumerate() {
        for (j, note) in session.notes.iter().enumerate() {
            if draft.for_court() && note.basis != Basis::WithoutPrejudice {
                let at = Pointer::root()
                    .key("programme")
                    .key("sessions")
                    .item(i)
                    .key("notes")
                    .item(j);
                notes.push(one_note(draft, at, note, mention(i, session)));
            }
        }
    }
    notes
}

fn one_note(draft: &Draft<'_>, at: Pointer, note: &CaseNote, session: SessionMention) -> Note {
    let about = note.about.as_ref();
    Note {
        text: draft.text(&note.text, at.key("text")),
        observed: note.basis == Basis::FcaObservation,
        about: about.map(|id| draft.name(id, at.key("about"))),
        session,
        restriction: Restriction::of(draft, Some(note.vis), &note.served_to, &at),
        at,
    }
}

fn mention(index: usize, session: &CaseSession) -> SessionMention {
    SessionMention {
        at: Pointer::root().key("programme").key("sessions").item(index),
        kind: session.kind,
        on: session.on,
    }
}

impl Draft<'_> {
    /// The session of this id, to be mentioned.
    pub(crate) fn session_mentioned(&self, id: &Id, at: Pointer) -> Option<SessionMention> {
        let mut sessions = self.case.programme.sessions.iter().enumerate();
        let hit = sessions.find(|(_, session)| session.id == *id);
        self.found(hit, at)
            .map(|(index, session)| mention(index, session))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    #[test]
    fn what_was_said_without_prejudice_stays_in_the_room() {
        let case = sample::case();
        let bases: Vec<Basis> = case
            .programme
            .sessions
            .iter()
            .flat_map(|session| session.notes.iter().map(|note| note.basis))
            .collect();
        assert!(bases.contains(&Basis::WithoutPrejudice) && bases.contains(&Basis::Open));
        let shown = notes(&sample::draft(&case));
        let open = bases
            .iter()
            .filter(|basis| **basis != Basis::WithoutPrejudice);
        assert_eq!(shown.len(), open.count());
    }

    #[test]
    fn sessions_stand_in_the_order_of_their_days_and_leave_the_officer_out() {
        let mut case = sample::case();
        case.programme.sessions.reverse();
        let shown = sessions(&sample::draft(&case));
        assert!(shown.is_sorted_by_key(|session| session.on));
        let officer = case.people.professionals[0].name.to_string();
        assert!(shown.iter().all(|session| !session.with.contains(&officer)));
    }
}
