//! Words against a weekly pattern: days and hours, every week or every second one.

use std::collections::BTreeSet;

use jiff::civil::Time;

use super::moment::{Moment, Said};
use super::token::Token;
use super::words::WORDS;
use crate::case::form::Id;
use crate::case::recurrence::{Slot, Weekday};

const DAY: i64 = 24 * 60;
const WEEK: i64 = 7 * DAY;

/// A pattern as the stretches it gives each person, in minutes from the Monday of week 1.
pub(super) struct Pattern<'a> {
    weeks: i64,
    stretches: Vec<Stretch<'a>>,
}

struct Stretch<'a> {
    with: &'a Id,
    from: i64,
    to: i64,
}

impl<'a> Pattern<'a> {
    /// Slots of one person that touch are one stretch.
    pub(super) fn of(cycle_weeks: u32, slots: &'a [Slot]) -> Self {
        let weeks = i64::from(cycle_weeks.max(1));
        let minute = |day: Weekday, time: Time| {
            day as i64 * DAY + i64::from(time.hour()) * 60 + i64::from(time.minute())
        };
        let mut stretches: Vec<Stretch> = slots
            .iter()
            .map(|slot| {
                let week = (i64::from(slot.week) - 1) * WEEK;
                let from = minute(slot.day, slot.start.0);
                let to = minute(slot.end_day.unwrap_or(slot.day), slot.end.0);
                let to = if to <= from { to + WEEK } else { to };
                Stretch {
                    with: &slot.with,
                    from: week + from,
                    to: week + to,
                }
            })
            .collect();
        stretches.sort_by_key(|stretch| stretch.from);
        let mut joined: Vec<Stretch> = Vec::new();
        for stretch in stretches {
            match joined
                .iter_mut()
                .find(|one| one.with == stretch.with && one.to == stretch.from)
            {
                Some(before) => before.to = stretch.to,
                None => joined.push(stretch),
            }
        }
        Pattern {
            weeks,
            stretches: joined,
        }
    }

    /// With all other time of the pattern given to whoever has it.
    pub(super) fn and_otherwise(mut self, person: Option<&'a Id>) -> Self {
        let (Some(with), Some(first)) = (person, self.stretches.first()) else {
            return self;
        };
        let again = first.from + self.weeks * WEEK;
        let mut free = Vec::new();
        let mut until = first.to;
        for next in &self.stretches[1..] {
            free.push((until, next.from));
            until = until.max(next.to);
        }
        free.push((until, again));
        let free = free.into_iter().filter(|(from, to)| from < to);
        self.stretches
            .extend(free.map(|(from, to)| Stretch { with, from, to }));
        self
    }

    /// Whether something of the week is told otherwise.
    pub(super) fn contradicts(&self, said: &Said) -> bool {
        match said {
            Said::At(one) => !self.stretches.iter().any(|stretch| {
                is_at(*one, stretch.from)
                    || is_at(*one, stretch.to)
                    || one.time.is_none() && one.day.is_some_and(|day| stretch.touches(day))
            }),
            Said::FromTo(first, second) => {
                let fits =
                    |stretch: &Stretch| is_at(*first, stretch.from) && is_at(*second, stretch.to);
                !self.stretches.iter().any(fits)
            }
        }
    }

    /// Whether such a stretch is told as every week's, and is not, or as every second one's,
    /// and comes each week.
    pub(super) fn contradicts_rhythm(&self, tokens: &[Token], people: &[&Id]) -> bool {
        (0..tokens.len()).any(|at| {
            let rest = &tokens[at..];
            let (alternate, target) = match rest {
                [one, target, ..] if one.is(&WORDS.alternate) => (true, target),
                [one, of, target, ..] if one.is(&WORDS.every) && of.is(&WORDS.second_of) => {
                    (true, target)
                }
                [one, target, ..] if one.is(&WORDS.every) => (false, target),
                _ => return false,
            };
            let days: &[Weekday] = match target {
                Token::Day(day) => &[*day],
                token if token.is(&WORDS.weekend) => &[Weekday::Saturday, Weekday::Sunday],
                _ => return false,
            };
            let mut weeks = people.iter().map(|person| self.weeks_with(person, days));
            let somebody = !people.is_empty();
            somebody
                && match alternate {
                    true => weeks.all(|weeks| weeks == self.weeks),
                    false => weeks.all(|weeks| weeks > 0 && weeks < self.weeks),
                }
        })
    }

