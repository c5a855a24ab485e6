//! Dated times that are not the usual week: special days, and how each school holiday is
//! shared.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::calendar::{Holiday, Priority};
use crate::case::form::{Date, Id};
use crate::case::recurrence::{Schedule, SpecialDay};
use crate::diagnostics::Pointer;
use crate::schedule::{Answer, Claim, Period, Timetable, local};

use super::holiday_span::{HolidaySpan, day_it_ends, hour};
use super::key::Key;
use crate::audience::Piece;
use crate::view::draft::{Draft, TimeOfDay};
use crate::view::words::Words;

/// A special day, in one year.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct SpecialTime {
    /// The arrangement in the case file.
    pub at: Pointer,
    /// Which day.
    pub day: SpecialDay,
    /// What the family calls it, where it is a day of their own.
    pub name: Option<Words>,
    /// The same, for the words of a picture, which have one language.
    pub called: Option<String>,
    /// Whose birthday it is.
    pub whose: Option<String>,
    /// Whether it is the birthday of the child who reads.
    pub yours: bool,
    /// The day it begins.
    pub from: Date,
    /// When, if not with the day.
    pub from_time: Option<TimeOfDay>,
    /// The day it ends.
    pub until: Date,
    /// When, if not with the day.
    pub until_time: Option<TimeOfDay>,
    /// Whether it begins and ends on one day.
    pub one_day: bool,
    /// The day it ends, where that has a name of its own.
    pub last_day: Option<SpecialDay>,
    /// With whom.
    pub with: String,
    /// That person's letter.
    pub letter: String,
    /// That person's tone.
    pub tone: u32,
}

impl SpecialTime {
    /// Whether it is of Christmas.
    pub(crate) fn is_christmas(&self) -> bool {
        self.day.is_christmas()
    }
}

/// A school holiday, as it is shared.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct SharedHoliday {
    /// The holiday in the case file.
    pub at: Pointer,
    /// What it is called.
    pub name: Words,
    /// Whether its name has the year, in which it begins and ends.
    pub names_year: bool,
    /// Its parts, in their order.
    #[schemars(length(min = 1))]
    pub parts: Vec<HolidayPart>,
}

/// A part of a holiday with one person.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct HolidayPart {
    /// How long it lasts.
    #[serde(flatten)]
    pub span: HolidaySpan,
    /// Whether the next part begins as it ends.
    pub goes_on: bool,
    /// With whom.
    pub with: String,
    /// That person's letter.
    pub letter: String,
    /// That person's tone.
    pub tone: u32,
}

/// The special days of a timetable, by date.
pub(crate) fn special_times(
    draft: &Draft<'_>,
    key: &Key<'_>,
    timetable: &Timetable<'_>,
) -> Vec<SpecialTime> {
    let of = |(claim, period)| special_time(draft, key, timetable, claim, period);
    decided(timetable).into_iter().filter_map(of).collect()
}

