//! A pattern of weeks in words.

use jiff::civil::{Date, Time};

use crate::case::form::Id;
use crate::case::recurrence::Schedule;
use crate::schedule::holiday::span;
use crate::schedule::weekly::monday_of;

use super::round::{Round, Weeks};
use super::setting::Unsaid;
use super::speech::{Part, Speech, Told};

pub(super) fn told(speech: &Speech<'_>, schedule: &Schedule) -> Result<Told, Unsaid> {
    let Schedule::Weekly {
        cycle_weeks,
        anchor,
        slots,
        term_time_only,
    } = schedule
    else {
        return Ok(Told::default());
    };
    let rests = |day: Date, time: Time| *term_time_only && speech.is_in_a_holiday(day, time);
    let weeks = Weeks {
        monday: monday_of(anchor.0),
        length: i64::from(*cycle_weeks).max(1),
        slots,
        from: speech.setting.from.unwrap_or(*anchor).0,
        rests: &rests,
    };
    let mut told = Told::default();
    let mut counted = false;
    for person in people(speech, &weeks) {
        let rounds = weeks.rounds_of(person);
        counted |= *term_time_only && rounds.iter().any(|round| round.period > 1);
        told.parts.push(match speech.is_for_a_child() {
            true => speech.stays(person, &rounds)?,
            false => speech.rounds(person, &rounds, *term_time_only)?,
        });
    }
    if let (true, true, Some(last)) = (
        speech.is_for_a_child(),
        *term_time_only,
        told.parts.last_mut(),
    ) {
        last.clauses.push(speech.fill("said.child.term", &[])?);
    }
    if counted {
        told.settled
            .push(speech.fill("said.settled.weeks-through", &[])?);
    }
    Ok(told)
}

/// The person the arrangement is about, or everybody of whom it speaks.
fn people<'a>(speech: &Speech<'a>, weeks: &Weeks<'a>) -> Vec<&'a Id> {
    let mut people: Vec<&Id> = Vec::new();
    for slot in weeks.slots {
        if !people.contains(&&slot.with) {
            people.push(&slot.with);
        }
    }
    match speech.setting.with {
        Some(with) if people.contains(&with) => vec![with],
        _ => people,
    }
}

impl Speech<'_> {
    fn is_in_a_holiday(&self, day: Date, time: Time) -> bool {
        let hour = day.to_datetime(time);
        let mut spans = self.setting.holidays.iter().map(span);
        spans.any(|(from, to)| from <= hour && hour < to)
    }

    fn rounds(&self, person: &Id, rounds: &[Round], in_term: bool) -> Result<Part, Unsaid> {
        let clauses: Result<Vec<String>, Unsaid> = rounds
            .iter()
            .map(|round| {
                let (rhythm, span) = (self.rhythm(round)?, self.span_of(round)?);
                let places = [("rhythm", rhythm.as_str()), ("span", span.as_str())];
                let key = format!("said.clause.{}", self.register());
                let clause = self.beginning(round, self.fill(&key, &places)?)?;
                match in_term {
                    true => self.fill(
                        &format!("said.term.{}", self.register()),
                        &[("what", &clause)],
                    ),
                    false => Ok(clause),
                }
            })
            .collect();
        Ok(Part {
            who: self.unless_alone(person),
            clauses: clauses?,
        })
    }

    /// "each alternate weekend".
    pub(super) fn rhythm(&self, round: &Round) -> Result<String, Unsaid> {
        let what = match round.is_weekend() {
            true => self.fill("said.weekend", &[])?,
            false => {
                let days = round.days.iter();
                let days: Vec<&str> = days.map(|&day| self.locale.weekday_in_text(day)).collect();
                self.locale.list(&days)
            }
        };
        let what = ("what", what.as_str());
        match (round.period, round.comes_once()) {
            (1, _) => self.fill(&format!("said.each.{}", self.register()), &[what]),
            (2, true) => self.fill(&format!("said.alternate.{}", self.register()), &[what]),
            (period, true) => {
                let ordinal = self.fill(&format!("said.ordinal.{period}"), &[])?;
                self.fill("said.every", &[("ordinal", &ordinal), what])
            }
            (period, false) => {
                let weeks: Vec<String> = round.weeks.iter().map(i64::to_string).collect();
                let weeks = self.locale.list(&weeks);
                let number = self.locale.number(u64::try_from(period).unwrap_or(0));
                let places = [what, ("weeks", &weeks), ("number", &number)];
                self.fill(&format!("said.weeks.{}", self.register()), &places)
            }
        }
    }

    /// The clause with the date that tells which week is meant.
    fn beginning(&self, round: &Round, clause: String) -> Result<String, Unsaid> {
        let (key, day) = match (round.period, round.comes_once()) {
            (1, _) => return Ok(clause),
            (_, true) => (format!("said.beginning.{}", self.register()), round.first),
            (_, false) => (format!("said.week-one.{}", self.register()), round.week_one),
        };
        let date = self.locale.weekday_date_in_text(day);
        self.fill(&key, &[("what", &clause), ("date", &date)])
    }

    fn stays(&self, person: &Id, rounds: &[Round]) -> Result<Part, Unsaid> {
        let (who, mut clauses) = (self.name(person), Vec::new());
        for round in rounds {
            let (rhythm, span) = (self.rhythm(round)?, self.span_of(round)?);
            let places = [("rhythm", rhythm.as_str()), ("who", &who), ("span", &span)];
            clauses.push(self.fill("said.child.stay", &places)?);
            clauses.push(match round.nights() {
                0 => self.fill("said.child.same-day", &[])?,
                nights => {
                    let nights = self.count(nights, "night")?;
                    self.fill("said.child.sleep", &[("nights", &nights)])?
                }
            });
            let (key, day) = match (round.period, round.comes_once()) {
                (1, _) => continue,
                (_, true) => ("said.child.first", round.first),
                (_, false) => ("said.child.week-one", round.week_one),
            };
            let date = self.locale.weekday_date_in_text(day);
            clauses.push(self.fill(key, &[("date", &date)])?);
        }
        Ok(Part { who: None, clauses })
    }
}
