//! Days that are counted in the month, and nights that are counted by themselves, in words.

use jiff::civil::Weekday;

use crate::case::form::Id;
use crate::case::recurrence::{self, OfMonth, Schedule};

use super::moment::is_midnight;
use super::setting::Unsaid;
use super::speech::{Part, Speech, Told};

pub(super) fn told(speech: &Speech<'_>, schedule: &Schedule) -> Result<Told, Unsaid> {
    let (with, what) = match schedule {
        Schedule::Monthly { with, .. } => (with, speech.monthly(schedule)?),
        Schedule::Rota { with, .. } => (with, speech.rota(schedule)?),
        _ => return Ok(Told::default()),
    };
    Ok(Told {
        parts: vec![speech.time_with(with, what)?],
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
        let until = self.until(None, end.0, i64::from(*end_after_days))?;
        let span = self.fill("said.span.plain", &[("from", &from), ("until", &until)])?;
        self.fill("said.monthly", &[("days", &days), ("span", &span)])
    }

    fn rota(&self, schedule: &Schedule) -> Result<String, Unsaid> {
        let Schedule::Rota {
            first,
            on,
            off,
            change,
            ..
        } = schedule
        else {
            return Ok(String::new());
        };
        let on_nights = self.count(i64::from(*on), "night")?;
        let total = self.locale.number(u64::from(on + off));
        let date = self.locale.weekday_date_in_text(first.0);
        let places = [
            ("nights", on_nights.as_str()),
            ("total", &*total),
            ("date", &*date),
        ];
        if is_midnight(change.0) {
            return self.fill("said.rota.days", &places);
        }
        let time = self.locale.time(change.0);
        self.fill(
            "said.rota.nights",
            &[&places[..], &[("time", &*time)]].concat(),
        )
    }
}
