//! R19: two slots of the week put a child with two people at the same moment.

use super::clash::first_of_each;
use super::{Outlook, at};
use crate::case::calendar::Priority;
use crate::case::rules::Concern;
use crate::diagnostics::code::rule;

pub(super) fn r19(outlook: &Outlook) -> Vec<Concern> {
    let clashes = first_of_each(outlook, |pair| {
        let weekly = [&pair.earlier, &pair.later]
            .iter()
            .all(|claim| claim.kind == Priority::Weekly);
        let same_standing = pair.earlier.by_order == pair.later.by_order;
        (weekly && same_standing).then_some((pair.earlier.origin, pair.later.origin))
    });
    clashes
        .iter()
        .map(|pair| Concern {
            code: &rule::TWO_PEOPLE,
            at: pair.later.origin.pointer(),
            message: "two slots put a child with two people at once".into(),
            caption: format!("from {} the child is with one", at(pair.period.from())),
            others: Vec::from_iter(Some((
                pair.earlier.origin.pointer(),
                "and by this slot with another".into(),
            ))),
            severity: None,
            help: "let one slot end when the other begins".into(),
        })
        .collect()
}
