//! The sessions of the programme, and what was said in them as far as it may be read.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::form::{Date, Id};
use crate::case::person::ProfessionalRole;
use crate::case::programme::{Note as CaseNote, SessionKind, SessionStatus};
use crate::diagnostics::Pointer;

use crate::audience::{Piece, SessionFacts};
use crate::view::draft::{Draft, TimeOfDay};
use crate::view::people::naming::Place;
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
    /// Who interpreted, or supported somebody.
    pub helpers: Vec<Helper>,
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

/// A professional who helps somebody to take part.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Helper {
    /// The name.
    pub name: String,
    /// An interpreter or a supporter.
    pub role: ProfessionalRole,
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
}

/// The sessions of which the reader is told, numbered from 1.
pub(crate) fn sessions(draft: &Draft<'_>) -> Vec<Session> {
    (1..)
        .zip(draft.served.recorded_sessions())
        .map(|(number, session)| one_session(draft, number, session))
        .collect()
}

fn one_session(draft: &Draft<'_>, number: u32, session: SessionFacts<'_>) -> Session {
    let at = session.at;
    let people = session.with.iter();
    let family: Vec<Id> = people
        .filter(|id| draft.served.professional(id).is_none())
        .cloned()
        .collect();
    let helps = |role| {
        matches!(
            role,
            ProfessionalRole::Interpreter | ProfessionalRole::Supporter
        )
    };
    let professionals = session.with.iter();
    let professionals = professionals.filter_map(|id| draft.served.professional(id));
    let helpers = professionals.filter(|one| helps(one.role));
    Session {
        number,
        kind: session.kind,
        with: draft.names(&family, at.key("with")),
        helpers: helpers
            .map(|one| Helper {
                name: one.name.to_string(),
                role: one.role,
            })
            .collect(),
        on: session.on,
        start: session.start.map(TimeOfDay),
        end: session.end.map(TimeOfDay),
        place: session
            .place
            .and_then(|id| draft.place_named(id, at.key("place"))),
        remote: session.remote,
        status: session.status,
        reason: draft.optional_text(session.reason, at.key("reason"), None),
        at,
    }
}

/// Every note that the reader may see.
pub(crate) fn notes(draft: &Draft<'_>) -> Vec<Note> {
    let notes = draft.served.notes();
    notes
        .map(|(session, note)| one_note(draft, note, mention(session)))
        .collect()
}

fn one_note(draft: &Draft<'_>, note: Piece<'_, CaseNote>, session: SessionMention) -> Note {
    let about = note.about.as_ref();
    Note {
        text: draft.text(&note, "text", &note.text),
        observed: note.is_observed(),
        about: about.map(|id| draft.name(id, note.at.key("about"))),
        session,
        at: note.at,
    }
}

fn mention(session: SessionFacts<'_>) -> SessionMention {
    SessionMention {
        at: session.at,
        kind: session.kind,
        on: session.on,
    }
}

impl Draft<'_> {
    /// The session of this id, to be mentioned.
    pub(crate) fn session_mentioned(&self, id: &Id, at: Pointer) -> Option<SessionMention> {
        self.found(self.served.session(id), at).map(mention)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::programme::Basis;
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
