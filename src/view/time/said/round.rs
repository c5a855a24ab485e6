//! What comes round in a pattern of weeks, brought together as people say it.
//!
//! Stays that touch or overlap are one stay; what comes in week 1 and week 3 of four comes every
//! second week; and two days are told in one breath only where their hours, their weeks and
//! their first dates agree.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Time, Weekday};

use crate::case::form::Id;
use crate::case::recurrence::Slot;
use crate::schedule::period::plus_days;
use crate::schedule::weekly::{days_long, monday_of};

const DAY: i64 = 24 * 60;
const WEEK: i64 = 7 * DAY;

/// How far ahead the first time of a round is looked for, in days: it may rest all summer,
/// and then not be due.
const AHEAD: i64 = 366;

/// A stay, or the like stays of several days, that comes round.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Round {
    /// The days on which it begins, the first to come first; at least one.
    pub(super) days: Vec<Weekday>,
    pub(super) start: Time,
    pub(super) end: Time,
    /// The midnights from its start to its end, that of the end among them.
    pub(super) midnights: i64,
    /// It comes again after so many weeks.
    pub(super) period: i64,
    /// The weeks of the period in which it comes, from 1.
    pub(super) weeks: Vec<i64>,
    /// The day on which it first comes.
    pub(super) first: Date,
    /// The Monday of the week that is week 1 when it begins.
    pub(super) week_one: Date,
}

/// The weeks of a case, from which rounds are made.
pub(super) struct Weeks<'a> {
    /// The Monday of week 1.
    pub(super) monday: Date,
    /// Weeks of the pattern.
    pub(super) length: i64,
    pub(super) slots: &'a [Slot],
    /// The day from which it holds.
    pub(super) from: Date,
    /// Whether the pattern rests at an hour.
    pub(super) rests: &'a dyn Fn(Date, Time) -> bool,
}

/// Minutes from the Monday of week 1: the start of a stay, and how long it is.
#[derive(Clone, Copy)]
struct Stay {
    start: i64,
    length: i64,
}

impl Round {
    /// A weekend begins on Friday from noon or on Saturday, and ends on Sunday or by noon
    /// on Monday.
    pub(super) fn is_weekend(&self) -> bool {
        let noon = Time::constant(12, 0, 0, 0);
        let last = self.days[0].wrapping_add(self.nights());
        let begins = match self.days[0] {
            Weekday::Friday => self.start >= noon,
            day => day == Weekday::Saturday,
        };
        let ends = match last {
            Weekday::Monday => self.end <= noon && self.end > Time::midnight(),
            day => day == Weekday::Sunday,
        };
        (1..=3).contains(&self.midnights) && begins && ends
    }

    /// The nights somebody sleeps there: the end of a day is before its night.
    pub(super) fn nights(&self) -> i64 {
        self.midnights - i64::from(self.end == Time::midnight())
    }

    /// Whether it comes in one week of its period, so that one date tells which.
    pub(super) fn comes_once(&self) -> bool {
        self.weeks.len() == 1
    }

    /// Whether another round is the same on another day, and may be told with it.
    fn takes_in(&self, other: &Round) -> bool {
        let like =
            (self.start, self.end, self.midnights) == (other.start, other.end, other.midnights);
        let in_step = (self.period, &self.weeks) == (other.period, &other.weeks);
        let near = self.period == 1
            || (self.comes_once()
                && self.first < other.first
                && other.first < plus_days(self.first, 7));
        let short = self.midnights <= 1 && !self.is_weekend() && !other.is_weekend();
        like && in_step && near && short
    }
}

