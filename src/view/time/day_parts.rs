//! With whom a child is in the course of a day.

use jiff::civil;
use schemars::JsonSchema;
use serde::Serialize;

use crate::case::form::Time;
use crate::schedule::{Answer, Period, Timetable, local};

use super::key::Key;
use crate::view::draft::TimeOfDay;

/// With whom a child is in the course of a day.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct DayParts {
    /// One part after the other; none where the case names nobody.
    pub parts: Vec<DayPart>,
}

impl DayParts {
    /// A day of a round.
    pub(super) fn of(key: &Key<'_>, round: &Timetable<'_>, day: civil::Date) -> Self {
        DayParts {
            parts: parts(key, round, day),
        }
    }

    /// Whether one part follows the other from the start of the day until its end.
    pub(super) fn is_whole(&self) -> bool {
        let begins = self.parts.first().is_some_and(|part| part.from.is_none());
        let lasts = self.parts.last().is_some_and(|part| part.until.is_none());
        let mut pairs = self.parts.windows(2);
        begins && lasts && pairs.all(|two| two[0].until == two[1].from)
    }
}

/// A part of a day with one person.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct DayPart {
    /// The person's letter.
    pub letter: String,
    /// The person's tone.
    pub tone: u32,
    /// What the person is called.
    pub name: String,
    /// When it begins, if not with the day.
    pub from: Option<TimeOfDay>,
    /// When it ends, if not with the day.
    pub until: Option<TimeOfDay>,
}

/// What the clock shows at an instant.
pub(super) fn clock(instant: jiff::Timestamp) -> TimeOfDay {
    TimeOfDay(Time(local(instant).time()))
}

fn parts(key: &Key<'_>, round: &Timetable<'_>, day: civil::Date) -> Vec<DayPart> {
    let Some(whole) = day.tomorrow().ok().and_then(|next| Period::days(day, next)) else {
        return Vec::new();
    };
    let stretches = round.stretches().iter();
    let mut parts: Vec<DayPart> = Vec::new();
    for stretch in stretches {
        let (Some(part), Answer::With(claim)) = (stretch.period.overlap(&whole), &stretch.answer)
        else {
            continue;
        };
        let Some(person) = key.person(claim.adult, &round.child().id) else {
            continue;
        };
        // Midnight is no hour to be told: the day begins or ends there for everybody.
        let until = (part.to() < whole.to()).then(|| clock(part.to()));
        // Two terms that give one person the hours before and after noon are one stay.
        match parts.last_mut() {
            Some(last)
                if last.letter == person.letter && last.until == Some(clock(part.from())) =>
            {
                last.until = until;
            }
            _ => parts.push(DayPart {
                letter: person.letter,
                tone: person.tone,
                name: person.called,
                from: (part.from() > whole.from()).then(|| clock(part.from())),
                until,
            }),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(parts: &[(Option<&str>, Option<&str>)]) -> DayParts {
        let hour = |text: Option<&str>| text.map(|text| TimeOfDay(text.parse().expect("an hour")));
        let part = |&(from, until): &(Option<&str>, Option<&str>)| DayPart {
            letter: "D".to_owned(),
            tone: 0,
            name: "Dad".to_owned(),
            from: hour(from),
            until: hour(until),
        };
        DayParts {
            parts: parts.iter().map(part).collect(),
        }
    }

    #[test]
    fn a_day_is_whole_where_no_hour_of_it_is_nobodys() {
        let (ten, five) = (Some("10:00"), Some("17:00"));
        assert!(day(&[(None, None)]).is_whole());
        assert!(day(&[(None, ten), (ten, five), (five, None)]).is_whole());
        assert!(!day(&[(ten, five)]).is_whole());
        assert!(!day(&[(None, ten), (five, None)]).is_whole());
        assert!(!day(&[]).is_whole());
    }
}
