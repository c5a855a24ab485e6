//! Dated times that are not the usual week: special days, and how each school holiday is
//! shared.

use jiff::civil::{DateTime, Time};
use schemars::JsonSchema;
use serde::Serialize;

use crate::case::calendar::{Holiday, Priority};
use crate::case::form::{Date, Id};
use crate::case::recurrence::{Schedule, SpecialDay};
use crate::schedule::{Answer, Claim, Period, Timetable, local};

use super::draft::{Draft, TimeOfDay};
use super::key::Key;

/// A special day, in one year.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(super) struct SpecialTime {
    /// The arrangement in the case file.
    pub at: String,
    /// Which day.
    pub day: SpecialDay,
    /// Whose birthday it is.
    pub whose: Option<String>,
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
    /// With whom.
    pub with: String,
    /// That person's letter.
    pub letter: String,
    /// That person's tone.
    pub tone: u32,
}

/// A school holiday, as it is shared.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(super) struct SharedHoliday {
    /// The holiday in the case file.
    pub at: String,
    /// What it is called.
    pub name: String,
    /// Its parts, in their order.
    #[schemars(length(min = 1))]
    pub parts: Vec<HolidayPart>,
}

/// A part of a holiday with one person.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(super) struct HolidayPart {
    /// The day it begins.
    pub from: Date,
    /// When.
    pub from_time: TimeOfDay,
    /// The day it ends.
    pub until: Date,
    /// When.
    pub until_time: TimeOfDay,
    /// With whom.
    pub with: String,
    /// That person's letter.
    pub letter: String,
    /// That person's tone.
    pub tone: u32,
}

/// The special days of a timetable, by date.
pub(super) fn special_times(
    draft: &Draft<'_>,
    key: &Key<'_>,
    timetable: &Timetable<'_>,
) -> Vec<SpecialTime> {
    let mut claims: Vec<Claim<'_>> = Vec::new();
    for stretch in timetable.stretches() {
        let Answer::With(claim) = stretch.answer else {
            continue;
        };
        let known =
            |known: &Claim| known.origin == claim.origin && known.arranged == claim.arranged;
        if claim.kind == Priority::Special && !claims.iter().any(known) {
            claims.push(claim);
        }
    }
    claims.sort_by_key(|claim| (claim.arranged.from(), claim.origin));
    let of = |claim| special_time(draft, key, timetable, claim);
    claims.into_iter().filter_map(of).collect()
}

fn special_time(
    draft: &Draft<'_>,
    key: &Key<'_>,
    timetable: &Timetable<'_>,
    claim: Claim<'_>,
) -> Option<SpecialTime> {
    let index = claim.origin.arrangement;
    let Some(Schedule::Special { day, child, .. }) = &draft.case.arrangements.get(index)?.schedule
    else {
        return None;
    };
    let person = key.person(draft.case, claim.adult, &timetable.child().id)?;
    let whose = child.as_ref().unwrap_or(&timetable.child().id);
    let whose = (*day == SpecialDay::Birthday).then(|| draft.name(whose, "/people/children"));
    let (from, until) = (local(claim.arranged.from()), local(claim.arranged.to()));
    let last = last_day(until);
    let time = |at: DateTime| (at.time() != Time::midnight()).then(|| clock_of(at));
    Some(SpecialTime {
        at: format!("/arrangements/{index}"),
        day: *day,
        whose,
        from: Date(from.date()),
        from_time: time(from),
        until: Date(last),
        until_time: time(until),
        one_day: from.date() == last,
        with: person.called,
        letter: person.letter,
        tone: person.tone,
    })
}

/// The day before, where something ends at midnight.
fn last_day(until: DateTime) -> jiff::civil::Date {
    match until.time() == Time::midnight() {
        true => until.date().yesterday().unwrap_or(until.date()),
        false => until.date(),
    }
}

fn clock_of(at: DateTime) -> TimeOfDay {
    TimeOfDay(crate::case::form::Time(at.time()))
}

/// The holidays of the calendar that an arrangement shares, as far as the timetable goes.
pub(super) fn shared_holidays(
    draft: &Draft<'_>,
    key: &Key<'_>,
    timetable: &Timetable<'_>,
) -> Vec<SharedHoliday> {
    let calendar = draft.case.calendar.iter();
    let holidays = calendar.flat_map(|calendar| calendar.holidays.iter().enumerate());
    holidays
        .filter_map(|(index, holiday)| shared(draft, key, timetable, index, holiday))
        .collect()
}

fn shared(
    draft: &Draft<'_>,
    key: &Key<'_>,
    timetable: &Timetable<'_>,
    index: usize,
    holiday: &Holiday,
) -> Option<SharedHoliday> {
    let whole = Period::of_holiday(holiday)?.overlap(&timetable.period())?;
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
    let part = |(with, part): (&Id, Period)| {
        let person = key.person(draft.case, with, &timetable.child().id)?;
        let (from, until) = (local(part.from()), local(part.to()));
        Some(HolidayPart {
            from: Date(from.date()),
            from_time: clock_of(from),
            until: Date(until.date()),
            until_time: clock_of(until),
            with: person.called,
            letter: person.letter,
            tone: person.tone,
        })
    };
    is_shared.then(|| SharedHoliday {
        at: format!("/calendar/holidays/{index}"),
        name: holiday.name.to_string(),
        parts: parts.into_iter().filter_map(part).collect(),
    })
}
