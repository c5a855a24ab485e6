//! The calendar of a language: its months and days, and the patterns of dates and times.

use jiff::civil::Time;

use super::phrase::Phrase;
use super::required::Required;

/// The calendar words and patterns of a locale.
#[derive(Clone, Debug)]
pub(super) struct Calendar {
    /// January first.
    pub(super) months: Vec<String>,
    /// Monday first.
    pub(super) weekdays: Vec<String>,
    pub(super) date: Phrase,
    pub(super) weekday_date: Phrase,
    pub(super) day_month: Phrase,
    pub(super) clock: Clock,
}

#[derive(Clone, Debug)]
pub(super) struct Clock {
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
        let day_month = required.phrase("calendar.day-month", &["day", "month"]);
        let clock = Clock::take(required);
        Some(Calendar {
            months: months?,
            weekdays: weekdays?,
            date: date?,
            weekday_date: weekday_date?,
            day_month: day_month?,
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

    /// "5.30 pm", "12 noon".
    pub(super) fn time(&self, time: Time) -> String {
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
