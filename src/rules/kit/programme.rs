//! What the rules about the programme share: where its parts stand in the file,
//! which sessions count, which of two came first.

use crate::case::Case;
use crate::case::person::Adult;
use crate::case::programme::{ProgrammeKind, Session, SessionKind};
use crate::diagnostics::{Pointer, each};

/// Where the programme stands.
pub(crate) fn at() -> Pointer {
    Pointer::root().key("programme")
}

/// Whether the programme is the one of four sessions in about twelve weeks.
pub(crate) fn is_cppp(case: &Case) -> bool {
    case.programme.kind == ProgrammeKind::Cppp
}

/// Every session, with its place.
pub(crate) fn sessions(case: &Case) -> impl Iterator<Item = (Pointer, &Session)> + Clone {
    each(&at().key("sessions"), &case.programme.sessions)
}

/// The sessions of a kind that were held or are still to be.
pub(crate) fn standing(
    case: &Case,
    kind: SessionKind,
) -> impl Iterator<Item = (Pointer, &Session)> + Clone {
    sessions(case).filter(move |(_, session)| session.kind == kind && session.status.stands())
}

/// The parties who take part in a session.
pub(crate) fn parties_in<'a>(case: &'a Case, session: &Session) -> impl Iterator<Item = &'a Adult> {
    case.parties()
        .filter(|adult| session.with.contains(&adult.id))
}

/// Whether a session is surely before another: on an earlier day, or on the same
/// day where both say when they begin.
pub(crate) fn is_before(first: &Session, second: &Session) -> bool {
    let times = first.start.zip(second.start);
    first.on < second.on || (first.on == second.on && times.is_some_and(|(a, b)| a < b))
}
