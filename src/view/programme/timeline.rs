//! The sessions drawn on the weeks of the programme: for each the day on which it stands.

use jiff::Unit;
use schemars::JsonSchema;
use serde::Serialize;

use crate::case::form::Date;
use crate::case::programme::{SessionKind, SessionStatus};
use crate::diagnostics::Pointer;

use super::session::Session;
use crate::view::draft::Draft;
use crate::view::each_once::each_once;

/// Days of a week.
const WEEK: u32 = 7;

/// The weeks of the programme with its sessions.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Timeline {
    /// `programme` in the case file.
    pub at: Pointer,
    /// The first day of the first week.
    pub first: Date,
    /// How many weeks are drawn: those of the window, and more where it was extended.
    #[schemars(range(min = 1))]
    pub weeks: u32,
    /// The sessions, in the order of their days.
    #[schemars(length(min = 1))]
    pub marks: Vec<Mark>,
    /// Every status that a mark has, once.
    #[schemars(length(min = 1))]
    pub statuses: Vec<SessionStatus>,
}

/// A session on the timeline.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Mark {
    /// The session in the case file.
    pub at: Pointer,
    /// Its number in the table of sessions.
    pub number: u32,
    /// With whom, in general.
    pub kind: SessionKind,
    /// The day.
    pub on: Date,
    /// Days from the first day of the programme; 0 is that day itself.
    pub day: u32,
    /// The week it falls in, from 1.
    pub week: u32,
    /// Whether it took place.
    pub status: SessionStatus,
}

impl Timeline {
    /// The timeline; none where the programme has no first day, no sessions, or one
    /// before that day.
    pub(crate) fn of(draft: &Draft<'_>, sessions: &[Session]) -> Option<Self> {
        let programme = draft.served.programme();
        let first = programme.starts_on?;
        let marks: Option<Vec<Mark>> = sessions.iter().map(|one| mark(first, one)).collect();
        let marks = marks.filter(|marks| !marks.is_empty())?;
        let until = programme.extended_to.and_then(|last| days(first, last));
        let last_week = marks.iter().map(|mark| mark.week).max();
        let weeks = [Some(programme.window_weeks), until.map(week_of), last_week];
        Some(Timeline {
            at: programme.at,
            first,
            weeks: weeks.into_iter().flatten().max()?,
            statuses: each_once(marks.iter().map(|mark| mark.status)),
            marks,
        })
    }
}

fn mark(first: Date, session: &Session) -> Option<Mark> {
    let day = days(first, session.on)?;
    Some(Mark {
        at: session.at.clone(),
        number: session.number,
        kind: session.kind,
        on: session.on,
        day,
        week: week_of(day),
        status: session.status,
    })
}

/// Days from one day to another that does not lie before it.
fn days(first: Date, day: Date) -> Option<u32> {
    let span = first.0.until((Unit::Day, day.0)).ok()?;
    u32::try_from(span.get_days()).ok()
}

fn week_of(day: u32) -> u32 {
    day / WEEK + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;
    use crate::view::programme::session::sessions;
    use crate::view::sample;

    fn drawn(case: &Case) -> Option<Timeline> {
        let draft = sample::draft(case);
        Timeline::of(&draft, &sessions(&draft))
    }

    #[test]
    fn a_session_stands_on_its_day_and_in_its_week() {
        let mut case = sample::case();
        let start = case.programme.sessions[0].on;
        case.programme.starts_on = Some(start);
        let weeks = |case: &Case| drawn(case).expect("a timeline").weeks;
        let line = drawn(&case).expect("a timeline");
        assert_eq!((line.marks[0].day, line.marks[0].week), (0, 1));
        assert_eq!(weeks(&case), case.programme.window_weeks);
        let later = start.0.saturating_add(jiff::Span::new().weeks(12));
        case.programme.extended_to = Some(Date(later));
        assert_eq!(weeks(&case), 13);
    }

    #[test]
    fn nothing_is_drawn_that_has_no_place_on_the_line() {
        let mut case = sample::case();
        case.programme.starts_on = Some(case.programme.sessions[1].on);
        assert_eq!(drawn(&case), None);
        case.programme.starts_on = None;
        assert_eq!(drawn(&case), None);
    }
}
