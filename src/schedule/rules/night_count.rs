//! R27: the nights an arrangement states are not those of its pattern.

use super::Outlook;
use crate::case::rules::Concern;
use crate::diagnostics::code::rule;
use crate::schedule::claim::{arrangement, schedule};
use crate::schedule::expand::Counted;
use crate::schedule::weekly::Pattern;

pub(super) fn r27(outlook: &Outlook) -> Vec<Concern> {
    let stating = outlook.case.arrangements.iter().enumerate();
    stating
        .filter_map(|(index, stating)| {
            let (stated, person) = (stating.nights_of_14?, stating.with.as_ref()?);
            let (at_index, pattern) = pattern_of(outlook, index)?;
            let (nights, days) = (pattern.nights_with(person), pattern.days());
            (nights * 14 != i64::from(stated) * days).then(|| Concern {
                code: &rule::NIGHT_COUNT,
                at: arrangement(index).key("nights_of_14"),
                message: "the nights stated are not those of the weekly pattern".into(),
                caption: "stated here".into(),
                others: Vec::from_iter(Some((
                    schedule(at_index).key("slots"),
                    format!("but these slots make {nights} nights in {days} days"),
                ))),
                severity: None,
                help: "correct the number or the slots; a night is with whoever has the child \
                       at 03:00"
                    .into(),
            })
        })
        .collect()
}

/// The weekly pattern that an arrangement's nights are nights of: its own or, where it
/// has none, the only one for the same children.
fn pattern_of<'a>(outlook: &Outlook<'a>, index: usize) -> Option<(usize, Pattern<'a>)> {
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
    own.or(only)
        .map(|(counted, pattern)| (counted.index, *pattern))
}
