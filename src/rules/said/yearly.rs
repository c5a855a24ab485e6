//! Words against what comes once a year: special days and holidays, in even and odd years.

use jiff::civil::Time;

use super::moment::Said;
use super::token::Token;
use super::words::{Feast, WORDS};
use crate::case::Case;
use crate::case::form::Id;
use crate::case::recurrence::{HolidayShare, Schedule, SpecialDay, YearRule};

/// The hours a schedule knows that is of no weeks: none, where somebody may have any.
pub(super) fn hours(case: &Case, schedule: &Schedule) -> Vec<Time> {
    let noon = Time::constant(12, 0, 0, 0);
    match schedule {
        Schedule::Special {
            start: Some(start),
            end: Some(end),
            ..
        } => vec![start.0, end.0],
        Schedule::Monthly { start, end, .. } => vec![start.0, end.0],
        Schedule::Rota { change, .. } => vec![change.0],
        Schedule::Holiday { periods, share, .. } => {
            let known = case.calendar.iter().flat_map(|calendar| &calendar.holidays);
            let known: Vec<_> = known
                .filter(|holiday| periods.contains(&holiday.id))
                .collect();
            let ends = known.iter().map(|h| h.from_time.zip(h.to_time));
            let Some(ends) = ends
                .collect::<Option<Vec<_>>>()
                .filter(|ends| !ends.is_empty())
            else {
                return Vec::new();
            };
            let ends = ends.into_iter().flat_map(|(from, to)| [from.0, to.0]);
            match share {
                HolidayShare::Halves { change_at, .. } => ends
                    .chain([change_at.map_or(noon, |time| time.0)])
                    .collect(),
                HolidayShare::Whole { .. } => ends.collect(),
                HolidayShare::Dates { parts } => {
                    let times = parts.iter().flat_map(|part| [part.from_time, part.to_time]);
                    ends.chain(times.flatten().map(|time| time.0)).collect()
                }
            }
        }
        _ => Vec::new(),
    }
}

/// Whether an hour is told that the schedule does not know.
pub(super) fn is_another_hour(hours: &[Time], said: &Said) -> bool {
    let others = |time: Option<Time>| time.is_some_and(|time| !hours.contains(&time));
    match said {
        Said::At(one) => others(one.time),
        Said::FromTo(first, second) => others(first.time) || others(second.time),
    }
}

/// Who has what in which year.
pub(super) fn rule(schedule: &Schedule) -> Option<(&YearRule, bool)> {
    match schedule {
        Schedule::Special { rule, .. } => Some((rule, false)),
        Schedule::Holiday { share, .. } => match share {
            HolidayShare::Halves { first, .. } => Some((first, true)),
            HolidayShare::Whole { with } => Some((with, false)),
            HolidayShare::Dates { .. } => None,
        },
        _ => None,
    }
}

/// Whether a sentence gives somebody the years that the rule gives to another: `with the
/// father in odd years`. Of halves only the first is told by the rule.
pub(super) fn exchanges_years(tokens: &[Token], rule: &YearRule, is_of_halves: bool) -> bool {
    let says = |known| tokens.iter().any(|token| token.is(known));
    if is_of_halves && (says(&WORDS.second) || !says(&WORDS.first)) {
        return false;
    }
    clauses(tokens).iter().any(|clause| {
        let mut years = clause.iter().filter_map(|token| match token {
            Token::Years(even) => Some(*even),
            Token::Year(year) => Some(year % 2 == 0),
            _ => None,
        });
        let mut people = people(clause);
        if !is_with(clause) {
            return false;
        }
        let (Some(even), None) = (years.next(), years.next()) else {
            return false;
        };
        let (Some(person), None) = (people.next(), people.next()) else {
            return false;
        };
        let of_year = if even { &rule.even } else { &rule.odd };
        let has = of_year.as_ref().or(rule.every.as_ref());
        has.is_some_and(|has| has != person)
    })
}

/// Whether a special day is told as one person's, whose it is in no year.
pub(super) fn is_anothers(tokens: &[Token], rule: &YearRule) -> bool {
    let owner = |person: &Id| rule.people().any(|owner| owner == person);
    clauses(tokens).iter().any(|clause| {
        let mut people = people(clause);
        match (people.next(), people.next()) {
            (Some(person), None) => is_with(clause) && !owner(person),
            _ => false,
        }
    })
}

/// Whether a clause says with whom something is: `wakes at Amina’s` does not.
fn is_with(clause: &[Token]) -> bool {
    clause.iter().any(|token| token.is(&WORDS.with))
}

fn people(clause: &[Token]) -> impl Iterator<Item = &Id> {
    clause.iter().filter_map(|token| match token {
        Token::Person(person) => Some(person),
        _ => None,
    })
}

/// What stands between commas, semicolons and `and`.
fn clauses(tokens: &[Token]) -> Vec<&[Token]> {
    let parts = |token: &Token| {
        *token == Token::Pause
            || matches!(token, Token::Word(word) if word == "and" || word == "a" || word == "ac")
    };
    tokens.split(parts).collect()
}

/// The special days that a text names.
pub(super) fn feasts(text: &str) -> impl Iterator<Item = (Feast, &'static str)> {
    let text = text.to_lowercase().replace('’', "'");
    WORDS.special.iter().filter_map(move |(feast, names)| {
        let name = names
            .iter()
            .find(|name| text.contains(&name.to_lowercase()))?;
        Some((*feast, name.as_str()))
    })
}

/// A sentence without the names of special days: `Mother’s Day` names no mother.
pub(super) fn without_feasts(sentence: &str) -> String {
    let small = sentence.to_lowercase().replace('’', "'");
    let names = WORDS.special.values().flatten();
    names.fold(small, |text, name| text.replace(&name.to_lowercase(), "…"))
}

/// The special day of a schedule, where it is one that a text can name.
pub(super) fn feast(schedule: &Schedule) -> Option<Feast> {
    let Schedule::Special { day, .. } = schedule else {
        return None;
    };
    match day {
        SpecialDay::MothersDay => Some(Feast::MothersDay),
        SpecialDay::FathersDay => Some(Feast::FathersDay),
        SpecialDay::ChristmasEve | SpecialDay::ChristmasDay | SpecialDay::BoxingDay => {
            Some(Feast::Christmas)
        }
        SpecialDay::NewYearsEve | SpecialDay::NewYearsDay => Some(Feast::NewYear),
        SpecialDay::EasterSunday => Some(Feast::EasterSunday),
        SpecialDay::Birthday | SpecialDay::Other => None,
    }
}
