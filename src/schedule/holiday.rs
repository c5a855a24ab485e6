//! School holidays: how each is shared, with the dates the calendar gives them.
//!
//! A holiday belongs to the year in which it begins: the Christmas holiday of 2026
//! follows the rule for even years to its end in January.

use jiff::civil::{Date, DateTime, Time};

use super::claim::{Occurrence, Part};
use super::period::{Period, instant, plus_days};
use crate::case::Case;
use crate::case::calendar::Holiday;
use crate::case::form::Id;
use crate::case::person::Child;
use crate::case::recurrence::{DatedPart, HolidayShare, Schedule, YearRule};

/// First and last moment of a holiday, as the clock shows them.
pub(crate) fn span(holiday: &Holiday) -> (DateTime, DateTime) {
    let last = holiday.last_school_day().0;
    let from = match holiday.from_time {
        Some(time) => last.to_datetime(time.0),
        None => plus_days(last, 1).to_datetime(Time::midnight()),
    };
    let to_time = holiday.to_time.map_or(Time::midnight(), |time| time.0);
    (from, holiday.next_school_day().0.to_datetime(to_time))
}

impl Period {
    /// From the end of the last school day before a holiday to the start of the next;
    /// none where that would be empty.
    pub fn of_holiday(holiday: &Holiday) -> Option<Self> {
        let (from, to) = span(holiday);
        Period::new(instant(from), instant(to))
    }
}

/// The holidays that a schedule names.
pub(crate) fn named(schedule: &Schedule) -> &[Id] {
    match schedule {
        Schedule::Holiday { periods, .. } => periods,
        _ => &[],
    }
}

/// A part of a holiday with one person, where a schedule shares it whole or in halves.
pub(crate) struct SharedPart<'a> {
    /// The holiday.
    pub holiday: &'a Holiday,
    /// Its place among those that the schedule names.
    pub nth: usize,
    /// When it begins.
    pub from: DateTime,
    /// When it ends.
    pub to: DateTime,
    /// With whom.
    pub adult: &'a Id,
}

/// The parts of the holidays that a schedule shares; of dated parts it has the dates already.
pub(crate) fn shared_parts<'a>(
    case: &'a Case,
    periods: &[Id],
    share: &'a HolidayShare,
) -> Vec<SharedPart<'a>> {
    let holidays = periods.iter().map(|id| case.holiday(id)).enumerate();
    let known = holidays.filter_map(|(nth, holiday)| Some((nth, holiday?)));
    let parts = known.flat_map(|(nth, holiday)| {
        let shares = shares(case, holiday, share).into_iter();
        shares.filter_map(move |(from, to, adult)| {
            Some(SharedPart {
                holiday,
                nth,
                from,
                to,
                adult: adult?,
            })
        })
    });
    parts.collect()
}

/// Who has which part of those holidays of a child that an arrangement names.
pub(crate) fn occurrences<'a>(
    case: &'a Case,
    child: &Child,
    periods: &[Id],
    share: &'a HolidayShare,
) -> Vec<Occurrence<'a>> {
    if let HolidayShare::Dates { parts } = share {
        return dated(case, child, periods, parts);
    }
    let parts = shared_parts(case, periods, share).into_iter();
    let theirs = parts.filter(|part| part.holiday.is_for(child));
    let occurrence = |part: SharedPart<'a>| Occurrence {
        part: Part::Holiday(part.nth),
        from: part.from,
        to: part.to,
        adult: part.adult,
    };
    theirs.map(occurrence).collect()
}

/// The halves of a holiday, or the whole of it, with the person the year's rule names.
fn shares<'a>(
    case: &'a Case,
    holiday: &Holiday,
    share: &'a HolidayShare,
) -> Vec<(DateTime, DateTime, Option<&'a Id>)> {
    let (from, to) = span(holiday);
    let year = holiday.last_school_day().0.year();
    match share {
        HolidayShare::Whole { with } => vec![(from, to, with.person(year))],
        HolidayShare::Halves { first, change_at } => {
            let middle = middle(holiday, change_at.map(|time| time.0));
            let second = second_half(case, first, year);
            vec![(from, middle, first.person(year)), (middle, to, second)]
        }
        HolidayShare::Dates { .. } => Vec::new(),
    }
}

