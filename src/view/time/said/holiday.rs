//! School holidays and how they are shared, in words. A holiday is called what the case
//! calls it.

use jiff::civil::Time;

use crate::case::calendar::Holiday;
use crate::case::form::{self, Id};
use crate::case::recurrence::{DatedPart, HolidayShare};

use super::moment::is_midnight;
use super::setting::Unsaid;
use super::speech::{Part, Speech, Told};
use super::years::{Parity, Years};

/// The holidays that a share is of.
struct Meant<'h> {
    holidays: Vec<&'h Holiday>,
    /// Their names; none of them is named where the share is of each holiday, those to come
    /// among them.
    called: String,
    is_of_each: bool,
}

pub(super) fn told(
    speech: &Speech<'_>,
    periods: &[Id],
    is_of_each: bool,
    share: &HolidayShare,
) -> Result<Told, Unsaid> {
    let all = speech.setting.holidays;
    let holidays = periods
        .iter()
        .filter_map(|id| all.iter().find(|one| one.id == *id));
    let holidays: Vec<&Holiday> = holidays.collect();
    if holidays.is_empty() {
        return Ok(Told::default());
    }
    let called = match is_of_each {
        true => speech.fill(&format!("said.each-holiday.{}", speech.register()), &[])?,
        false => speech.called(holidays.iter()),
    };
    let meant = Meant {
        holidays,
        called,
        is_of_each,
    };
    let (mut other_half, mut settled) = (None, Vec::new());
    let (years, parts) = match share {
        HolidayShare::Dates { parts } => (None, speech.dated(parts)?),
        HolidayShare::Whole { with } => {
            let years = Years::of(with);
            let what = speech.fill("said.holiday.whole", &[("periods", &meant.called)])?;
            let told = years.map(|years| speech.in_years(years, &what, false));
            (years, told.transpose()?.into_iter().collect())
        }
        HolidayShare::Halves { first, change_at } => {
            let years = Years::of(first);
            other_half = speech.other_half(years);
            settled.push(speech.fill(meant.middle_day(), &[])?);
            let told = years.map(|years| speech.halves(years, &meant, *change_at));
            (years, told.transpose()?.into_iter().collect())
        }
    };
    let crosses = |one: &&Holiday| one.last_school_day().0.year() != one.next_school_day().0.year();
    let some_crosses = meant.is_of_each || meant.holidays.iter().any(crosses);
    if years.is_some_and(Years::differ) && some_crosses {
        settled.push(speech.fill("said.settled.year-of-holiday", &[])?);
    }
    Ok(Told {
        parts,
        other_half,
        settled,
    })
}

impl Meant<'_> {
    /// The phrase of how the middle of these holidays is found: by the hours at which school
    /// ends and begins, or by whole days where the calendar has no hours.
    fn middle_day(&self) -> &'static str {
        let has_hours = |one: &&Holiday| one.from_time.is_some() && one.to_time.is_some();
        let with_hours = self.holidays.iter().filter(|one| has_hours(one)).count();
        match with_hours {
            0 => "said.settled.middle-of-days",
            all if all == self.holidays.len() => "said.settled.middle-of-hours",
            _ => "said.settled.middle-day",
        }
    }
}

