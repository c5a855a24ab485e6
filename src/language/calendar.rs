//! Dates and times in one style per language: "Monday 2 March 2026", "5.30 pm", "12 noon",
//! "midnight". In English a full stop parts hours from minutes, as in court orders; whole
//! hours have no minutes, and the two twelves have names, because "12 pm" has
//! been read both ways.

use jiff::civil::{Date, Time, Weekday};

use super::letters::capitalised;
use super::locale::Locale;
use super::phrase::Phrase;
use super::required::Required;

/// The calendar words and patterns of a locale.
#[derive(Clone, Debug)]
pub(super) struct Calendar {
    /// January first.
    months: Vec<String>,
    /// Monday first.
    weekdays: Vec<String>,
    date: Phrase,
    weekday_date: Phrase,
    clock: Clock,
}

#[derive(Clone, Debug)]
struct Clock {
    whole_hour: Phrase,
    hour_and_minutes: Phrase,
    morning: String,
    afternoon: String,
    noon: String,
    midnight: String,
}

const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

impl Calendar {
    /// Takes the calendar out of a locale; `None` after saying what it lacks.
    pub(super) fn take(required: &mut Required<'_>) -> Option<Self> {
        let months = required.all_words((1..=12).map(|n| format!("calendar.month.{n}")));
        let weekdays =
            required.all_words(WEEKDAYS.iter().map(|day| format!("calendar.weekday.{day}")));
        let date = required.phrase("calendar.date", &["day", "month", "year"]);
        let weekday_date = required.phrase("calendar.weekday-date", &["weekday", "date"]);
        let clock = Clock::take(required);
        Some(Calendar {
            months: months?,
            weekdays: weekdays?,
            date: date?,
            weekday_date: weekday_date?,
            clock: clock?,
        })
    }
}

impl Clock {
    fn take(required: &mut Required<'_>) -> Option<Self> {
        let whole_hour = required.phrase("calendar.time.whole-hour", &["hour", "half"]);
        let hour_and_minutes = required.phrase(
            "calendar.time.hour-and-minutes",
            &["hour", "minutes", "half"],
        );
        let morning = required.words("calendar.time.morning");
        let afternoon = required.words("calendar.time.afternoon");
        let noon = required.words("calendar.time.noon");
        let midnight = required.words("calendar.time.midnight");
        Some(Clock {
            whole_hour: whole_hour?,
            hour_and_minutes: hour_and_minutes?,
            morning: morning?,
            afternoon: afternoon?,
            noon: noon?,
            midnight: midnight?,
        })
    }

    fn time(&self, time: Time) -> String {
        match (time.hour(), time.minute()) {
            (0, 0) => self.midnight.clone(),
            (12, 0) => self.noon.clone(),
            (hour, minute) => self.on_the_dial(hour, minute),
        }
    }

    fn on_the_dial(&self, hour: i8, minute: i8) -> String {
        let half = if hour < 12 {
            &self.morning
        } else {
            &self.afternoon
        };
        let hour = match hour % 12 {
            0 => "12".to_owned(),
            hour => hour.to_string(),
        };
        if minute == 0 {
            return self
                .whole_hour
                .fill_checked(&[("hour", &hour), ("half", half)]);
        }
        let minutes = format!("{minute:02}");
        self.hour_and_minutes.fill_checked(&[
            ("hour", &hour),
            ("minutes", &minutes),
            ("half", half),
        ])
    }
}

impl Locale {
    /// "2 March 2026".
    pub fn date(&self, date: Date) -> String {
        self.calendar().date.fill_checked(&[
            ("day", &date.day().to_string()),
            ("month", self.month(date)),
            ("year", &date.year().to_string()),
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
