//! The appointments of the programme, for one party or for the court, as the template may
//! see them.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::form::Date;
use crate::case::programme::{Outcome, ProgrammeKind, SessionStatus};
use crate::diagnostics::Pointer;

use crate::audience::{DocumentCopy, Office, ProgrammeFacts, Reader};
use crate::view::draft::Draft;
use crate::view::inapplicable::Inapplicable;
use crate::view::people::heading::Heading;
use crate::view::people::imprint::Imprint;
use crate::view::programme::needs::Needs;
use crate::view::programme::own_schedule::OwnSchedule;
use crate::view::programme::record::{count, last_day};
use crate::view::programme::session::{Session, sessions};
use crate::view::programme::timeline::Timeline;
use crate::view::registry::Content;

/// The schedule.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct SessionSchedule {
    /// `programme` in the case file.
    pub at: Pointer,
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
    /// In a party's copy, what that party needs to take part.
    pub needs: Option<Needs>,
}

/// Every appointment, for the court.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct WholeSchedule {
    /// `programme` in the case file.
    pub at: Pointer,
    /// The sessions, in the order of their days.
    #[schemars(length(min = 1))]
    pub sessions: Vec<Session>,
    /// The sessions drawn on the weeks of the programme.
    pub timeline: Option<Timeline>,
    /// How many were held.
    pub held: u32,
}

impl Content for SessionSchedule {
    const ID: &'static str = "session-schedule";
    const SUMMARY: &'static str = "the appointments of the programme, one copy for each reader";
    const NEEDS: &'static str = "court proceedings and sessions";
    const PROGRAMMES: &'static [ProgrammeKind] = &[ProgrammeKind::Cppp];

    fn copies(office: Office<'_>) -> Result<Vec<DocumentCopy>, Inapplicable> {
        let court = DocumentCopy::of(Reader::Court);
        let served = office.serves(&court);
        served.proceedings().ok_or(Inapplicable::NoProceedings)?;
        let sessions = served.sessions();
        if sessions.is_empty() {
            return Err(Inapplicable::NoSessions);
        }
        let mut parties = office.copies_for_parties();
        parties.retain(|copy| !office.serves(copy).sessions().is_empty());
        Ok([court].into_iter().chain(parties).collect())
    }

    fn of(draft: &Draft<'_>) -> Self {
        let programme = draft.served.programme();
        let is_courts = draft.served.is_court();
        let window = |first| last_day(first, programme.window_weeks);
        let ends_on = programme
            .extended_to
            .or_else(|| programme.starts_on.and_then(window));
        SessionSchedule {
            imprint: Imprint::of(draft),
            heading: is_courts.then(|| Heading::of(draft)),
            starts_on: programme.starts_on,
            ends_on: ends_on.filter(|_| is_courts || !ended_early(&programme)),
            whole: is_courts.then(|| WholeSchedule::of(draft)),
            own: (!is_courts).then(|| OwnSchedule::of(draft)),
            needs: (!is_courts).then(|| Needs::of(draft)).flatten(),
            at: programme.at,
        }
    }
}

/// Whether the programme ended before its time, so that its last day holds no longer.
fn ended_early(programme: &ProgrammeFacts<'_>) -> bool {
    let outcome = programme.outcome;
    matches!(outcome, Some(Outcome::ReturnedToCourt | Outcome::Withdrawn))
}

impl WholeSchedule {
    fn of(draft: &Draft<'_>) -> Self {
        let sessions = sessions(draft);
        let held = |session: &&Session| session.status == SessionStatus::Held;
        WholeSchedule {
            at: draft.served.programme().at,
            timeline: Timeline::of(draft, &sessions),
            held: count(sessions.iter().filter(held)),
            sessions,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;
    use crate::view::sample;

    fn copy_of(case: &Case, index: usize) -> SessionSchedule {
        let copy =
            SessionSchedule::copies(Office::of(case)).expect("there are sessions")[index].clone();
        SessionSchedule::of(&sample::draft_of(case, copy))
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
        let copies = SessionSchedule::copies(Office::of(&case)).expect("there are sessions");
        assert_eq!(copies.len(), 2);
    }
}
