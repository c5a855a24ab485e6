//! Days and times of day, local to Europe/London, as the file writes them.

use std::fmt;
use std::str::FromStr;

use jiff::civil;

use super::constrained::Misfit;

/// A day, written `2026-03-02`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub civil::Date);

crate::form! {
    Date = "date"
    "A day: year, month, day."
    pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    examples ["2026-03-02"]
    shown "YYYY-MM-DD"
}

/// A time of day on the 24-hour clock, written `09:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(pub civil::Time);

crate::form! {
    Time = "concord-time"
    "A time of day on the 24-hour clock."
    pattern "^[0-9]{2}:[0-9]{2}$"
    examples ["09:30"]
    shown "HH:MM"
}

/// A day of any year, written `12-25`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MonthDay {
    /// Month, from 1.
    pub month: i8,
    /// Day of the month, from 1.
    pub day: i8,
}

crate::form! {
    MonthDay = "concord-month-day"
    "A day of every year: month, day."
    pattern "^[0-9]{2}-[0-9]{2}$"
    examples ["12-25"]
    shown "MM-DD"
}

/// The numbers of a text such as `2026-03-02`, where every part has its full width.
fn numbers<const N: usize>(text: &str, separator: char, widths: [usize; N]) -> Option<[i16; N]> {
    let mut parts = text.split(separator);
    let mut numbers = [0; N];
    for (number, width) in numbers.iter_mut().zip(widths) {
        let part = parts.next()?;
        if part.len() != width || !part.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        *number = part.parse().ok()?;
    }
    parts.next().is_none().then_some(numbers)
}

/// A number that [`numbers`] read with a width of two.
fn short(number: i16) -> i8 {
    i8::try_from(number).unwrap_or(i8::MAX)
}

impl FromStr for Date {
    type Err = Misfit;

    fn from_str(text: &str) -> Result<Self, Misfit> {
        let [year, month, day] = numbers(text, '-', [4, 2, 2]).ok_or_else(|| {
            Misfit::new(
                "is not a date",
                "write year, month and day, in the form `YYYY-MM-DD`",
            )
        })?;
        civil::Date::new(year, short(month), short(day))
            .map(Date)
            .map_err(|_| no_such_day(year, month, day, |date| Date(date).to_string()))
    }
}

/// Says which day is the nearest, for a day that no month has.
fn no_such_day(year: i16, month: i16, day: i16, write: impl Fn(civil::Date) -> String) -> Misfit {
    let help = match civil::Date::new(year, short(month), 1) {
        Err(_) => "years go from 0001 to 9999, months from 01 to 12".to_owned(),
        Ok(first) if day < 1 => format!("that month begins on `{}`", write(first)),
        Ok(first) => format!("that month ends on `{}`", write(first.last_of_month())),
    };
    Misfit::no_such("is a day that does not exist", help)
}

impl FromStr for Time {
    type Err = Misfit;

    fn from_str(text: &str) -> Result<Self, Misfit> {
        let [hour, minute] = numbers(text, ':', [2, 2]).ok_or_else(|| {
            Misfit::new(
                "is not a time of day",
                "write hour and minute on the 24-hour clock, in the form `HH:MM`",
            )
        })?;
        civil::Time::new(short(hour), short(minute), 0, 0)
            .map(Time)
            .map_err(|_| {
                Misfit::no_such(
                    "is a time that does not exist",
                    "hours go from 00 to 23, minutes from 00 to 59",
                )
            })
    }
}

/// A year that has every day.
const LEAP_YEAR: i16 = 2024;

impl MonthDay {
    fn of(date: civil::Date) -> Self {
        MonthDay {
            month: date.month(),
            day: date.day(),
        }
    }
}

impl FromStr for MonthDay {
    type Err = Misfit;

    fn from_str(text: &str) -> Result<Self, Misfit> {
        let [month, day] = numbers(text, '-', [2, 2]).ok_or_else(|| {
            Misfit::new(
                "is not a day of the year",
                "write month and day, in the form `MM-DD`",
            )
        })?;
        civil::Date::new(LEAP_YEAR, short(month), short(day))
            .map(MonthDay::of)
            .map_err(|_| no_such_day(LEAP_YEAR, month, day, |date| MonthDay::of(date).to_string()))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.0.year(),
            self.0.month(),
            self.0.day()
        )
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0.hour(), self.0.minute())
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::form::MisfitKind;

    fn kind<T: FromStr<Err = Misfit>>(text: &str) -> Option<MisfitKind> {
        text.parse::<T>().err().map(|misfit| misfit.kind)
    }

    #[test]
    fn a_form_that_is_wrong_and_a_day_that_is_not_are_two_things() {
        let (wrong, no_such) = (Some(MisfitKind::WrongForm), Some(MisfitKind::NoSuchDate));
        assert_eq!(kind::<Date>("2026-02-28"), None);
        assert_eq!(kind::<Date>("2026-02-30"), no_such);
        for text in ["2/3/2026", "2026-2-3", "2026-02-28T10:00"] {
            assert_eq!(kind::<Date>(text), wrong, "{text}");
        }
        assert_eq!(kind::<Time>("23:59"), None);
        assert_eq!(kind::<Time>("24:00"), no_such);
        assert_eq!(kind::<Time>("5pm"), wrong);
        assert_eq!(kind::<MonthDay>("02-29"), None);
        assert_eq!(kind::<MonthDay>("02-30"), no_such);
    }

    #[test]
    fn the_nearest_day_is_named() {
        let help = |text: &str| text.parse::<Date>().map_err(|misfit| misfit.help);
        let table = [
            ("2026-04-31", "that month ends on `2026-04-30`"),
            ("2026-02-29", "that month ends on `2026-02-28`"),
            ("2028-02-30", "that month ends on `2028-02-29`"),
            ("2026-05-00", "that month begins on `2026-05-01`"),
            (
                "2026-13-01",
                "years go from 0001 to 9999, months from 01 to 12",
            ),
        ];
        for (text, expected) in table {
            assert_eq!(help(text), Err(expected.to_owned()), "{text}");
        }
        let yearly = "02-30".parse::<MonthDay>().map_err(|misfit| misfit.help);
        assert_eq!(yearly, Err("that month ends on `02-29`".to_owned()));
    }

    #[test]
    fn what_is_read_is_written_again() {
        assert_eq!(
            "2026-03-02".parse().map(|d: Date| d.to_string()),
            Ok("2026-03-02".into())
        );
        assert_eq!(
            "09:05".parse().map(|t: Time| t.to_string()),
            Ok("09:05".into())
        );
        assert_eq!(
            "12-25".parse().map(|d: MonthDay| d.to_string()),
            Ok("12-25".into())
        );
    }
}
