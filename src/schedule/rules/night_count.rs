//! R27: the nights an arrangement states are not those of its pattern.

use super::Outlook;
use crate::case::form::Id;
use crate::case::rules::Concern;
use crate::diagnostics::code::rule;
use crate::schedule::claim::{arrangement, schedule};
use crate::schedule::expand::{Counted, first_day};
use crate::schedule::period::local;
use crate::schedule::timetable::Timetable;
use crate::schedule::weekly::Pattern;

pub(super) fn r27(outlook: &Outlook) -> Vec<Concern> {
    let stating = outlook.case.arrangements.iter().enumerate();
    stating
        .filter_map(|(index, stating)| {
            let (stated, person) = (stating.nights_of_14?, stating.with.as_ref()?);
            let (counted, pattern) = pattern_of(outlook, index)?;
            let day = first_day(counted, pattern);
            let children = outlook.case.people.children.iter();
            let mut rounds = children
                .filter(|child| counted.is_for(child))
                .filter_map(|child| Timetable::round(outlook.case, child, day));
            let (nights, days) = rounds
                .find_map(|round| Some(of_round(&round, person)).filter(|it| !is(stated, *it)))?;
            Some(Concern {
                code: &rule::NIGHT_COUNT,
                at: arrangement(index).key("nights_of_14"),
                message: "the nights stated are not those of the weekly pattern".into(),
                caption: "stated here".into(),
                others: Vec::from_iter(Some((
                    schedule(counted.index).key("slots"),
                    format!("but with these slots there are {nights} nights in {days} days"),
                ))),
                severity: None,
                help: "correct the number or the slots; a night is with whoever has the child \
                       at 03:00"
                    .into(),
            })
        })
        .collect()
}

/// Nights with a person in a round, and its days.
fn of_round(round: &Timetable, person: &Id) -> (u32, i32) {
    let period = round.period();
    let (first, after) = (local(period.from()).date(), local(period.to()).date());
    let nights = round.nights(first, after).with(person);
    (nights, (after - first).get_days())
}

/// Whether so many nights of a round are those stated of fourteen.
fn is(stated: u32, (nights, days): (u32, i32)) -> bool {
    i64::from(nights) * 14 == i64::from(stated) * i64::from(days)
}

/// The weekly pattern that an arrangement's nights are nights of: its own or, where it
/// has none, the only one for the same children.
fn pattern_of<'a>(outlook: &Outlook<'a>, index: usize) -> Option<(Counted<'a>, Pattern<'a>)> {
    let children = &outlook.case.arrangements[index].children;
    let patterns: Vec<(Counted, Pattern)> = outlook
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
