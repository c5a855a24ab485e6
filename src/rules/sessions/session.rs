//! Each session by itself: its status and its day, its length, and what became of one
//! that was not held.

use crate::case::Case;
use crate::case::programme::{SessionKind, SessionStatus};
use crate::case::recurrence::Schedule;
use crate::diagnostics::Pointer;
use crate::diagnostics::Severity;
use crate::diagnostics::code::rule;
use crate::rules::kit::arrangements::schedules;
use crate::rules::kit::dates::plain;
use crate::rules::kit::limits::LIMITS;
use crate::rules::kit::programme::{is_cppp, sessions};
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[
    status_fits_the_date,
    length_is_usual,
    ends_after_it_begins,
    an_end_has_a_beginning,
    not_held_has_a_reason,
    rearranged_has_a_successor,
];

/// What was held or missed lies before the day of the document, what is planned does
/// not (R04).
fn status_fits_the_date(case: &Case, report: &mut Report) {
    let today = case.document.prepared_on;
    for (place, session) in sessions(case) {
        let (is, severity) = match session.status {
            SessionStatus::Held if session.on > today => ("`held`", Severity::Error),
            SessionStatus::Missed if session.on > today => ("`missed`", Severity::Error),
            SessionStatus::Planned if session.on < today => ("`planned`", Severity::Warning),
            _ => continue,
        };
        let when = if session.on > today {
            "after"
        } else {
            "before"
        };
        let message = format!(
            "`{}` is {is}, yet its day is {when} the day of the document",
            session.id
        );
        report
            .add(&rule::STATUS_AND_DATE, place.key("status"), message)
            .weigh(severity)
            .caption(format!("on {} it is {is}", plain(session.on)))
            .but(
                Pointer::root().key("document").key("prepared_on"),
                format!("but the document is of {}", plain(today)),
            )
            .help("write what became of the session, or correct one of the two days");
    }
}

/// A session takes between a quarter of an hour and three hours; one with a single
/// parent usually an hour and a half (R09; programme page).
fn length_is_usual(case: &Case, report: &mut Report) {
    for (place, session) in sessions(case) {
        let Some(minutes) = session.minutes().filter(|minutes| *minutes > 0) else {
            continue;
        };
        let alone = is_cppp(case) && session.kind == SessionKind::OneToOne;
        let length = &LIMITS.session;
        let (usual, severity) = match minutes {
            _ if minutes < length.shortest => {
                ("shorter than a quarter of an hour", Severity::Warning)
            }
            _ if minutes > length.longest => ("longer than three hours", Severity::Warning),
            _ if minutes > length.usual_alone && alone => {
                ("where an hour and a half is usual", Severity::Info)
            }
            _ => continue,
        };
        if session.status.stands() && session.reason.is_none() {
            let message = format!("`{}` takes {}, {usual}", session.id, spoken(minutes));
            report
                .add(&rule::SESSION_LENGTH, place.key("end"), message)
                .weigh(severity)
                .caption("it ends here")
                .but(place.key("start"), "and begins here")
                .help("correct the times, or say why in the session's `reason`");
        }
    }
}

/// A length as people say it.
fn spoken(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} minutes"),
        (hours, 0) => format!("{hours} hours"),
        (1, minutes) => format!("1 hour {minutes} minutes"),
        (hours, minutes) => format!("{hours} hours {minutes} minutes"),
    }
}

/// A session ends after it begins (R80).
fn ends_after_it_begins(case: &Case, report: &mut Report) {
    for (place, session) in sessions(case) {
        if session.minutes().is_some_and(|minutes| minutes <= 0) {
            let message = format!("`{}` does not end after it begins", session.id);
            report
                .add(&rule::START_AND_END, place.key("end"), message)
                .caption("it ends here")
                .but(place.key("start"), "but begins here")
                .help("write both times on the 24-hour clock");
        }
    }
}

/// Whoever says when a session or a call ends says when it begins: an end alone is printed
/// nowhere (R92).
fn an_end_has_a_beginning(case: &Case, report: &mut Report) {
    let sessions = sessions(case).map(|(at, session)| (at, session.start, session.end));
    let calls = schedules(case).filter_map(|(at, _, schedule)| match schedule {
        Schedule::Indirect { start, end, .. } => Some((at, *start, *end)),
        _ => None,
    });
    for (place, start, end) in sessions.chain(calls) {
        if end.is_some() && start.is_none() {
            report
                .add(
                    &rule::END_WITHOUT_START,
                    place.key("end"),
                    "an end without a beginning",
                )
                .caption("it ends here")
                .help("write in `start` when it begins, or take `end` out");
        }
    }
}

/// A session that was not held says why (R81; programme page: appointments are
/// rearranged with the officer, and the court asks who did not come).
fn not_held_has_a_reason(case: &Case, report: &mut Report) {
    for (place, session) in sessions(case) {
        if !session.status.stands() && session.reason.is_none() {
            let message = format!("`{}` was not held and nothing says why", session.id);
            report
                .add(&rule::NOT_HELD_WITHOUT_REASON, place.key("status"), message)
                .caption("it was not held")
                .help("write the session's `reason` in a sentence the parents may read");
        }
    }
}

/// A session that was moved is replaced by another (R81).
fn rearranged_has_a_successor(case: &Case, report: &mut Report) {
    for (place, session) in sessions(case) {
        let mut others = case.programme.sessions.iter();
        let replaced = others.any(|other| other.replaces.as_ref() == Some(&session.id));
        if session.status == SessionStatus::Rearranged && !replaced {
            let message = format!("`{}` was moved and no session replaces it", session.id);
            report
                .add(&rule::NOT_HELD_WITHOUT_REASON, place.key("status"), message)
                .caption("it was moved to another day")
                .help(format!(
                    "write `replaces: {}` in the session that stands in for it, or call it \
                     `cancelled`",
                    session.id
                ));
        }
    }
}