impl Speech<'_> {
    fn halves(
        &self,
        years: Years<'_>,
        meant: &Meant<'_>,
        change_at: Option<form::Time>,
    ) -> Result<Part, Unsaid> {
        let change = change_at.map_or(Time::constant(12, 0, 0, 0), |time| time.0);
        let middle = match is_midnight(change) {
            true => self.fill("said.middle.start", &[])?,
            false => self.fill("said.middle.at", &[("time", &self.locale.time(change))])?,
        };
        if let Some(first) = self.own_first_half(years) {
            let clauses = vec![self.own_halves(first, meant, &middle)?];
            return Ok(Part { who: None, clauses });
        }
        let places = [("periods", meant.called.as_str()), ("middle", &middle)];
        let first = self.fill("said.holiday.first-half", &places)?;
        let mut told = self.in_years(years, &first, false)?;
        if let Years::Turns { even, odd } = years {
            let second = self.fill("said.holiday.second-half", &[])?;
            let swapped = Years::Turns {
                even: odd,
                odd: even,
            };
            told.clauses
                .extend(self.in_years(swapped, &second, false)?.clauses);
        }
        Ok(told)
    }

    /// The first halves of some holidays and the second halves of others, where the calendar
    /// has both: whoever reads it need not know in which year each begins.
    fn own_halves(&self, first: Parity, meant: &Meant<'_>, middle: &str) -> Result<String, Unsaid> {
        let begins_in = |holiday: &&&Holiday| Parity::of(holiday.last_school_day().0.year());
        let holidays = || meant.holidays.iter();
        let firsts = self.called(holidays().filter(|one| begins_in(one) == first));
        let seconds = self.called(holidays().filter(|one| begins_in(one) != first));
        if meant.is_of_each || firsts.is_empty() || seconds.is_empty() {
            let places = [("periods", meant.called.as_str()), ("middle", middle)];
            return self.fill(&format!("said.halves.{}", first.word()), &places);
        }
        let places = [
            ("first", &*firsts),
            ("second", &seconds),
            ("middle", middle),
        ];
        self.fill(&format!("said.halves-of.{}", first.word()), &places)
    }

    fn called<'h>(&self, holidays: impl Iterator<Item = &'h &'h Holiday>) -> String {
        let names: Vec<&str> = holidays.map(|one| one.name.as_str()).collect();
        self.locale.list(&names)
    }

    /// The years in which the person the arrangement is about has the first half, where it
    /// is by turns; the second is theirs in the others.
    fn own_first_half(&self, years: Years<'_>) -> Option<Parity> {
        let Years::Turns { even, odd } = years else {
            return None;
        };
        match self.setting.with.filter(|_| !self.is_for_a_child())? {
            with if with == even => Some(Parity::Even),
            with if with == odd => Some(Parity::Odd),
            _ => None,
        }
    }

    /// Who has the half that is not of the person the arrangement is about: an order that gave
    /// one half alone would leave the other to the usual weeks.
    fn other_half(&self, years: Option<Years<'_>>) -> Option<String> {
        let years @ Years::Turns { even, odd } = years? else {
            return None;
        };
        let other = match self.own_first_half(years)? {
            Parity::Even => odd,
            Parity::Odd => even,
        };
        Some(self.name(other))
    }

    /// The dated parts, each person's together.
    fn dated(&self, parts: &[DatedPart]) -> Result<Vec<Part>, Unsaid> {
        let mut people: Vec<&Id> = Vec::new();
        for part in parts {
            if !people.contains(&&part.with) {
                people.push(&part.with);
            }
        }
        if let Some(with) = self.setting.with.filter(|with| people.contains(with)) {
            people.retain(|person| *person == with);
        }
        let of_person = |person: &Id| {
            let theirs = parts.iter().filter(|part| part.with == *person);
            let spans: Result<Vec<String>, Unsaid> = theirs.map(|part| self.dates(part)).collect();
            match self.is_for_a_child() {
                true => {
                    let who = self.name(person);
                    let told = |span: String| {
                        self.fill("said.child.with", &[("who", &who), ("what", &span)])
                    };
                    let clauses: Result<Vec<String>, Unsaid> =
                        spans?.into_iter().map(told).collect();
                    Ok(Part {
                        who: None,
                        clauses: clauses?,
                    })
                }
                false => Ok(Part {
                    who: self.unless_alone(person),
                    clauses: spans?,
                }),
            }
        };
        people.into_iter().map(of_person).collect()
    }

    fn dates(&self, part: &DatedPart) -> Result<String, Unsaid> {
        let moment = |day: form::Date, time: Option<form::Time>| {
            let day = self.locale.weekday_date_in_text(day.0);
            match time {
                Some(time) => self.start_on(time.0, &day),
                None => Ok(day),
            }
        };
        let from = moment(part.from, part.from_time)?;
        let until = moment(part.to, part.to_time)?;
        self.fill("said.span.plain", &[("from", &from), ("until", &until)])
    }
}
