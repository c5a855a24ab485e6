//! Nights: with whom a child sleeps.
//!
//! A night is with whoever has the child at three in the morning. By then every evening
//! has ended, no day has begun, and of all hours it is the first that the change of the
//! clock, between one and two, neither leaves out nor repeats.

use std::collections::BTreeMap;

use jiff::civil;

use super::period::{instant, plus_days};
use super::resolve::Answer;
use super::timetable::Timetable;
use crate::case::form::Id;

/// The time of day at which nights are counted.
pub(super) const DAWN: civil::Time = civil::time(3, 0, 0, 0);

/// Nights of a stretch of days, by the person the child spends them with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Nights<'a> {
    with: BTreeMap<&'a Id, u32>,
    undecided: u32,
}

impl<'a> Nights<'a> {
    /// Nights with a person.
    pub fn with(&self, adult: &Id) -> u32 {
        self.with.get(adult).copied().unwrap_or(0)
    }

    /// Everybody with a night, by id.
    pub fn by_person(&self) -> impl Iterator<Item = (&'a Id, u32)> {
        self.with.iter().map(|(adult, nights)| (*adult, *nights))
    }

    /// Nights for which the case names nobody, or more than one person.
    pub fn undecided(&self) -> u32 {
        self.undecided
    }
}

/// Counts the mornings of the days from `first` until `after`; a day outside the
/// timetable's period does not count.
pub(super) fn count<'a>(
    timetable: &Timetable<'a>,
    first: civil::Date,
    after: civil::Date,
) -> Nights<'a> {
    let mut nights = Nights::default();
    let mut day = first;
    while day < after {
        match timetable.at(instant(day.to_datetime(DAWN))) {
            Some(Answer::With(claim)) => *nights.with.entry(claim.adult).or_default() += 1,
            Some(Answer::Nobody | Answer::Clash(_)) => nights.undecided += 1,
            None => {}
        }
        day = plus_days(day, 1);
    }
    nights
}
