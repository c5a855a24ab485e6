//! R25: a slot or call begins or ends in the hour that the clock leaves out in spring
//! and repeats in autumn.

use std::collections::BTreeSet;

use jiff::civil::{Date, DateTime};

use super::{Outlook, on};
use crate::case::reading::Pointer;
use crate::case::recurrence::Schedule;
use crate::case::rules::Concern;
use crate::diagnostics::code::rule;
use crate::schedule::claim::{Part, schedule};
use crate::schedule::expand::Counted;
use crate::schedule::period::{LONDON, Period, local, plus_days};
use crate::schedule::weekly::Pattern;

pub(super) fn r25(outlook: &Outlook) -> Vec<Concern> {
    let mut told = BTreeSet::new();
    let mut concerns = Vec::new();
    for day in clock_changes(outlook.period) {
        for counted in outlook.counted() {
            for (pointer, time) in hours(outlook, counted, day) {
                // Where one slot ends another begins: the same hour is told once.
                if is_doubtful(time) && told.insert((counted.index, time.time())) {
                    concerns.push(concern(pointer, day));
                }
            }
        }
    }
    concerns
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
fn hours(outlook: &Outlook, counted: Counted, day: Date) -> Vec<(Pointer, DateTime)> {
    let schedule = schedule(counted.index);
    let in_force = Period::days(day, plus_days(day, 1))
        .filter(|_| !counted.rests_on(outlook.case, day))
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
        Schedule::Indirect {
            days, start, end, ..
        } => {
            let of_week = day.weekday().to_monday_zero_offset() as isize;
            let called = days.iter().any(|day| *day as isize == of_week);
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

fn concern(at: Pointer, day: Date) -> Concern {
    let in_spring = day.month() < 7;
    let what = if in_spring {
        "does not exist"
    } else {
        "comes twice"
    };
    Concern {
        code: &rule::CLOCK_CHANGE,
        at,
        message: "a time lies in the hour in which the clock is changed".into(),
        caption: format!("on {} this time {what}", on(day)),
        others: vec![],
        severity: None,
        help: "choose a time before 01:00 or from 02:00".into(),
    }
}
