//! R90: a part of a schedule that never comes about, because it names a week the pattern
//! does not have, ends before it begins, or has no date.
//!
//! Without this rule such a part would vanish from the timetable without a word.

use jiff::civil;

use super::expanded::Expanded;
use super::gap::holiday_pointer;
use crate::case::form::{Id, Time};
use crate::case::recurrence::{HolidayShare, Schedule, Slot, SpecialDay, YearRule};
use crate::diagnostics::Pointer;
use crate::diagnostics::Unplaced;
use crate::diagnostics::code::rule;
use crate::rules::rule::Report;
use crate::schedule::expand::Counted;
use crate::schedule::holiday::{holiday_of, middle, part_span, second_half, span};
use crate::schedule::weekly::days_long;

/// Every part of a schedule comes about at some time (R90).
pub(crate) fn every_part_comes_about(expanded: &Expanded, report: &mut Report) {
    calendar(expanded, report);
    for counted in expanded.counted() {
        let at = counted.at();
        match counted.schedule {
            Schedule::Weekly {
                cycle_weeks, slots, ..
            } => weekly(*cycle_weeks, slots, &at.key("slots"), report),
            Schedule::Holiday { periods, share, .. } => {
                of_nobody(expanded, counted, periods, &at.key("periods"), report);
                holiday(expanded, periods, share, &at.key("share"), report);
            }
            Schedule::Special {
                day: SpecialDay::Other,
                on: None,
                dates,
                ..
            } if dates.is_empty() => undated(report, at.key("day")),
            Schedule::Special {
                start,
                end: Some(end),
                end_after_days: 0,
                ..
            } if end.0 <= start.map_or(civil::Time::midnight(), |time| time.0) => {
                let start = start.map(|_| at.key("start"));
                ends_early(report, at.key("end"), start);
            }
            Schedule::Indirect {
                start: Some(start),
                end: Some(end),
                ..
            } if end <= start => ends_early(report, at.key("end"), Some(at.key("start"))),
            Schedule::Monthly {
                start,
                end,
                end_after_days: 0,
                ..
            } if end <= start => ends_early(report, at.key("end"), Some(at.key("start"))),
            _ => {}
        }
    }
}

fn undated(report: &mut Report, at: Pointer) {
    never(
        report,
        at,
        "no date is given for this day",
        "write month and day under `on`, in the form `on: MM-DD`, or the `dates` of a feast that \
         moves, one for each year",
    );
}

fn never<'r>(report: &'r mut Report, at: Pointer, caption: &str, help: &str) -> &'r mut Unplaced {
    report
        .add(
            &rule::NEVER,
            at,
            "a part of an arrangement never comes about",
        )
        .caption(caption)
        .help(help)
}

fn ends_early(report: &mut Report, end: Pointer, start: Option<Pointer>) {
    let concern = never(
        report,
        end,
        "this ends no later",
        "correct the times or days, so that the end comes after the beginning",
    );
    if let Some(start) = start {
        concern.but(start, "than it begins here");
    }
}

fn weekly(cycle_weeks: u32, slots: &[Slot], at: &Pointer, report: &mut Report) {
    for (index, slot) in slots.iter().enumerate() {
        let at = at.item(index);
        if slot.week > cycle_weeks {
            never(
                report,
                at.key("week"),
                "the pattern does not have so many weeks",
                "number the weeks from 1, or raise `cycle_weeks`",
            );
        }
        if days_long(slot).is_none() {
            ends_early(report, at.key("end"), Some(at.key("start")));
        }
    }
}

/// Holidays of the calendar that end before they begin.
fn calendar(expanded: &Expanded, report: &mut Report) {
    let holidays = expanded.case.calendar.iter().flat_map(|c| &c.holidays);
    for (index, holiday) in holidays.enumerate() {
        let (from, to) = span(holiday);
        // Dates that are missing are told of as such (R161).
        let is_dated = holiday.from.zip(holiday.to).is_some()
            || holiday.first_day_off.zip(holiday.last_day_off).is_some();
        if is_dated && to <= from {
            let at = holiday_pointer(index);
            let (ends, begins) = match holiday.to {
                Some(_) => ("to", "from"),
                None => ("last_day_off", "first_day_off"),
            };
            ends_early(report, at.key(ends), Some(at.key(begins)));
        }
    }
}

/// Holidays that no child of the arrangement has.
fn of_nobody(
    expanded: &Expanded,
    counted: Counted,
    periods: &[Id],
    at: &Pointer,
    report: &mut Report,
) {
    let children = || expanded.case.children_of(&counted.arrangement.children);
    for (index, id) in periods.iter().enumerate() {
        let holiday = expanded.case.holiday(id);
        if holiday.is_some_and(|holiday| !children().any(|child| holiday.is_for(child))) {
            never(
                report,
                at.item(index),
                "no child of this arrangement has this holiday",
                "take it out, or correct its `children` in `calendar.holidays`",
            );
        }
    }
}

fn holiday(
    expanded: &Expanded,
    periods: &[Id],
    share: &HolidayShare,
    at: &Pointer,
    report: &mut Report,
) {
    match share {
        HolidayShare::Whole { .. } => {}
        HolidayShare::Halves { first, change_at } => {
            halves(expanded, periods, first, *change_at, at, report);
        }
        HolidayShare::Dates { parts } => {
            let mut parts = parts.iter().enumerate();
            let ended = parts.find(|(_, part)| {
                let (from, to) = part_span(part, holiday_of(expanded.case, periods, part));
                to <= from
            });
            if let Some((index, _)) = ended {
                let at = at.key("parts").item(index);
                ends_early(report, at.key("to"), Some(at.key("from")));
            }
        }
    }
}

/// The first holiday of which one half is nobody's, or has no time.
fn halves(
    expanded: &Expanded,
    periods: &[Id],
    first: &YearRule,
    change_at: Option<Time>,
    at: &Pointer,
    report: &mut Report,
) {
    for holiday in periods.iter().filter_map(|id| expanded.case.holiday(id)) {
        let year = holiday.last_school_day().0.year();
        let (from, to) = span(holiday);
        let middle = middle(holiday, change_at.map(|time| time.0));
        if first.person(year).is_some() && second_half(expanded.case, first, year).is_none() {
            never(
                report,
                at.key("first"),
                "nobody is named for the second half",
                "name two people, under `even` and `odd`",
            );
            return;
        }
        if from < to && (middle == from || middle == to) {
            never(
                report,
                at.clone(),
                "one of the holidays is too short to be halved",
                "share it whole, or choose another `change_at`",
            );
            return;
        }
    }
}
