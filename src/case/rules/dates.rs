//! Days: as messages write them, and counted.

use jiff::Span;

use crate::case::form::Date;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day in plain words: `3 March 2026`.
pub(super) fn plain(day: Date) -> String {
    let month = usize::try_from(day.0.month() - 1)
        .ok()
        .and_then(|index| MONTHS.get(index))
        .expect("a month has a number from 1 to 12");
    format!("{} {month} {}", day.0.day(), day.0.year())
}

/// The day some days later; the last day there is, where the calendar ends before.
pub(super) fn days_after(day: Date, days: u32) -> Date {
    Date(day.0.saturating_add(Span::new().days(days)))
}

/// The same day some months later; the last of the month, where it has no such day.
pub(super) fn months_after(day: Date, months: u32) -> Date {
    Date(day.0.saturating_add(Span::new().months(months)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_without_noughts() {
        assert_eq!(
            "2026-03-03".parse().map(plain),
            Ok("3 March 2026".to_owned())
        );
        assert_eq!(
            "2024-12-31".parse().map(plain),
            Ok("31 December 2024".to_owned())
        );
    }
}
