//! R27: the nights an arrangement states are not those of its pattern.

use super::expanded::Expanded;
use crate::case::form::Id;
use crate::diagnostics::code::rule;
use crate::rules::rule::Report;
use crate::schedule::claim::arrangement;
use crate::schedule::expand::Counted;
use crate::schedule::period::local;
use crate::schedule::round::first_day;
use crate::schedule::timetable::Timetable;
use crate::schedule::weekly::Pattern;

/// The nights an arrangement states are those of the weeks as they usually are (R27).
pub(crate) fn nights_stated_are_those_of_the_weeks(expanded: &Expanded, report: &mut Report) {
    for (index, stating) in expanded.case.arrangements.iter().enumerate() {
        let stated = stating.nights_of_14.zip(stating.person());
        let Some(((stated, person), (counted, pattern))) = stated.zip(pattern_of(expanded, index))
        else {
            continue;
        };
        let children = expanded.case.people.children.iter();
        let mut rounds = children
            .filter(|child| counted.is_for(child))
            .filter_map(|child| Timetable::round(expanded.case, child, first_day(counted, pattern)))
            .map(|round| of_round(&round, person));
        if let Some((nights, days)) = rounds.find(|round| !is_of_fourteen(stated, *round)) {
            report
                .add(
                    &rule::NIGHT_COUNT,
                    arrangement(index).key("nights_of_14"),
                    "the nights stated are not those of the weekly pattern",
                )
                .caption("stated here")
                .but(
                    counted.at().key("slots"),
                    format!("but with these slots there are {nights} nights in {days} days"),
                )
                .help(
                    "correct the number or the slots; a night is with whoever has the child at \
                     03:00",
                );
        }
    }
}

/// Nights with a person in a round, and its days.
fn of_round(round: &Timetable, person: &Id) -> (u32, i32) {
    let period = round.period();
    let (first, after) = (local(period.from()).date(), local(period.to()).date());
    let nights = round.nights(first, after).with(person);
    (nights, (after - first).get_days())
}

/// Whether so many nights of a round are those stated of fourteen.
fn is_of_fourteen(stated: u32, (nights, days): (u32, i32)) -> bool {
    i64::from(nights) * 14 == i64::from(stated) * i64::from(days)
}

/// The weekly pattern that an arrangement's nights are nights of: its own or, where it
/// has none, the only one for the same children.
fn pattern_of<'a>(expanded: &Expanded<'a>, index: usize) -> Option<(Counted<'a>, Pattern<'a>)> {
    let children = &expanded.case.arrangements[index].children;
    let patterns: Vec<(Counted, Pattern)> = expanded
        .counted()
        .filter_map(|counted| Some((counted, Pattern::of(counted.schedule)?)))
        .collect();
    let own = patterns.iter().find(|(counted, _)| counted.index == index);
    let mut others = patterns
        .iter()
        .filter(|(counted, _)| counted.arrangement.children == *children);
    let only = match (others.next(), others.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    };
    own.or(only).copied()
}
