//! One round of weekly patterns, as a table shows it: which patterns, from which Monday, and
//! from when the days are so.

use jiff::Timestamp;
use jiff::civil::Date;

use super::claim::Claim;
use super::expand::{Counted, counted, pieces};
use super::period::{Period, local, midnight, plus_days};
use super::rest::{Rest, rests};
use super::weekly::Pattern;
use crate::case::Case;
use crate::case::person::Child;

/// A round of the patterns that are in force on a day, and the claims to it.
#[derive(Clone, Debug)]
pub(crate) struct Round<'a> {
    /// Whole weeks from a Monday.
    pub(crate) period: Period,
    pub(crate) claims: Vec<Claim<'a>>,
    /// From when its days are so, where that is later than its beginning.
    pub(crate) holds_from: Option<Timestamp>,
    /// The day from which they are so before its beginning, as in its last weeks.
    pub(crate) before: Option<Date>,
    /// Whether some days go by the month or by a count of nights besides, which no round of
    /// weeks can show.
    pub(crate) besides: bool,
    /// Who has the rest of it.
    pub(super) rests: Vec<Rest<'a>>,
    /// Which of the arrangements, from 0.
    patterns: Vec<usize>,
}

/// The rounds of a child, in the order in which they begin: one for each day on which a
/// pattern takes effect that lasts until a day at least. A round that another takes up
/// before it has come round is told by that.
pub(crate) fn rounds<'a>(case: &'a Case, child: &'a Child, today: Date) -> Vec<Round<'a>> {
    let lasting = weekly(case, child).filter(|(counted, _)| {
        let last = counted.arrangement.until;
        last.is_none_or(|last| today <= last.0)
    });
    let mut days: Vec<Date> = lasting
        .map(|(counted, pattern)| first_day(counted, pattern))
        .collect();
    days.sort_unstable();
    days.dedup();
    let rounds = days.into_iter();
    let mut rounds: Vec<Round<'a>> = rounds
        .filter_map(|day| Round::on(case, child, day))
        .collect();
    for at in (1..rounds.len()).rev() {
        if rounds[at].takes_up(&rounds[at - 1]) {
            rounds.remove(at - 1);
        }
    }
    rounds
}

impl<'a> Round<'a> {
    /// The round of what is in force on a day, by the longest pattern.
    pub(crate) fn on(case: &'a Case, child: &'a Child, day: Date) -> Option<Self> {
        let on_that_day = |&(counted, pattern): &(Counted<'a>, Pattern<'a>)| {
            let last = counted.arrangement.until;
            first_day(counted, pattern) <= day && last.is_none_or(|last| day <= last.0)
        };
        let active: Vec<_> = weekly(case, child).filter(on_that_day).collect();
        let (_, longest) = active.iter().max_by_key(|(_, pattern)| pattern.days())?;
        let first = longest.round_of(day);
        let period = Period::days(first, plus_days(first, longest.days()))?;
        let mut claims: Vec<Claim<'a>> = Vec::new();
        let mut holds_from = None;
        for (counted, _) in &active {
            let whole = counted.occurrences(case, child, period).into_iter();
            let whole = whole.flat_map(|stay| pieces(*counted, stay, period, &[]));
            let before = claims.len();
            claims.extend(whole);
            let begins = counted.begins().filter(|begins| *begins > period.from());
            let early = |claim: &Claim<'_>| begins.is_some_and(|at| claim.period.from() < at);
            if claims[before..].iter().any(early) {
                holds_from = holds_from.max(begins);
            }
        }
        claims.sort_by_key(|claim| (claim.period.from(), claim.origin));
        let begins = active.iter().filter_map(|(counted, _)| counted.begins());
        let begins = begins.max().map(|begins| local(begins).date());
        Some(Round {
            period,
            claims,
            holds_from,
            before: begins.filter(|begins| *begins < first && day < first),
            besides: has_others(case, child, day),
            rests: rests_on(case, child, day),
            patterns: active.iter().map(|(counted, _)| counted.index).collect(),
        })
    }

    /// Whether an earlier round has not come round before this one, with all its patterns,
    /// begins.
    fn takes_up(&self, earlier: &Round<'_>) -> bool {
        let mut patterns = earlier.patterns.iter();
        self.period.from() < earlier.period.to()
            && patterns.all(|pattern| self.patterns.contains(pattern))
    }
}

fn weekly<'a>(
    case: &'a Case,
    child: &'a Child,
) -> impl Iterator<Item = (Counted<'a>, Pattern<'a>)> {
    counted(case)
        .filter(|counted| counted.is_for(child))
        .filter_map(|counted| Some((counted, Pattern::of(counted.schedule)?)))
}

/// The day on which a weekly pattern takes effect.
pub(crate) fn first_day(counted: Counted, pattern: Pattern) -> Date {
    let named = counted.arrangement.from;
    named.map_or(pattern.monday, |day| day.0)
}

/// Whether a schedule of the usual time that is no pattern of weeks lasts until a day at least.
fn has_others(case: &Case, child: &Child, day: Date) -> bool {
    counted(case)
        .filter(|counted| counted.is_for(child) && counted.is_usual())
        .filter(|counted| Pattern::of(counted.schedule).is_none())
        .any(|counted| counted.arrangement.until.is_none_or(|last| day <= last.0))
}

/// Who has the rest on a day, and so of a round of its weeks.
fn rests_on<'a>(case: &'a Case, child: &'a Child, day: Date) -> Vec<Rest<'a>> {
    let held = |rest: &Rest<'_>| {
        rest.period()
            .is_some_and(|held| held.contains(midnight(day)))
    };
    rests(case, child).filter(held).map(Rest::always).collect()
}
