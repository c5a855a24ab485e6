//! Dates and times in one style per language: "Monday 2 March 2026", "5.30 pm", "12 noon",
//! "midnight". In English a full stop parts hours from minutes, as in court orders; whole
//! hours have no minutes, and the two twelves have names, because "12 pm" has
//! been read both ways.

use jiff::civil::{Date, Time, Weekday};

use super::letters::capitalised;
use super::locale::Locale;

impl Locale {
    /// "2 March 2026".
    pub fn date(&self, date: Date) -> String {
        self.calendar().date.fill_checked(&[
            ("day", &date.day().to_string()),
            ("month", self.month(date)),
            ("year", &date.year().to_string()),
        ])
    }

    /// "2 March", "2 Mawrth": where the year stands beside it.
    pub fn day_month(&self, date: Date) -> String {
        self.calendar().day_month.fill_checked(&[
            ("day", &date.day().to_string()),
            ("month", self.month(date)),
        ])
    }

    /// "Monday 2 March 2026", "Dydd Llun 2 Mawrth 2026": as a heading or in a cell of a
    /// table. Inside a sentence it is [`Self::weekday_date_in_text`].
    pub fn weekday_date(&self, date: Date) -> String {
        capitalised(&self.weekday_date_in_text(date))
    }

    /// "Monday 2 March 2026", "dydd Llun 2 Mawrth 2026": as the value of a phrase. Where
    /// the sentence says when something is done, Welsh softens it (`{date:soft}` in the
    /// locale): "ddydd Llun 2 Mawrth 2026".
    pub fn weekday_date_in_text(&self, date: Date) -> String {
        self.calendar().weekday_date.fill_checked(&[
            ("weekday", self.weekday_in_text(date.weekday())),
            ("date", &self.date(date)),
        ])
    }

    /// "5.30 pm", "10 am", "12 noon", "midnight"; seconds are not told.
    pub fn time(&self, time: Time) -> String {
        self.calendar().clock.time(time)
    }

    /// "Monday", "Dydd Llun": as a heading or in a cell of a table.
    pub fn weekday(&self, weekday: Weekday) -> String {
        capitalised(self.weekday_in_text(weekday))
    }

    /// "Monday", "dydd Llun": as the value of a phrase.
    pub fn weekday_in_text(&self, weekday: Weekday) -> &str {
        &self.calendar().weekdays[weekday.to_monday_zero_offset() as usize]
    }

    /// "March": the name of the month that a date lies in.
    pub fn month(&self, date: Date) -> &str {
        &self.calendar().months[date.month() as usize - 1]
    }
}
