//! R90: a part of a schedule that never comes about, because it names a week the pattern
//! does not have, ends before it begins, or has no date.
//!
//! Without this rule such a part would vanish from the timetable without a word.

use jiff::civil;

use super::Outlook;
use super::gap::holiday_pointer;
use crate::case::form::Id;
use crate::case::reading::Pointer;
use crate::case::recurrence::{HolidayShare, Schedule, Slot, SpecialDay};
use crate::case::rules::Concern;
use crate::diagnostics::code::rule;
use crate::schedule::claim::schedule;
use crate::schedule::holiday::{holiday_of, middle, part_span, second_half, span};
use crate::schedule::weekly::days_long;

pub(super) fn r90(outlook: &Outlook) -> Vec<Concern> {
    let mut concerns = calendar(outlook);
    for counted in outlook.counted() {
        let at = schedule(counted.index);
        match counted.schedule {
            Schedule::Weekly {
                cycle_weeks, slots, ..
            } => concerns.extend(weekly(*cycle_weeks, slots, &at.key("slots"))),
            Schedule::Holiday { periods, share } => {
                concerns.extend(holiday(outlook, periods, share, &at.key("share")));
            }
            Schedule::Special {
                day: SpecialDay::Other,
                on: None,
                ..
            } => concerns.push(never(
                at.key("day"),
                "no date is given for this day",
                "write month and day under `on`, for example `on: 11-08`",
            )),
            Schedule::Special {
                start,
                end: Some(end),
                end_after_days: 0,
                ..
            } if end.0 <= start.map_or(civil::Time::midnight(), |time| time.0) => {
                let start = start.map(|_| at.key("start"));
                concerns.push(ends_early(at.key("end"), start));
            }
            Schedule::Special { .. } | Schedule::Handover { .. } => {}
            Schedule::Indirect {
                start: Some(start),
                end: Some(end),
                ..
            } if end <= start => {
                concerns.push(ends_early(at.key("end"), Some(at.key("start"))));
            }
            Schedule::Indirect { .. } => {}
        }
    }
    concerns
}

fn never(at: Pointer, caption: &str, help: &str) -> Concern {
    Concern {
        code: &rule::NEVER,
        at,
        message: "a part of an arrangement never comes about".into(),
        caption: caption.into(),
        others: vec![],
        severity: None,
        help: help.into(),
    }
}

fn ends_early(end: Pointer, start: Option<Pointer>) -> Concern {
    Concern {
        others: Vec::from_iter(start.map(|start| (start, "than it begins here".into()))),
        severity: None,
        ..never(
            end,
            "this ends no later",
            "correct the times or days, so that the end comes after the beginning",
        )
    }
}

fn weekly(cycle_weeks: u32, slots: &[Slot], at: &Pointer) -> Vec<Concern> {
    let mut concerns = Vec::new();
    for (index, slot) in slots.iter().enumerate() {
        let at = at.item(index);
        if slot.week > cycle_weeks {
            concerns.push(never(
                at.key("week"),
                "the pattern does not have so many weeks",
                "number the weeks from 1, or raise `cycle_weeks`",
            ));
        }
        if days_long(slot).is_none() {
            concerns.push(ends_early(at.key("end"), Some(at.key("start"))));
        }
    }
    concerns
}

/// Holidays of the calendar that end before they begin.
fn calendar(outlook: &Outlook) -> Vec<Concern> {
    let holidays = outlook.case.calendar.iter().flat_map(|c| &c.holidays);
    holidays
        .enumerate()
        .filter(|(_, holiday)| {
            let (from, to) = span(holiday);
            to <= from
        })
        .map(|(index, _)| {
            let at = holiday_pointer(index);
            ends_early(at.key("to"), Some(at.key("from")))
        })
        .collect()
}

fn holiday(
    outlook: &Outlook,
    periods: &[Id],
    share: &HolidayShare,
    at: &Pointer,
) -> Option<Concern> {
    let mut holidays = periods.iter().filter_map(|id| outlook.case.holiday(id));
    match share {
        HolidayShare::Whole { .. } => None,
        HolidayShare::Halves { first, change_at } => holidays.find_map(|holiday| {
            let year = holiday.from.0.year();
            let (from, to) = span(holiday);
            let middle = middle(holiday, change_at.map(|time| time.0));
            if first.person(year).is_some() && second_half(outlook.case, first, year).is_none() {
                return Some(never(
                    at.key("first"),
                    "nobody is named for the second half",
                    "name two people, under `even` and `odd`",
                ));
            }
            (from < to && (middle == from || middle == to)).then(|| {
                never(
                    at.clone(),
                    "one of the holidays is too short to be halved",
                    "share it whole, or choose another `change_at`",
                )
            })
        }),
        HolidayShare::Dates { parts } => parts.iter().enumerate().find_map(|(index, part)| {
            let holiday = holiday_of(outlook.case, periods, part);
            let (from, to) = part_span(part, holiday);
            let at = at.key("parts").item(index);
            (to <= from).then(|| ends_early(at.key("to"), Some(at.key("from"))))
        }),
    }
}
