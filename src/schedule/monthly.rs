//! Days that are counted in the month, and nights that are counted by themselves.

use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};

use super::claim::{Occurrence, Part};
use super::period::{Period, local, plus_days};
use crate::case::form::Id;
use crate::case::recurrence::{self, OfMonth};

/// The longest stay of such a schedule, in days.
const LONGEST: i64 = 28;

/// Which days of a month are meant, in their order.
pub(crate) fn days_of_month(
    month: Date,
    day: recurrence::Weekday,
    of_month: &[OfMonth],
) -> Vec<Date> {
    let weekday = Weekday::Monday.wrapping_add(day as i64);
    let nth = |which: &OfMonth| match which {
        OfMonth::First => 1,
        OfMonth::Second => 2,
        OfMonth::Third => 3,
        OfMonth::Fourth => 4,
        OfMonth::Last => -1,
    };
    let days = of_month.iter();
    let mut days: Vec<Date> = days
        .filter_map(|which| month.nth_weekday_of_month(nth(which), weekday).ok())
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// The first days of the months that a period touches, and of the one before.
pub(crate) fn months(period: Period) -> impl Iterator<Item = Date> {
    let first = local(period.from()).date().first_of_month();
    let last = local(period.to()).date();
    let before = first.saturating_sub(1.month());
    before
        .series(1.month())
        .take_while(move |month| *month <= last)
}

/// A stay on some days of each month.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Monthly<'a> {
    pub(crate) of_month: &'a [OfMonth],
    pub(crate) day: recurrence::Weekday,
    pub(crate) start: Time,
    pub(crate) days: i64,
    pub(crate) end: Time,
    pub(crate) with: &'a Id,
}

impl<'a> Monthly<'a> {
    /// Every time it comes that touches a period.
    pub(crate) fn occurrences(self, period: Period) -> Vec<Occurrence<'a>> {
        let begun = months(period).flat_map(|month| days_of_month(month, self.day, self.of_month));
        begun
            .map(|day| Occurrence {
                part: Part::Slot(0),
                from: day.to_datetime(self.start),
                to: plus_days(day, self.days).to_datetime(self.end),
                adult: self.with,
            })
            .collect()
    }
}

/// Nights that come again after so many days.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rota<'a> {
    pub(crate) first: Date,
    pub(crate) on: i64,
    pub(crate) off: i64,
    pub(crate) change: Time,
    pub(crate) with: &'a Id,
}

impl<'a> Rota<'a> {
    /// Every time it comes that touches a period, from its first day on.
    pub(crate) fn occurrences(self, period: Period) -> Vec<Occurrence<'a>> {
        let round = (self.on + self.off).max(1);
        let day = plus_days(local(period.from()).date(), -LONGEST);
        let since = self.first.duration_until(day).as_hours() / 24;
        let begun = since.div_euclid(round).max(0);
        let last = local(period.to()).date();
        let days = (begun..).map(|times| plus_days(self.first, times * round));
        days.take_while(|day| *day <= last && *day < Date::MAX)
            .map(|day| Occurrence {
                part: Part::Slot(0),
                from: day.to_datetime(self.change),
                to: plus_days(day, self.on).to_datetime(self.change),
                adult: self.with,
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn year() -> Period {
        Period::days(date(2026, 7, 1), date(2027, 7, 1)).expect("a year")
    }

    #[test]
    fn the_last_day_of_a_month_is_its_fourth_or_fifth() {
        let fridays = |month| days_of_month(month, recurrence::Weekday::Friday, &[OfMonth::Last]);
        assert_eq!(fridays(date(2026, 7, 1)), [date(2026, 7, 31)]);
        assert_eq!(fridays(date(2026, 8, 1)), [date(2026, 8, 28)]);
    }

    #[test]
    fn a_stay_from_the_last_day_of_a_month_lasts_into_the_next() {
        let with = "grandmother".parse().expect("an id");
        let monthly = Monthly {
            of_month: &[OfMonth::Last],
            day: recurrence::Weekday::Friday,
            start: Time::constant(17, 0, 0, 0),
            days: 2,
            end: Time::constant(16, 0, 0, 0),
            with: &with,
        };
        let stays =
            monthly.occurrences(Period::days(date(2026, 8, 1), date(2026, 8, 3)).expect("days"));
        assert!(
            stays
                .iter()
                .any(|stay| stay.to == date(2026, 8, 2).at(16, 0, 0, 0))
        );
    }

    #[test]
    fn four_on_and_four_off_come_again_every_eight_days_and_not_before_the_first() {
        let with = "father".parse().expect("an id");
        let rota = Rota {
            first: date(2026, 7, 13),
            on: 4,
            off: 4,
            change: Time::constant(9, 0, 0, 0),
            with: &with,
        };
        let days: Vec<Date> = rota
            .occurrences(year())
            .iter()
            .map(|stay| stay.from.date())
            .collect();
        assert_eq!(
            days[..3],
            [date(2026, 7, 13), date(2026, 7, 21), date(2026, 7, 29)]
        );
        assert_eq!(
            rota.occurrences(year())[0].to,
            date(2026, 7, 17).at(9, 0, 0, 0)
        );
    }
}
