//! Nights: with whom a child sleeps. What documents print and what rule R27 checks is
//! counted here alone.
//!
//! A night is named for the day on which it begins, and is with whoever has the child at
//! three the next morning. By then every evening has ended, no day has begun, and of all
//! hours it is the first that the change of the clock, between one and two, neither leaves
//! out nor repeats.

use std::collections::BTreeMap;

use jiff::civil;

use super::claim::Part;
use super::period::{instant, local, midnight, plus_days};
use super::resolve::Answer;
use super::timetable::Timetable;
use crate::case::form::Id;

/// The time of day at which nights are counted.
const DAWN: civil::Time = civil::time(3, 0, 0, 0);

/// The nights that begin on a stretch of days, by the person the child spends them with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Nights<'a> {
    with: BTreeMap<&'a Id, u32>,
    unsaid: u32,
}

impl Nights<'_> {
    /// Nights with a person.
    pub fn with(&self, adult: &Id) -> u32 {
        self.with.get(adult).copied().unwrap_or(0)
    }

    /// Nights for which the case names nobody, or more than one person.
    pub fn unsaid(&self) -> u32 {
        self.unsaid
    }
}

impl<'a> Timetable<'a> {
    /// With whom the child sleeps in the night that begins on a day; none where the case
    /// names nobody, or more than one person.
    ///
    /// The last night of a round ends on its first morning. A plan that takes effect at
    /// midnight, or later on its first day though the rest of that day be somebody's from
    /// midnight, does not say where the child slept before: unless somebody has the rest of
    /// the time already, that night began without it.
    pub fn sleeps_with(&self, evening: civil::Date) -> Option<&'a Id> {
        let morning = plus_days(evening, 1);
        let begins = self.in_force().map(|in_force| in_force.from());
        let is_first = begins.is_some_and(|begins| local(begins).date() == morning);
        let late = instant(evening.at(23, 59, 0, 0));
        let is_before = is_first && !matches!(self.at(late), Some(Answer::With(_)));
        if is_before && begins == Some(midnight(morning)) {
            return None;
        }
        let mut dawn = instant(morning.to_datetime(DAWN));
        if self.as_usual().is_some() && self.period().to() <= dawn {
            dawn = instant(local(self.period().from()).date().to_datetime(DAWN));
        }
        match self.at(dawn) {
            Some(Answer::With(claim)) if is_before && claim.origin.part == Part::Rest => None,
            Some(Answer::With(claim)) => Some(claim.adult),
            _ => None,
        }
    }

    /// The nights that begin on the days from `first` until, but not including, `after`.
    pub fn nights(&self, first: civil::Date, after: civil::Date) -> Nights<'a> {
        let mut nights = Nights::default();
        let mut evening = first;
        while evening < after {
            match self.sleeps_with(evening) {
                Some(adult) => *nights.with.entry(adult).or_default() += 1,
                None => nights.unsaid += 1,
            }
            evening = plus_days(evening, 1);
        }
        nights
    }
}