/// The stretches that a special day decides, by time: as much of what was arranged for it
/// as a holiday, an order or the end of the arrangement leaves.
fn decided<'a>(timetable: &Timetable<'a>) -> Vec<(Claim<'a>, Period)> {
    let mut decided: Vec<(Claim<'_>, Period)> = Vec::new();
    for stretch in timetable.stretches() {
        let Answer::With(claim) = stretch.answer else {
            continue;
        };
        if claim.kind != Priority::Special {
            continue;
        }
        let same =
            |known: &Claim<'_>| known.origin == claim.origin && known.arranged == claim.arranged;
        let grown = decided.last().and_then(|(known, period)| {
            let touches = period.to() == stretch.period.from() && same(known);
            Period::new(period.from(), stretch.period.to()).filter(|_| touches)
        });
        if grown.is_some() {
            decided.pop();
        }
        decided.push((claim, grown.unwrap_or(stretch.period)));
    }
    decided
}

fn special_time(
    draft: &Draft<'_>,
    key: &Key<'_>,
    timetable: &Timetable<'_>,
    claim: Claim<'_>,
    period: Period,
) -> Option<SpecialTime> {
    let arrangement = draft.served.arrangement(claim.origin.arrangement)?;
    let at = claim.origin.schedule();
    let schedule = arrangement.schedule.as_ref()?.nth(claim.origin.nth)?;
    let Schedule::Special { day, child, .. } = schedule else {
        return None;
    };
    let person = key.person(claim.adult, &timetable.child().id)?;
    let whose = child.as_ref().unwrap_or(&timetable.child().id);
    let yours = *day == SpecialDay::Birthday && reads(draft, whose);
    let whose = (*day == SpecialDay::Birthday)
        .then(|| draft.name(whose, Pointer::root().key("people").key("children")));
    let name = draft.own_day(schedule, &at);
    let (from, until) = (local(period.from()), local(period.to()));
    let last = day_it_ends(until);
    let is_whole = local(claim.arranged.from()).date() == from.date();
    let begins = named(from.date()).filter(|_| !is_whole);
    Some(SpecialTime {
        at: arrangement.at.clone(),
        called: name.as_ref().map(|name| name.text.clone()),
        name,
        day: begins.unwrap_or(*day),
        whose,
        yours,
        from: Date(from.date()),
        from_time: hour(from),
        until: Date(last),
        until_time: hour(until),
        one_day: from.date() == last,
        last_day: named(last),
        with: person.called,
        letter: person.letter,
        tone: person.tone,
    })
}

/// Whether it is this child who reads.
fn reads(draft: &Draft<'_>, child: &Id) -> bool {
    let reader = draft.served.reading_child();
    reader.is_some_and(|reader| reader.id == *child)
}

/// The special day that falls on this date in every year.
fn named(day: jiff::civil::Date) -> Option<SpecialDay> {
    match (day.month(), day.day()) {
        (12, 24) => Some(SpecialDay::ChristmasEve),
        (12, 25) => Some(SpecialDay::ChristmasDay),
        (12, 26) => Some(SpecialDay::BoxingDay),
        (12, 31) => Some(SpecialDay::NewYearsEve),
        (1, 1) => Some(SpecialDay::NewYearsDay),
        _ => None,
    }
}

/// The holidays of the calendar that an arrangement shares, as far as the timetable goes.
pub(crate) fn shared_holidays(
    draft: &Draft<'_>,
    key: &Key<'_>,
    timetable: &Timetable<'_>,
) -> Vec<SharedHoliday> {
    let holidays = draft.served.holidays();
    let theirs = holidays.filter(|holiday| holiday.is_for(timetable.child()));
    theirs
        .filter_map(|holiday| shared(draft, key, timetable, holiday))
        .collect()
}

fn shared(
    draft: &Draft<'_>,
    key: &Key<'_>,
    timetable: &Timetable<'_>,
    holiday: Piece<'_, Holiday>,
) -> Option<SharedHoliday> {
    let whole = Period::of_holiday(&holiday)?.overlap(&timetable.period())?;
    let mut parts: Vec<(&Id, Period)> = Vec::new();
    let mut is_shared = false;
    for stretch in timetable.stretches() {
        let (Some(part), Answer::With(claim)) = (stretch.period.overlap(&whole), &stretch.answer)
        else {
            continue;
        };
        is_shared |= claim.kind == Priority::Holiday;
        match parts.last_mut() {
            Some((with, last)) if *with == claim.adult && last.to() == part.from() => {
                *last = Period::new(last.from(), part.to())?;
            }
            _ => parts.push((claim.adult, part)),
        }
    }
    let begun: Vec<_> = parts.iter().map(|(_, part)| part.from()).skip(1).collect();
    let part = |(nth, (with, part)): (usize, (&Id, Period))| {
        let person = key.person(with, &timetable.child().id)?;
        Some(HolidayPart {
            span: HolidaySpan::of(local(part.from()), local(part.to())),
            goes_on: begun.get(nth) == Some(&part.to()),
            with: person.called,
            letter: person.letter,
            tone: person.tone,
        })
    };
    let (begins, ends) = (local(whole.from()), day_it_ends(local(whole.to())));
    let year = begins.year();
    is_shared.then(|| SharedHoliday {
        names_year: ends.year() == year && holiday.name.as_str().contains(&year.to_string()),
        name: draft.holiday(&holiday),
        parts: parts.into_iter().enumerate().filter_map(part).collect(),
        at: holiday.at,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;
    use crate::view::time::childrens_time::{ChildrensTime, childrens_time};

    fn time(case: &crate::case::Case) -> ChildrensTime {
        childrens_time(&sample::draft(case)).swap_remove(0)
    }

    #[test]
    fn a_special_day_is_told_as_far_as_it_decides() {
        let mut case = sample::case();
        let days = |case: &crate::case::Case| {
            let special = time(case).special.into_iter();
            special
                .map(|time| (time.from, time.until))
                .collect::<Vec<_>>()
        };
        let before = days(&case);
        case.priorities = vec![Priority::Holiday, Priority::Special, Priority::Weekly];
        let after = days(&case);
        assert!(after.len() < before.len(), "the Christmas holiday decides");
        assert!(after.iter().all(|day| before.contains(day)));
    }

    #[test]
    fn a_period_of_several_days_tells_its_last() {
        let special = time(&sample::case()).special;
        let ends = |day| {
            let found = special.iter().find(|time| time.day == day);
            found.map(|time| (time.one_day, time.last_day))
        };
        let boxing_day = Some(SpecialDay::BoxingDay);
        assert_eq!(ends(SpecialDay::ChristmasEve), Some((false, boxing_day)));
        assert_eq!(ends(SpecialDay::MothersDay), Some((true, None)));
    }

    #[test]
    fn a_holiday_without_hours_is_told_by_its_own_days() {
        let mut case = sample::case();
        let calendar = case.calendar.as_mut().expect("the sample has one");
        (calendar.holidays[0].from_time, calendar.holidays[0].to_time) = (None, None);
        let parts = &time(&case).holidays[0].parts;
        let (first, last) = (&parts[0], &parts[parts.len() - 1]);
        assert_eq!((first.span.from_time, last.span.until_time), (None, None));
        let days = ["2026-07-22", "2026-09-01"].map(|day| day.parse().expect("a date"));
        assert_eq!([first.span.from, last.span.until], days);
    }
}
