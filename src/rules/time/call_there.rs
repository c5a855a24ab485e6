//! R135: a call with somebody with whom the child is at that hour.
//!
//! Calls with each parent in turn are no fault, nor are those that come nearly every day or
//! of which words say which are meant: whoever made them thought of the days together.

use std::collections::BTreeSet;

use jiff::{Timestamp, ToSpan};

use super::expanded::{Expanded, at};
use super::words::{WORDS, says};
use crate::case::calendar::Priority;
use crate::case::recurrence::{Channel, Schedule};
use crate::diagnostics::code::rule;
use crate::rules::rule::Report;
use crate::schedule::calls::call_days;
use crate::schedule::claim::Claim;
use crate::schedule::expand::Counted;
use crate::schedule::period::instant;
use crate::schedule::resolve::Answer;
use crate::schedule::timetable::Timetable;

/// Calls on so many days of the week are meant for those apart.
const NEARLY_DAILY: usize = 5;

/// Of so many calls at least one falls on days together, or holidays alone do it.
const ONE_IN: usize = 4;

/// A child does not call whom the child is with (R135).
pub(crate) fn nobody_calls_whom_the_child_is_with(expanded: &Expanded, report: &mut Report) {
    let mut told = BTreeSet::new();
    for timetable in &expanded.timetables {
        for call in expanded
            .counted()
            .filter(|one| one.is_for(timetable.child()))
        {
            let Some((hour, there)) = together(timetable, &call) else {
                continue;
            };
            let meant = in_turn(expanded, &call) || says(call.arrangement, &WORDS.which_calls);
            if meant || !told.insert(call.index) {
                continue;
            }
            report
                .add(
                    &rule::CALLS_AT_HOME,
                    call.at().key("days"),
                    format!(
                        "`{}` has a child call somebody with whom the child is then",
                        call.arrangement.id
                    ),
                )
                .caption(format!("there is a call on {}", at(hour)))
                .but(
                    there.origin.pointer(),
                    format!("the child is with `{}` then by this", there.adult),
                )
                .help(
                    "say in the text which of these calls are meant, as `when they are not with \
                     him`, or choose other days",
                );
        }
    }
}

/// The first call, by telephone or video, on a day that is spent with whom it is with, where
/// that comes about by the usual weeks.
fn together<'a>(timetable: &Timetable<'a>, call: &Counted<'a>) -> Option<(Timestamp, Claim<'a>)> {
    let Schedule::Indirect {
        channel: Channel::Phone | Channel::Video,
        days,
        start: Some(start),
        with,
        ..
    } = call.schedule
    else {
        return None;
    };
    let dated = call_days(call.schedule, call.in_force(timetable.period())?);
    let claim = |hour| match timetable.at(hour) {
        Some(Answer::With(claim)) if claim.adult == with && claim.kind == Priority::Weekly => {
            Some(*claim)
        }
        _ => None,
    };
    let hours = dated.iter().map(|day| instant(day.to_datetime(start.0)));
    let together = hours.filter_map(|hour| {
        // At the hour of a handover nobody can tell.
        let before = hour.checked_sub(1.minute()).ok()?;
        claim(before)?;
        Some((hour, claim(hour)?))
    });
    let together: Vec<(Timestamp, Claim<'a>)> = together.collect();
    let is_usual = together.len() * ONE_IN >= dated.len() && days.len() < NEARLY_DAILY;
    together.into_iter().next().filter(|_| is_usual)
}

/// Whether there are calls with somebody else at that hour, so that each is for the days apart.
fn in_turn(expanded: &Expanded, call: &Counted) -> bool {
    let hours = |schedule: &Schedule| match schedule {
        Schedule::Indirect {
            days, start, with, ..
        } => Some((days.clone(), *start, with.clone())),
        _ => None,
    };
    let Some((days, start, with)) = hours(call.schedule) else {
        return false;
    };
    let mut others = expanded.counted().filter_map(|one| hours(one.schedule));
    others.any(|(other_days, other_start, other)| {
        other != with && other_start == start && other_days.iter().any(|day| days.contains(day))
    })
}
