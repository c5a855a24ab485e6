//! Days that come once a year, and the movable ones among them.

use jiff::civil::{Date, Time, Weekday};

use super::claim::{Occurrence, Part};
use super::period::plus_days;
use crate::case::Case;
use crate::case::form::{self, MonthDay};
use crate::case::person::Child;
use crate::case::recurrence::{Schedule, SpecialDay, YearRule};

/// A special day, as an arrangement describes it for one child.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Special<'a> {
    day: SpecialDay,
    on: Option<MonthDay>,
    dates: &'a [form::Date],
    /// Whose birthday it is, where it is one.
    born: Option<Date>,
    start: Time,
    end: Option<form::Time>,
    end_after_days: i64,
    rule: &'a YearRule,
}

impl<'a> Special<'a> {
    /// The special day of a schedule, where it is one. Where a birthday names no
    /// child, each child's own birthday is meant.
    pub(crate) fn of(case: &'a Case, schedule: &'a Schedule, child: &'a Child) -> Option<Self> {
        let Schedule::Special {
            day,
            on,
            dates,
            child: named,
            start,
            end,
            end_after_days,
            rule,
            ..
        } = schedule
        else {
            return None;
        };
        let celebrated = match named {
            Some(id) => case.child(id),
            None => Some(child),
        };
        Some(Special {
            day: *day,
            on: *on,
            dates,
            born: celebrated.map(|child| child.dob.0),
            start: start.map_or(Time::midnight(), |time| time.0),
            end: *end,
            end_after_days: i64::from(*end_after_days),
            rule,
        })
    }

    /// When the day comes in a year, and who has it then; it may end before it begins
    /// (rule R90).
    pub(crate) fn occurrence(&self, year: i16) -> Option<Occurrence<'a>> {
        let day = self.date(year)?;
        let last = plus_days(day, self.end_after_days);
        Some(Occurrence {
            part: Part::Day,
            from: day.to_datetime(self.start),
            to: match self.end {
                Some(time) => last.to_datetime(time.0),
                None => plus_days(last, 1).to_datetime(Time::midnight()),
            },
            adult: self.rule.person(year)?,
        })
    }

    /// The date in a year. A date the arrangement gives, in `dates` or in `on`, goes before
    /// the one the calendar knows.
    pub(crate) fn date(&self, year: i16) -> Option<Date> {
        if !self.dates.is_empty() {
            let mut dates = self.dates.iter().map(|day| day.0);
            return dates.find(|day| day.year() == year);
        }
        if let Some(on) = self.on {
            return Some(anniversary(year, on.month, on.day));
        }
        match self.day {
            SpecialDay::Birthday => {
                let born = self.born.filter(|born| born.year() <= year)?;
                Some(anniversary(year, born.month(), born.day()))
            }
            SpecialDay::ChristmasEve => Some(anniversary(year, 12, 24)),
            SpecialDay::ChristmasDay => Some(anniversary(year, 12, 25)),
            SpecialDay::BoxingDay => Some(anniversary(year, 12, 26)),
            SpecialDay::NewYearsEve => Some(anniversary(year, 12, 31)),
            SpecialDay::NewYearsDay => Some(anniversary(year, 1, 1)),
            SpecialDay::MothersDay => Some(plus_days(easter(year), -21)),
            SpecialDay::FathersDay => anniversary(year, 6, 1)
                .nth_weekday_of_month(3, Weekday::Sunday)
                .ok(),
            SpecialDay::EasterSunday => Some(easter(year)),
            SpecialDay::Other => None,
        }
    }
}

/// A day of the year; where the year has no 29 February, the first of March, on which
/// the law of England and Wales lets a year of life end.
fn anniversary(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day)
        .or_else(|_| Date::new(year, 3, 1))
        .unwrap_or(Date::MAX)
}

/// Easter Sunday: the Sunday after the full moon that the Gregorian calendar reckons
/// for spring (Calendar (New Style) Act 1750, by its general tables).
pub(crate) fn easter(year: i16) -> Date {
    let year_of_moon = i32::from(year) % 19;
    let century = i32::from(year) / 100;
    let leap_days_left_out = century - century / 4;
    let moon_correction = (8 * century + 13) / 25;
    // The moon's age on the first day of spring, in days before the full moon.
    let age = (19 * year_of_moon + leap_days_left_out - moon_correction + 15).rem_euclid(30);
    // Two full moons that would come a day too late are moved.
    let late = age == 29 || (age == 28 && year_of_moon > 10);
    let full_moon = age - i32::from(late);
    let full_moon = plus_days(anniversary(year, 3, 21), i64::from(full_moon));
    let to_sunday = 7 - i64::from(full_moon.weekday().to_sunday_zero_offset());
    plus_days(full_moon, to_sunday)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_almanacs_say() {
        let known = [
            (1818, "1818-03-22"),
            (1943, "1943-04-25"),
            (1954, "1954-04-18"),
            (1981, "1981-04-19"),
            (2000, "2000-04-23"),
            (2019, "2019-04-21"),
            (2024, "2024-03-31"),
            (2025, "2025-04-20"),
            (2026, "2026-04-05"),
            (2027, "2027-03-28"),
            (2038, "2038-04-25"),
            (2049, "2049-04-18"),
            (2076, "2076-04-19"),
        ];
        for (year, day) in known {
            assert_eq!(easter(year).to_string(), day);
        }
    }

    fn special(text: &str) -> Schedule {
        serde_yaml::from_str(&format!("kind: special\n{text}")).expect("it is a special day")
    }

    fn day(schedule: &Schedule, year: i16) -> Option<String> {
        let Schedule::Special {
            day,
            on,
            dates,
            rule,
            ..
        } = schedule
        else {
            panic!("it is special")
        };
        let special = Special {
            day: *day,
            on: *on,
            dates,
            born: Some(Date::constant(2020, 2, 29)),
            start: Time::midnight(),
            end: None,
            end_after_days: 0,
            rule,
        };
        special.date(year).map(|date| date.to_string())
    }

    #[test]
    fn movable_days_move_and_the_case_has_the_last_word() {
        let table = [
            ("day: mothers_day", 2026, Some("2026-03-15")),
            ("day: mothers_day", 2027, Some("2027-03-07")),
            ("day: fathers_day", 2026, Some("2026-06-21")),
            ("day: birthday", 2027, Some("2027-03-01")),
            ("day: birthday", 2028, Some("2028-02-29")),
            ("day: birthday", 2019, None),
            ("day: christmas_day\non: 01-07", 2027, Some("2027-01-07")),
            ("day: other", 2027, None),
            (
                "day: other\ndates: [2026-11-08, 2027-10-29]",
                2027,
                Some("2027-10-29"),
            ),
            ("day: other\ndates: [2026-11-08, 2027-10-29]", 2028, None),
        ];
        for (text, year, expected) in table {
            let schedule = special(&format!("{text}\nrule: {{every: mother}}"));
            assert_eq!(day(&schedule, year).as_deref(), expected, "{text}");
        }
    }
}
