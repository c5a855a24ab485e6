//! One wrong year, which makes several days impossible, is told once.
//!
//! Only where there is much to tell is it tried: would most of it be gone if one of the
//! days that it speaks of were of another year?

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::case::Case;
use crate::case::form::Date;
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, Unplaced};

/// With fewer findings nothing is gained.
const FEWEST: usize = 3;

/// So many days are tried, those of which most is told first.
const DAYS: usize = 4;

/// So many of the findings are shown that would be gone.
const MOST_SHOWN: usize = 3;

/// The findings, with those that one wrong year explains told as one (R127).
pub(super) fn told_once(
    case: &Case,
    found: Vec<Unplaced>,
    check: impl Fn(&Case) -> Vec<Unplaced>,
) -> Vec<Unplaced> {
    if found.len() < FEWEST {
        return found;
    }
    let Ok(tree) = serde_json::to_value(case) else {
        return found;
    };
    let told = keys(&found);
    for (at, day) in days(&found, &tree) {
        for other in other_years(day, case.document.prepared_on) {
            let mut tree = tree.clone();
            if let Some(value) = tree.pointer_mut(&at.to_string()) {
                *value = Value::String(other.0.to_string());
            }
            let Ok(mended) = serde_json::from_value::<Case>(tree) else {
                continue;
            };
            let left = keys(&check(&mended));
            let is_new = |key: &Key| !told.contains(key);
            let gone = found.iter().filter(|one| !left.contains(&key(one))).count();
            if gone >= FEWEST && !left.iter().any(is_new) {
                return explained(found, &left, &at, other);
            }
        }
    }
    found
}

/// What is found, by its code and place.
type Key = (&'static str, Pointer);

fn key(one: &Unplaced) -> Key {
    (one.finding.code.id, one.at.clone())
}

fn keys(found: &[Unplaced]) -> BTreeSet<Key> {
    found.iter().map(key).collect()
}

/// The days that findings speak of, those of most findings first.
fn days(found: &[Unplaced], tree: &Value) -> Vec<(Pointer, Date)> {
    let mut told: BTreeMap<&Pointer, usize> = BTreeMap::new();
    for one in found {
        let others = one.others.iter().map(|(at, _)| at);
        for at in [&one.at].into_iter().chain(others) {
            *told.entry(at).or_default() += 1;
        }
    }
    let mut told: Vec<_> = told.into_iter().collect();
    told.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    let day = |at: &Pointer| tree.pointer(&at.to_string())?.as_str()?.parse().ok();
    let days = told
        .into_iter()
        .filter_map(|(at, _)| Some((at.clone(), day(at)?)));
    days.take(DAYS).collect()
}

/// The same day in the years that it may be of.
fn other_years(day: Date, today: Date) -> Vec<Date> {
    let (own, now) = (day.0.year(), today.0.year());
    let mut years = vec![own + 1, own - 1, now, now - 1, now + 1];
    // Each is tried once: to ask every rule again takes as long as the case did.
    let mut tried = BTreeSet::from([own]);
    years.retain(|year| tried.insert(*year));
    let in_year = |year: i16| day.0.with().year(year).build().ok().map(Date);
    years.into_iter().filter_map(in_year).collect()
}

fn explained(
    found: Vec<Unplaced>,
    left: &BTreeSet<Key>,
    at: &Pointer,
    other: Date,
) -> Vec<Unplaced> {
    let (mut rest, gone): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|one| left.contains(&key(one)));
    let message = format!("the year of this day makes {} findings", gone.len());
    let mut one = Unplaced::new(&rule::WRONG_YEAR, at.clone(), message);
    one.caption(format!("in {} there would be none of them", other.0.year()))
        .help(format!(
            "correct the year, to {} perhaps; if it is right, the days below it are wrong",
            other.0.year()
        ));
    for finding in gone
        .iter()
        .filter(|finding| finding.at != *at)
        .take(MOST_SHOWN)
    {
        one.but(finding.at.clone(), finding.finding.message.clone());
    }
    rest.push(one);
    rest
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::codes;

    #[test]
    fn a_wrong_year_is_told_once() {
        let year = |from: &str, to: &str| codes(&[(from, to)]);
        assert_eq!(
            year("starts_on: 2026-04-13", "starts_on: 2027-04-13"),
            ["R127"]
        );
        assert_eq!(
            year("prepared_on: 2026-06-01", "prepared_on: 2025-06-01"),
            ["R127"]
        );
        assert_eq!(year("dob: 2017-05-30", "dob: 2027-05-30"), ["R74"]);
    }
}