/// When a holiday is handed over in the middle: on the day on which half of it has
/// passed, at noon where the arrangement names no hour. In a holiday too short for
/// that hour, at its beginning or end (rule R90 says that a half is then missing).
pub(crate) fn middle(holiday: &Holiday, change_at: Option<Time>) -> DateTime {
    let (from, to) = span(holiday);
    let half = from.saturating_add(from.duration_until(to) / 2);
    let change_at = change_at.unwrap_or(Time::constant(12, 0, 0, 0));
    let middle = half.date().to_datetime(change_at);
    middle.max(from).min(to.max(from))
}

/// Who has the second half: the other person the rule names or, where it names one
/// alone, the other of two parties.
pub(crate) fn second_half<'a>(case: &'a Case, first: &'a YearRule, year: i16) -> Option<&'a Id> {
    let person = first.person(year)?;
    let mut others = first.people().filter(|id| *id != person);
    if let Some(other) = others.next() {
        return Some(other);
    }
    let mut parties = case.parties().map(|party| &party.id);
    match (parties.next(), parties.next(), parties.next()) {
        (Some(one), Some(other), None) if one == person => Some(other),
        (Some(other), Some(one), None) if one == person => Some(other),
        _ => None,
    }
}

/// The dated parts; one that lies in another child's holiday alone is not this child's.
fn dated<'a>(
    case: &Case,
    child: &Child,
    periods: &[Id],
    parts: &'a [DatedPart],
) -> Vec<Occurrence<'a>> {
    let is_theirs = |id: &&Id| case.holiday(id).is_none_or(|one| one.is_for(child));
    let theirs: Vec<Id> = periods.iter().filter(is_theirs).cloned().collect();
    let of_part = |(index, part): (usize, &'a DatedPart)| {
        let holiday = holiday_of(case, &theirs, part);
        if holiday.is_none() && holiday_of(case, periods, part).is_some() {
            return None;
        }
        let (from, to) = part_span(part, holiday);
        Some(Occurrence {
            part: Part::Dated(index),
            from,
            to,
            adult: &part.with,
        })
    };
    parts.iter().enumerate().filter_map(of_part).collect()
}

/// The holiday a dated part belongs to: the first named one whose days it touches.
pub(crate) fn holiday_of<'a>(
    case: &'a Case,
    periods: &[Id],
    part: &DatedPart,
) -> Option<&'a Holiday> {
    periods
        .iter()
        .filter_map(|id| case.holiday(id))
        .find(|holiday| {
            holiday.last_school_day() <= part.to && part.from <= holiday.next_school_day()
        })
}

/// First and last moment of a dated part. Without an hour it takes whole days, and of
/// the first and last day of the holiday as much as the holiday has.
pub(crate) fn part_span(part: &DatedPart, holiday: Option<&Holiday>) -> (DateTime, DateTime) {
    let midnight = |day: Date| day.to_datetime(Time::midnight());
    let (begins, ends) = match holiday {
        Some(holiday) => span(holiday),
        None => (midnight(part.from.0), midnight(plus_days(part.to.0, 1))),
    };
    let from = match part.from_time {
        Some(time) => part.from.0.to_datetime(time.0),
        None if part.from.0 == begins.date() => begins,
        None => midnight(part.from.0),
    };
    let to = match part.to_time {
        Some(time) => part.to.0.to_datetime(time.0),
        None if part.to.0 == ends.date() => ends,
        None => midnight(plus_days(part.to.0, 1)),
    };
    (from, to)
}

impl YearRule {
    /// The person a rule names for a year.
    pub(crate) fn person(&self, year: i16) -> Option<&Id> {
        let by_parity = if year % 2 == 0 { &self.even } else { &self.odd };
        by_parity.as_ref().or(self.every.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summer(from: &str, to: &str) -> Holiday {
        let text = format!("{{id: summer, name: Summer, from: {from}, to: {to}}}");
        serde_yaml::from_str(&text).expect("it is a holiday")
    }

    #[test]
    fn without_hours_a_holiday_is_the_days_between_two_school_days() {
        let (from, to) = span(&summer("2026-07-21", "2026-09-02"));
        assert_eq!(from.to_string(), "2026-07-22T00:00:00");
        assert_eq!(to.to_string(), "2026-09-02T00:00:00");
    }

    #[test]
    fn the_middle_lies_within_even_of_a_short_holiday() {
        let long = summer("2026-07-21", "2026-09-02");
        assert_eq!(middle(&long, None).to_string(), "2026-08-12T12:00:00");
        let short = summer("2026-07-21", "2026-07-23");
        let early = Time::constant(0, 0, 0, 0);
        assert_eq!(middle(&short, Some(early)), span(&short).0);
    }
}