impl Weeks<'_> {
    /// The rounds of one person's time: every week first, then by the first date.
    pub(super) fn rounds_of(&self, person: &Id) -> Vec<Round> {
        let mut shapes: BTreeMap<(i64, i64), BTreeSet<i64>> = BTreeMap::new();
        for stay in self.stays(person) {
            let in_week = (stay.start.rem_euclid(WEEK), stay.length);
            let week = stay.start.div_euclid(WEEK);
            shapes.entry(in_week).or_default().insert(week);
        }
        let rounds = shapes.into_iter();
        let mut rounds: Vec<Round> = rounds
            .map(|((start, length), weeks)| self.round(Stay { start, length }, &weeks))
            .collect();
        rounds.sort_by_key(|round| {
            let dated = (round.period > 1).then_some(round.first);
            (
                round.period,
                dated,
                round.days[0].to_monday_zero_offset(),
                round.start,
            )
        });
        let mut told: Vec<Round> = Vec::new();
        for round in rounds {
            match told.iter_mut().find(|one| one.takes_in(&round)) {
                Some(one) => one.days.extend(round.days),
                None => told.push(round),
            }
        }
        told
    }

    fn total(&self) -> i64 {
        self.length * WEEK
    }

    /// The stays of a person, those that touch or overlap as one.
    fn stays(&self, person: &Id) -> Vec<Stay> {
        let of_person = self.slots.iter().filter(|slot| slot.with == *person);
        let mut stays: Vec<Stay> = of_person.filter_map(stay).collect();
        while let Some((one, next, length)) = self.touching(&stays) {
            stays[one].length = length;
            stays.remove(next);
        }
        for stay in &mut stays {
            stay.start = stay.start.rem_euclid(self.total());
        }
        stays
    }

    /// Two stays of which the second begins in the first or at its end, and how long both
    /// are together.
    fn touching(&self, stays: &[Stay]) -> Option<(usize, usize, i64)> {
        let all = 0..stays.len();
        let mut pairs = all
            .clone()
            .flat_map(|one| all.clone().map(move |next| (one, next)));
        pairs.find_map(|(one, next)| {
            let after = (stays[next].start - stays[one].start).rem_euclid(self.total());
            let length = stays[one].length.max(after + stays[next].length);
            let touch = after <= stays[one].length && length < self.total();
            (one != next && touch).then_some((one, next, length))
        })
    }

    fn round(&self, stay: Stay, weeks: &BTreeSet<i64>) -> Round {
        let comes_after = |period: &i64| {
            let again = |week: &i64| weeks.contains(&((week + period) % self.length));
            self.length % period == 0 && weeks.iter().all(again)
        };
        let period = (1..=self.length).find(comes_after).unwrap_or(self.length);
        let phases: BTreeSet<i64> = weeks.iter().map(|week| week % period).collect();
        let (day, end) = (stay.start / DAY, stay.start + stay.length);
        let (start, end_of_day) = (time(stay.start), time(end));
        let since = weeks_between(self.monday, monday_of(self.from));
        Round {
            days: vec![Weekday::Monday.wrapping_add(day)],
            start,
            end: end_of_day,
            midnights: end / DAY - day,
            period,
            first: self.first(day, start, period, &phases),
            week_one: plus_days(monday_of(self.from), -7 * since.rem_euclid(period)),
            weeks: phases.into_iter().map(|phase| phase + 1).collect(),
        }
    }

    /// The first day from which a round comes that is not one of rest.
    fn first(&self, day: i64, start: Time, period: i64, phases: &BTreeSet<i64>) -> Date {
        let is_due = |date: &Date| {
            let since = weeks_between(self.monday, monday_of(*date));
            i64::from(date.weekday().to_monday_zero_offset()) == day
                && phases.contains(&since.rem_euclid(period))
        };
        let mut due = (0..AHEAD)
            .map(|days| plus_days(self.from, days))
            .filter(is_due);
        let soonest = due.next().unwrap_or(self.from);
        match (self.rests)(soonest, start) {
            true => due
                .find(|date| !(self.rests)(*date, start))
                .unwrap_or(soonest),
            false => soonest,
        }
    }
}

/// A slot as a stay; none where it would end before it begins (rule R90).
fn stay(slot: &Slot) -> Option<Stay> {
    let minute = |time: Time| i64::from(time.hour()) * 60 + i64::from(time.minute());
    let start = minute(slot.start.0);
    let length = days_long(slot)? * DAY + minute(slot.end.0) - start;
    Some(Stay {
        start: (i64::from(slot.week) - 1) * WEEK + slot.day as i64 * DAY + start,
        length,
    })
}

fn time(minute: i64) -> Time {
    let minute = minute.rem_euclid(DAY);
    let part = |number: i64| i8::try_from(number).unwrap_or(0);
    Time::constant(part(minute / 60), part(minute % 60), 0, 0)
}

fn weeks_between(monday: Date, other: Date) -> i64 {
    (monday.duration_until(other).as_hours() / 24).div_euclid(7)
}
