//! Moments at which several people have a claim to a child, and none goes first.
//! Rules R19, R22 and R23 tell them apart by the kinds of the claims. No rule itself.

use std::collections::BTreeSet;

use super::expanded::Expanded;
use crate::schedule::claim::Claim;
use crate::schedule::period::Period;
use crate::schedule::resolve::Answer;

/// Two claims of different people to the same time, in the order of the file.
pub(crate) struct Pair<'a> {
    pub(crate) earlier: Claim<'a>,
    pub(crate) later: Claim<'a>,
    /// When it is so.
    pub(crate) period: Period,
}

/// The first clash of each kind, over all children; `kind` says what makes a pair of
/// claims worth telling, and which pairs are the same thing again.
pub(crate) fn first_of_each<'a, K: Ord>(
    expanded: &Expanded<'a>,
    kind: impl Fn(&Pair<'a>) -> Option<K>,
) -> Vec<Pair<'a>> {
    let mut told = BTreeSet::new();
    all(expanded)
        .filter(|pair| kind(pair).is_some_and(|kind| told.insert(kind)))
        .collect()
}

fn all<'o, 'a>(expanded: &'o Expanded<'a>) -> impl Iterator<Item = Pair<'a>> + use<'o, 'a> {
    let stretches = expanded.timetables.iter().flat_map(|t| t.stretches());
    stretches.flat_map(|stretch| match &stretch.answer {
        Answer::Clash(claims) => pairs(claims, stretch.period),
        Answer::With(_) | Answer::Nobody => Vec::new(),
    })
}

fn pairs<'a>(claims: &[Claim<'a>], period: Period) -> Vec<Pair<'a>> {
    let mut pairs = Vec::new();
    for (index, earlier) in claims.iter().enumerate() {
        for later in &claims[index + 1..] {
            if earlier.adult != later.adult {
                pairs.push(Pair {
                    earlier: *earlier,
                    later: *later,
                    period,
                });
            }
        }
    }
    pairs
}
