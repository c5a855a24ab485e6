//! From claims that overlap to one answer for every instant.
//!
//! Only `priorities` decide between kinds of claim. Without them, and between two
//! claims of one kind, nothing is decided in silence: the answer is a clash.

use std::cmp::Ordering;

use jiff::Timestamp;

use super::claim::Claim;
use super::period::Period;
use crate::case::calendar::Priority;

/// Where a child is in a stretch of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer<'a> {
    /// With one person, by the claim that wins.
    With(Claim<'a>),
    /// With nobody the case names.
    Nobody,
    /// With more than one person, by claims none of which wins over the others.
    Clash(Vec<Claim<'a>>),
}

/// A stretch of time with one answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch<'a> {
    /// When.
    pub period: Period,
    /// Where the child is.
    pub answer: Answer<'a>,
}

/// Divides a period into stretches that follow one another without a hole. The claims
/// come sorted by their beginning.
pub(crate) fn resolve<'a>(
    claims: &[Claim<'a>],
    priorities: &[Priority],
    period: Period,
) -> Vec<Stretch<'a>> {
    let mut stretches: Vec<Stretch<'a>> = Vec::new();
    let mut coming = claims.iter().peekable();
    let mut active: Vec<&Claim<'a>> = Vec::new();
    let mut now = period.from();
    while now < period.to() {
        active.retain(|claim| claim.period.to() > now);
        while let Some(claim) = coming.next_if(|claim| claim.period.from() <= now) {
            if claim.period.contains(now) {
                active.push(claim);
            }
        }
        let next = coming.peek().map(|claim| claim.period.from());
        let until = change_after(&active, next, period.to());
        let answer = answer(&active, priorities);
        match (stretches.last_mut(), Period::new(now, until)) {
            (Some(last), Some(more)) if last.answer == answer => {
                last.period = last.period.hull(more);
            }
            (_, Some(period)) => stretches.push(Stretch { period, answer }),
            (_, None) => {}
        }
        now = until;
    }
    stretches
}

/// The first instant at which a claim ends or begins.
fn change_after(active: &[&Claim], next: Option<Timestamp>, end: Timestamp) -> Timestamp {
    let ends = active.iter().map(|claim| claim.period.to());
    ends.chain(next).fold(end, Ord::min)
}

fn answer<'a>(active: &[&Claim<'a>], priorities: &[Priority]) -> Answer<'a> {
    let beaten = |claim: &Claim| {
        let mut others = active.iter();
        others.any(|other| compare(other, claim, priorities) == Some(Ordering::Less))
    };
    let mut unbeaten: Vec<Claim<'a>> = active
        .iter()
        .copied()
        .filter(|claim| !beaten(claim))
        .copied()
        .collect();
    unbeaten.sort_by_key(|claim| claim.origin);
    match unbeaten.first() {
        None => Answer::Nobody,
        Some(first) if unbeaten.iter().all(|claim| claim.adult == first.adult) => {
            Answer::With(*first)
        }
        Some(_) => Answer::Clash(unbeaten),
    }
}

/// Which of two claims goes first (`Less` for the one before); none where `priorities`
/// do not say. Between two orders, or two terms that are none, their kinds decide.
pub(crate) fn compare(one: &Claim, other: &Claim, priorities: &[Priority]) -> Option<Ordering> {
    let rank = |kind| priorities.iter().position(|listed| *listed == kind);
    let (a, b) = kinds(one, other);
    let (a, b) = (rank(a)?, rank(b)?);
    Some(a.cmp(&b)).filter(|order| order.is_ne())
}

/// The kinds by which two claims are compared.
pub(crate) fn kinds(one: &Claim, other: &Claim) -> (Priority, Priority) {
    let kind = |claim: &Claim| match claim.by_order {
        true if !(one.by_order && other.by_order) => Priority::Order,
        _ => claim.kind,
    };
    (kind(one), kind(other))
}
