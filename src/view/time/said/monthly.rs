//! Days that are counted in the month, and nights that are counted by themselves, in words.

use jiff::civil::Weekday;

use crate::case::form::Id;
use crate::case::recurrence::{self, OfMonth, Schedule};

use super::moment::is_midnight;
use super::setting::Unsaid;
use super::speech::{Part, Speech, Told};

pub(super) fn told(speech: &Speech<'_>, schedule: &Schedule) -> Result<Told, Unsaid> {
    let part = match schedule {
        Schedule::Monthly { with, .. } => speech.time_with(with, speech.monthly(schedule)?)?,
        Schedule::Rota { .. } if speech.is_for_a_child() => Part {
            who: None,
            clauses: vec![speech.rota(schedule)?],
        },
        Schedule::Rota { with, .. } => speech.time_with(with, speech.rota(schedule)?)?,
        _ => return Ok(Told::default()),
    };
    Ok(Told {
        parts: vec![part],
        ..Told::default()
    })
}

impl Speech<'_> {
    fn time_with(&self, person: &Id, what: String) -> Result<Part, Unsaid> {
        Ok(match self.is_for_a_child() {
            true => {
                let who = self.name(person);
                let places = [("who", who.as_str()), ("what", &*what)];
                let clauses = vec![self.fill("said.child.with", &places)?];
                Part { who: None, clauses }
            }
            false => Part {
                who: self.unless_alone(person),
                clauses: vec![what],
            },
        })
    }

    /// "on the first Saturday and the third Saturday of each month".
    pub(super) fn days_of_month(
        &self,
        of_month: &[OfMonth],
        days: &[recurrence::Weekday],
    ) -> Result<String, Unsaid> {
        let mut named = Vec::new();
        for which in of_month {
            let key = match which {
                OfMonth::First => "said.of-month.first",
                OfMonth::Second => "said.of-month.second",
                OfMonth::Third => "said.of-month.third",
                OfMonth::Fourth => "said.of-month.fourth",
                OfMonth::Last => "said.of-month.last",
            };
            for day in days {
                let day = self
                    .locale
                    .weekday_in_text(Weekday::Monday.wrapping_add(*day as i64));
                named.push(self.fill(key, &[("day", day)])?);
            }
        }
        self.fill("said.each-month", &[("days", &self.locale.list(&named))])
    }

    fn monthly(&self, schedule: &Schedule) -> Result<String, Unsaid> {
        let Schedule::Monthly {
            of_month,
            day,
            start,
            end_after_days,
            end,
            ..
        } = schedule
        else {
            return Ok(String::new());
        };
        let days = self.days_of_month(of_month, &[*day])?;
        let from = match is_midnight(start.0) {
            true => self.fill("said.moment.start-here", &[])?,
            false => self.locale.time(start.0),
        };
        let days_later = i64::from(*end_after_days);
        let last = Weekday::Monday.wrapping_add(*day as i64 + days_later);
        let is_named = self.is_for_a_child() && (1..7).contains(&days_later);
        let until = match is_named && !is_midnight(end.0) {
            true => self.time_on(end.0, last)?,
            false => self.until(None, end.0, days_later)?,
        };
        let span = self.fill("said.span.plain", &[("from", &from), ("until", &until)])?;
        self.fill("said.monthly", &[("days", &days), ("span", &span)])
    }

    /// Nights that come and go; to a child whole sentences, which name the person.
    fn rota(&self, schedule: &Schedule) -> Result<String, Unsaid> {
        let Schedule::Rota {
            first,
            on,
            off,
            change,
            with,
        } = schedule
        else {
            return Ok(String::new());
        };
        let on_nights = self.count(i64::from(*on), "night")?;
        let date = self.locale.weekday_date_in_text(first.0);
        let mut places = vec![("nights", on_nights.as_str()), ("date", &*date)];
        let (others, who) = (self.count(i64::from(*off), "night")?, self.name(with));
        let total = self.locale.number(u64::from(on + off));
        let (nights, days) = match self.is_for_a_child() {
            true => {
                places.extend([("others", others.as_str()), ("who", &*who)]);
                ("said.child.rota.nights", "said.child.rota.days")
            }
            false => {
                places.push(("total", total.as_str()));
                ("said.rota.nights", "said.rota.days")
            }
        };
        if is_midnight(change.0) {
            return self.fill(days, &places);
        }
        let time = self.locale.time(change.0);
        places.push(("time", time.as_str()));
        self.fill(nights, &places)
    }
}
