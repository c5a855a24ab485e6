//! Stretches of time, and the clock they are told by.
//!
//! Case files write days and hours as people in England and Wales read them from the
//! wall. Here they become instants, so that a day of 23 or 25 hours is no special case
//! anywhere else.

use std::sync::LazyLock;

use jiff::civil::{self, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, ToSpan};

/// Europe/London as it travels in the program: the machine's own database could differ.
pub(crate) static LONDON: LazyLock<TimeZone> = LazyLock::new(|| {
    TimeZoneDatabase::bundled()
        .get("Europe/London")
        .expect("the database in the program knows Europe/London")
});

/// A stretch of time from an instant until, but not including, a later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    from: Timestamp,
    to: Timestamp,
}

/// How many years of arrangements are looked at and told: an even and an odd one, so that
/// every rule of years is seen whole.
pub const YEARS: i32 = 2;

impl Period {
    /// The stretch between two instants; none where it would be empty.
    pub fn new(from: Timestamp, to: Timestamp) -> Option<Self> {
        (from < to).then_some(Period { from, to })
    }

    /// Whole days, from the first until, but not including, a later one.
    pub fn days(first: civil::Date, after: civil::Date) -> Option<Self> {
        Period::new(midnight(first), midnight(after))
    }

    /// From the first midnight of a day, for so many years.
    pub fn years(first: civil::Date, years: i32) -> Option<Self> {
        Period::days(first, first.saturating_add(years.years()))
    }

    /// Its first instant.
    pub fn from(&self) -> Timestamp {
        self.from
    }

    /// The first instant after it.
    pub fn to(&self) -> Timestamp {
        self.to
    }

    /// Whether an instant belongs to it.
    pub fn contains(&self, instant: Timestamp) -> bool {
        self.from <= instant && instant < self.to
    }

    /// What two stretches share.
    pub fn overlap(&self, other: &Period) -> Option<Period> {
        Period::new(self.from.max(other.from), self.to.min(other.to))
    }

    /// From the earlier beginning to the later end.
    pub(crate) fn hull(self, other: Period) -> Period {
        Period {
            from: self.from.min(other.from),
            to: self.to.max(other.to),
        }
    }

    /// What is left of it when others are taken out.
    pub fn without(self, others: &[Period]) -> Vec<Period> {
        others.iter().fold(vec![self], |left, other| {
            left.iter()
                .flat_map(|piece| {
                    let before = Period::new(piece.from, piece.to.min(other.from));
                    let after = Period::new(piece.from.max(other.to), piece.to);
                    before.into_iter().chain(after)
                })
                .collect()
        })
    }
}

/// The instant at which the clock in London shows a day and hour.
///
/// An hour that comes twice in autumn is meant the first time. Of an hour that is left
/// out in spring every minute is the moment at which the clock is put forward, so that
/// two times on the clock never change places. Rule R25 warns of both.
pub fn instant(at: DateTime) -> Timestamp {
    let told = LONDON.to_ambiguous_timestamp(at);
    if let AmbiguousOffset::Gap { .. } = told.offset() {
        let before = told.earlier().unwrap_or(Timestamp::MAX);
        if let Some(change) = LONDON.following(before).next() {
            return change.timestamp();
        }
    }
    told.compatible().unwrap_or(Timestamp::MAX)
}

/// What the clock in London shows at an instant.
pub fn local(instant: Timestamp) -> DateTime {
    LONDON.to_datetime(instant)
}

/// The instant at which a day begins in London.
pub(crate) fn midnight(day: civil::Date) -> Timestamp {
    instant(day.at(0, 0, 0, 0))
}

/// So many days later; at the end of the calendar, its last day.
pub(crate) fn plus_days(day: civil::Date, days: i64) -> civil::Date {
    day.saturating_add(days.days())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_in_spring_is_short_and_one_in_autumn_is_long() {
        let hours = |day: civil::Date| {
            let day = Period::days(day, plus_days(day, 1)).expect("a day is not empty");
            day.from.duration_until(day.to).as_hours()
        };
        assert_eq!(hours(date(2026, 3, 28)), 24);
        assert_eq!(hours(date(2026, 3, 29)), 23);
        assert_eq!(hours(date(2026, 10, 25)), 25);
    }

    #[test]
    fn an_hour_that_is_left_out_ends_as_it_begins() {
        let spring = date(2026, 3, 29);
        let forward = instant(spring.at(1, 0, 0, 0));
        assert_eq!(instant(spring.at(1, 59, 0, 0)), forward);
        assert_eq!(instant(spring.at(2, 0, 0, 0)), forward);
        assert_eq!(local(forward), spring.at(2, 0, 0, 0));
    }

    #[test]
    fn an_hour_that_comes_twice_is_meant_the_first_time() {
        let autumn = date(2026, 10, 25);
        let first = instant(autumn.at(1, 30, 0, 0));
        assert_eq!(first.to_string(), "2026-10-25T00:30:00Z");
    }

    #[test]
    fn what_is_taken_out_leaves_the_ends() {
        let day = |d| midnight(date(2026, 6, d));
        let period = |a, b| Period::new(day(a), day(b)).expect("not empty");
        let left = period(1, 20).without(&[period(3, 5), period(4, 9), period(18, 25)]);
        assert_eq!(left, [period(1, 3), period(9, 18)]);
    }
}