    /// In how many weeks of the pattern a person has one of the days.
    fn weeks_with(&self, person: &Id, days: &[Weekday]) -> i64 {
        let mut weeks = BTreeSet::new();
        for stretch in self
            .stretches
            .iter()
            .filter(|stretch| stretch.with == person)
        {
            for day in stretch.from / DAY..=(stretch.to - 1) / DAY {
                if days.iter().any(|one| *one as i64 == day % 7) {
                    weeks.insert((day / 7) % self.weeks);
                }
            }
        }
        i64::try_from(weeks.len()).unwrap_or(self.weeks)
    }

    /// Whether a stretch begins on so many days after the first Monday.
    pub(super) fn begins_on(&self, days: i64) -> bool {
        let day = days.rem_euclid(self.weeks * 7);
        self.stretches
            .iter()
            .any(|stretch| (stretch.from / DAY).rem_euclid(self.weeks * 7) == day)
    }
}

impl Stretch<'_> {
    fn touches(&self, day: Weekday) -> bool {
        (self.from / DAY..=(self.to - 1) / DAY).any(|one| one % 7 == day as i64)
    }
}

/// Whether a moment is this minute of the week, as far as it says.
fn is_at(moment: Moment, minute: i64) -> bool {
    let on_its_day = moment.day.is_none_or(|day| minute / DAY % 7 == day as i64);
    let at_its_time = moment
        .time
        .is_none_or(|time| minute % DAY == i64::from(time.hour()) * 60 + i64::from(time.minute()));
    on_its_day && at_its_time
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first weekend of two from Friday 15:30 to Sunday 17:00.
    fn weekend() -> Vec<Slot> {
        let slot = serde_json::json!([{
            "week": 1, "day": "friday", "start": "15:30", "end_day": "sunday", "end": "17:00",
            "with": "father",
        }]);
        serde_json::from_value(slot).expect("a slot")
    }

    #[test]
    fn whoever_has_the_rest_has_every_week_and_the_other_keeps_theirs() {
        let (slots, mother) = (weekend(), "mother".parse().expect("an id"));
        let father = &slots[0].with;
        let bare = Pattern::of(2, &slots);
        assert_eq!(bare.weeks_with(&mother, &[Weekday::Tuesday]), 0);
        let pattern = Pattern::of(2, &slots).and_otherwise(Some(&mother));
        assert_eq!(pattern.weeks_with(&mother, &[Weekday::Tuesday]), 2);
        assert_eq!(pattern.weeks_with(&mother, &[Weekday::Saturday]), 1);
        assert_eq!(pattern.weeks_with(father, &[Weekday::Saturday]), 1);
    }

    #[test]
    fn the_rest_begins_when_a_slot_ends() {
        let (slots, mother) = (weekend(), "mother".parse().expect("an id"));
        let moment = |day, hour, minute| Moment {
            day: Some(day),
            time: Some(Time::constant(hour, minute, 0, 0)),
        };
        let pattern = Pattern::of(2, &slots).and_otherwise(Some(&mother));
        let until_friday = |hour| {
            Said::FromTo(
                moment(Weekday::Sunday, 17, 0),
                moment(Weekday::Friday, hour, 30),
            )
        };
        assert!(!pattern.contradicts(&until_friday(15)));
        assert!(pattern.contradicts(&until_friday(16)));
    }
}
