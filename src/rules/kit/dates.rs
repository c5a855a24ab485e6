//! Days: as messages write them, and counted.

use jiff::Span;

use crate::case::form::Date;

/// A day in plain words: `3 March 2026`.
pub(crate) fn plain(day: Date) -> String {
    day.0.strftime("%-d %B %Y").to_string()
}

/// The day some days later; the last day there is, where the calendar ends before.
pub(crate) fn days_after(day: Date, days: u32) -> Date {
    Date(day.0.saturating_add(Span::new().days(days)))
}

/// The same day some months later; the last of the month, where it has no such day.
pub(crate) fn months_after(day: Date, months: u32) -> Date {
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
