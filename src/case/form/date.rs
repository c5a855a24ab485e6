//! Days and times of day, local to Europe/London, as the file writes them.

use std::fmt;
use std::str::FromStr;

use jiff::civil;

use super::Misfit;

/// A day, written `2026-03-02`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub civil::Date);

crate::form! {
    Date = "date"
    "A day: year, month, day."
    pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    examples ["2026-03-02"]
}

/// A time of day on the 24-hour clock, written `09:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(pub civil::Time);

crate::form! {
    Time = "concord-time"
    "A time of day on the 24-hour clock."
    pattern "^[0-9]{2}:[0-9]{2}$"
    examples ["09:30"]
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
                "write year, month and day, for example `2026-03-02`",
            )
        })?;
        civil::Date::new(year, short(month), short(day))
            .map(Date)
            .map_err(|_| {
                Misfit::no_such("is a day that does not exist", "look at the calendar again")
            })
    }
}

impl FromStr for Time {
    type Err = Misfit;

    fn from_str(text: &str) -> Result<Self, Misfit> {
        let [hour, minute] = numbers(text, ':', [2, 2]).ok_or_else(|| {
            Misfit::new(
                "is not a time of day",
                "write hour and minute on the 24-hour clock, for example `09:30`",
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

impl FromStr for MonthDay {
    type Err = Misfit;

    fn from_str(text: &str) -> Result<Self, Misfit> {
        let [month, day] = numbers(text, '-', [2, 2]).ok_or_else(|| {
            Misfit::new(
                "is not a day of the year",
                "write month and day, for example `12-25`",
            )
        })?;
        let (month, day) = (short(month), short(day));
        // A leap year, so that 29 February is a day.
        civil::Date::new(2024, month, day)
            .map(|_| MonthDay { month, day })
            .map_err(|_| {
                Misfit::no_such("is a day that does not exist", "look at the calendar again")
            })
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

    fn exists<T: FromStr<Err = Misfit>>(text: &str) -> Option<bool> {
        text.parse::<T>().err().map(|misfit| misfit.exists)
    }

    #[test]
    fn a_form_that_is_wrong_and_a_day_that_is_not_are_two_things() {
        assert_eq!(exists::<Date>("2026-02-28"), None);
        assert_eq!(exists::<Date>("2026-02-30"), Some(false));
        assert_eq!(exists::<Date>("2/3/2026"), Some(true));
        assert_eq!(exists::<Date>("2026-2-3"), Some(true));
        assert_eq!(exists::<Date>("2026-02-28T10:00"), Some(true));
        assert_eq!(exists::<Time>("23:59"), None);
        assert_eq!(exists::<Time>("24:00"), Some(false));
        assert_eq!(exists::<Time>("5pm"), Some(true));
        assert_eq!(exists::<MonthDay>("02-29"), None);
        assert_eq!(exists::<MonthDay>("02-30"), Some(false));
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
