//! R25: a slot or call begins or ends in the hour that the clock leaves out in spring
//! and repeats in autumn.

use std::collections::BTreeSet;

use jiff::civil::{Date, DateTime};

use super::expanded::{Expanded, on};
use crate::case::recurrence::Schedule;
use crate::diagnostics::Pointer;
use crate::diagnostics::code::rule;
use crate::rules::rule::Report;
use crate::schedule::calls::call_days;
use crate::schedule::claim::Part;
use crate::schedule::expand::Counted;
use crate::schedule::period::{LONDON, Period, local, plus_days};
use crate::schedule::weekly::Pattern;

/// Nothing begins or ends in the hour that the clock leaves out or repeats (R25).
pub(crate) fn no_time_lies_in_the_hour_of_the_change(expanded: &Expanded, report: &mut Report) {
    let mut told = BTreeSet::new();
    for day in clock_changes(expanded.period) {
        for counted in expanded.counted() {
            for (pointer, time) in hours(expanded, counted, day) {
                // Where one slot ends another begins: the same hour is told once.
                if is_doubtful(time) && told.insert((counted.index, time.time())) {
                    tell(report, pointer, day);
                }
            }
        }
    }
}

/// The days of a period on which the clock is changed.
fn clock_changes(period: Period) -> impl Iterator<Item = Date> {
    LONDON
        .following(period.from())
        .map(|change| change.timestamp())
        .take_while(move |change| *change < period.to())
        .map(|change| local(change).date())
}

/// The hours at which an arrangement says that something begins or ends on a day.
fn hours(expanded: &Expanded, counted: Counted, day: Date) -> Vec<(Pointer, DateTime)> {
    let schedule = counted.at();
    let in_force = Period::days(day, plus_days(day, 1))
        .filter(|_| !counted.rests_on(expanded.case, day))
        .and_then(|whole| counted.in_force(whole));
    let Some(in_force) = in_force else {
        return Vec::new();
    };
    let hours: Vec<(Pointer, DateTime)> = match counted.schedule {
        Schedule::Weekly { .. } => Pattern::of(counted.schedule)
            .into_iter()
            .flat_map(|pattern| pattern.occurrences(in_force))
            .flat_map(|occurrence| {
                let slot = match occurrence.part {
                    Part::Slot(index) => schedule.key("slots").item(index),
                    _ => schedule.clone(),
                };
                [
                    (slot.key("start"), occurrence.from),
                    (slot.key("end"), occurrence.to),
                ]
            })
            .collect(),
        Schedule::Monthly { start, end, .. } => [("start", start), ("end", end)]
            .into_iter()
            .map(|(key, time)| (schedule.key(key), day.to_datetime(time.0)))
            .collect(),
        Schedule::Rota { change, .. } => vec![(schedule.key("change"), day.to_datetime(change.0))],
        Schedule::Indirect { start, end, .. } => {
            let called = call_days(counted.schedule, in_force).contains(&day);
            [("start", start), ("end", end)]
                .into_iter()
                .filter(|_| called)
                .filter_map(|(key, time)| Some((schedule.key(key), day.to_datetime((*time)?.0))))
                .collect()
        }
        _ => Vec::new(),
    };
    hours
        .into_iter()
        .filter(|(_, hour)| hour.date() == day)
        .collect()
}

fn is_doubtful(hour: DateTime) -> bool {
    LONDON.to_ambiguous_timestamp(hour).is_ambiguous()
}

fn tell(report: &mut Report, at: Pointer, day: Date) {
    let in_spring = day.month() < 7;
    let what = if in_spring {
        "does not exist"
    } else {
        "comes twice"
    };
    report
        .add(
            &rule::CLOCK_CHANGE,
            at,
            "a time lies in the hour in which the clock is changed",
        )
        .caption(format!("on {} this time {what}", on(day)))
        .help("choose a time before 01:00 or from 02:00");
}
