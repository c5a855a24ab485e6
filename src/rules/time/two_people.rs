//! R19: two slots of the week put a child with two people at the same moment.

use super::clash::first_of_each;
use super::expanded::{Expanded, at};
use crate::case::calendar::Priority;
use crate::diagnostics::code::rule;
use crate::rules::rule::Report;

/// No two slots of the week put a child with two people at once (R19).
pub(crate) fn a_child_is_with_one_person(expanded: &Expanded, report: &mut Report) {
    let clashes = first_of_each(expanded, |pair| {
        let weekly = [&pair.earlier, &pair.later]
            .iter()
            .all(|claim| claim.kind == Priority::Weekly);
        let same_standing = pair.earlier.by_order == pair.later.by_order;
        (weekly && same_standing).then_some((pair.earlier.origin, pair.later.origin))
    });
    for pair in clashes {
        report
            .add(
                &rule::TWO_PEOPLE,
                pair.later.origin.pointer(),
                "two slots put a child with two people at once",
            )
            .caption(format!(
                "from {} the child is with one",
                at(pair.period.from())
            ))
            .but(
                pair.earlier.origin.pointer(),
                "and by this slot with another",
            )
            .help("let one slot end when the other begins");
    }
}
