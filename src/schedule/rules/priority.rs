//! R23: arrangements of different kinds claim the same time, and nothing says which
//! goes first.
//!
//! An error even where the kinds differ: a document would tell the reader two things of
//! one hour, and it is for the parents to choose, not for the program.

use super::clash::{Pair, first_of_each};
use super::{Outlook, at};
use crate::case::calendar::Priority;
use crate::case::rules::Concern;
use crate::diagnostics::code::rule;
use crate::schedule::resolve::kinds;

pub(super) fn r23(outlook: &Outlook) -> Vec<Concern> {
    first_of_each(outlook, kind).iter().map(concern).collect()
}

/// What a clash is told once for: a pair of kinds or, of special days, which `priorities`
/// cannot order, a pair of arrangements.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Kinds(Priority, Priority),
    SpecialDays(usize, usize),
}

fn kind(pair: &Pair) -> Option<Kind> {
    match kinds(&pair.earlier, &pair.later) {
        (Priority::Special, Priority::Special) => Some(Kind::SpecialDays(
            pair.earlier.origin.arrangement,
            pair.later.origin.arrangement,
        )),
        (one, other) if one != other => Some(Kind::Kinds(one.min(other), one.max(other))),
        // Two slots are R19, two holidays R22.
        _ => None,
    }
}

fn concern(pair: &Pair) -> Concern {
    let (one, other) = kinds(&pair.earlier, &pair.later);
    let help = if one == other {
        "give one of the days other hours, so that they do not overlap".into()
    } else {
        "write in `priorities` which kind goes first, for example \
         `priorities: [special, holiday, weekly]`"
            .to_owned()
    };
    Concern {
        code: &rule::NO_PRIORITY,
        at: pair.later.origin.pointer(),
        message: "two arrangements claim the same time for two people, and nothing says which \
                  goes first"
            .into(),
        caption: format!("this claims {}", at(pair.period.from())),
        others: Vec::from_iter(Some((
            pair.earlier.origin.pointer(),
            "and so does this, for somebody else".into(),
        ))),
        severity: None,
        help,
    }
}
