//! A day that comes once a year, in words.

use jiff::civil::{Date, Time};

use crate::case::form::{self, MonthDay};
use crate::case::recurrence::{Schedule, SpecialDay};
use crate::schedule::period::plus_days;

use super::moment::is_midnight;
use super::setting::{Register, Unsaid};
use super::speech::{Speech, Told};
use super::years::Years;

/// A year without 29 February and one with it: a day is told by its date only where it has
/// the same date in both.
const YEARS: [i16; 2] = [2027, 2028];

pub(super) fn told(speech: &Speech<'_>, schedule: &Schedule) -> Result<Told, Unsaid> {
    let Schedule::Special {
        day,
        name: own_name,
        on,
        dates,
        start,
        end,
        end_after_days,
        rule,
        ..
    } = schedule
    else {
        return Ok(Told::default());
    };
    let Some(years) = Years::of(rule) else {
        return Ok(Told::default());
    };
    let start = start.map_or(Time::midnight(), |time| time.0);
    let (end, days) = match end {
        Some(end) => (end.0, i64::from(*end_after_days)),
        None => (Time::midnight(), i64::from(*end_after_days) + 1),
    };
    let date = on.or_else(|| fixed(*day)).filter(|_| dates.is_empty());
    if let (Some(name), SpecialDay::Other) = (own_name, day) {
        let dates = speech.dates_of(dates, date)?;
        let what = speech.feast(name.as_str(), &dates, (start, end, days))?;
        let yearly = date.is_some();
        return Ok(Told {
            parts: vec![speech.in_years(years, &what, yearly)?],
            ..Told::default()
        });
    }
    let name = match date {
        Some(date) => speech.month_day(date)?,
        None => speech.movable(*day, schedule)?,
    };
    let (from, until) = (
        speech.start_on(start, &name)?,
        speech.until(date, end, days)?,
    );
    let span = speech.fill("said.span.plain", &[("from", &from), ("until", &until)])?;
    let mut told = Told {
        parts: vec![speech.in_years(years, &span, true)?],
        ..Told::default()
    };
    if years.differ() && date.is_some_and(|date| crosses_the_year(date, end, days)) {
        told.settled
            .push(speech.fill("said.settled.year-of-start", &[])?);
    }
    Ok(told)
}

/// The date of a day that has one.
fn fixed(day: SpecialDay) -> Option<MonthDay> {
    let (month, day) = match day {
        SpecialDay::ChristmasEve => (12, 24),
        SpecialDay::ChristmasDay => (12, 25),
        SpecialDay::BoxingDay => (12, 26),
        SpecialDay::NewYearsEve => (12, 31),
        SpecialDay::NewYearsDay => (1, 1),
        _ => return None,
    };
    Some(MonthDay { month, day })
}

/// The name of a date, where it has one.
fn named(date: MonthDay) -> Option<&'static str> {
    match (date.month, date.day) {
        (12, 24) => Some("special-day.christmas_eve"),
        (12, 25) => Some("special-day.christmas_day"),
        (12, 26) => Some("special-day.boxing_day"),
        (12, 31) => Some("special-day.new_years_eve"),
        (1, 1) => Some("special-day.new_years_day"),
        _ => None,
    }
}

/// The date some days after another; none where that depends on the year.
fn after(date: MonthDay, days: i64) -> Option<MonthDay> {
    let [one, other] = YEARS.map(|year| {
        let day = Date::new(year, date.month, date.day).ok()?;
        let day = plus_days(day, days);
        Some((day.month(), day.day()))
    });
    let (month, day) = one.filter(|_| one == other)?;
    Some(MonthDay { month, day })
}

fn crosses_the_year(date: MonthDay, end: Time, days: i64) -> bool {
    let last = days - i64::from(is_midnight(end));
    after(date, last).is_some_and(|last| last.month < date.month)
}

impl Speech<'_> {
    /// The dates of a feast, or its day of the year.
    fn dates_of(&self, dates: &[form::Date], date: Option<MonthDay>) -> Result<String, Unsaid> {
        let dates = dates.iter();
        let dates: Vec<String> = dates
            .map(|day| self.locale.weekday_date_in_text(day.0))
            .collect();
        match date {
            Some(date) => self.month_day(date),
            None => Ok(self.locale.list(&dates)),
        }
    }

    /// "on Diwali (Sunday 8 November 2026), from 10 am until 6 pm that day". A name that a
    /// family brought stands as it is, in Welsh too.
    fn feast(
        &self,
        name: &str,
        dates: &str,
        (start, end, days): (Time, Time, i64),
    ) -> Result<String, Unsaid> {
        let from = match is_midnight(start) {
            true => self.fill("said.moment.start-here", &[])?,
            false => self.locale.time(start),
        };
        let until = self.until(None, end, days)?;
        let span = self.fill("said.span.plain", &[("from", &from), ("until", &until)])?;
        let places = [("name", name), ("dates", dates), ("span", &*span)];
        self.fill("said.feast", &places)
    }

    /// "24 December" in an order, “Christmas Eve” elsewhere.
    fn month_day(&self, date: MonthDay) -> Result<String, Unsaid> {
        if let Some(key) = named(date).filter(|_| self.setting.register != Register::Order) {
            return self.fill(key, &[]);
        }
        let month = Date::new(YEARS[1], date.month, 1).unwrap_or(Date::MAX);
        let places = [
            ("day", &*date.day.to_string()),
            ("month", self.locale.month(month)),
        ];
        self.fill("said.month-day", &places)
    }

    fn movable(&self, day: SpecialDay, schedule: &Schedule) -> Result<String, Unsaid> {
        match (day, schedule) {
            (SpecialDay::MothersDay, _) => self.fill("special-day.mothers_day", &[]),
            (SpecialDay::FathersDay, _) => self.fill("special-day.fathers_day", &[]),
            (SpecialDay::EasterSunday, _) => self.fill("special-day.easter_sunday", &[]),
            (
                _,
                Schedule::Special {
                    child: Some(child), ..
                },
            ) if self.setting.reader == Some(child) => self.fill("said.your-birthday", &[]),
            (
                _,
                Schedule::Special {
                    child: Some(child), ..
                },
            ) => self.fill("said.birthday", &[("name", &self.name(child))]),
            _ => self.fill("special-day.other", &[]),
        }
    }

    pub(super) fn until(
        &self,
        date: Option<MonthDay>,
        end: Time,
        days: i64,
    ) -> Result<String, Unsaid> {
        if is_midnight(end) {
            let last = (days - 1).max(0);
            return match (last, date.and_then(|date| after(date, last))) {
                (0, _) => self.fill("said.moment.end-here", &[]),
                (_, Some(date)) => self.fill("said.moment.end", &[("day", &self.month_day(date)?)]),
                (1, None) => self.fill("said.moment.end-next", &[]),
                (_, None) => {
                    let days = self.count(last, "day")?;
                    self.fill("said.moment.end-later", &[("days", &days)])
                }
            };
        }
        let time = self.locale.time(end);
        match (days, date.and_then(|date| after(date, days))) {
            (0, _) => self.fill("said.moment.same-day", &[("time", &time)]),
            (_, Some(date)) => self.at_time_on(end, &self.month_day(date)?),
            (1, None) => self.next_day(end),
            (_, None) => {
                let days = self.count(days, "day")?;
                self.fill("said.moment.later", &[("time", &time), ("days", &days)])
            }
        }
    }
}
