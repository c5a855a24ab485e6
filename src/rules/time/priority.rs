//! R23: arrangements of different kinds claim the same time, and nothing says which
//! goes first.
//!
//! An error even where the kinds differ: a document would tell the reader two things of
//! one hour, and it is for the parents to choose, not for the program.

use super::clash::{Pair, first_of_each};
use super::expanded::{Expanded, at};
use crate::case::calendar::Priority;
use crate::diagnostics::code::rule;
use crate::rules::rule::Report;
use crate::schedule::resolve::kinds;

/// Where two kinds of arrangement claim one time, `priorities` say which goes first (R23).
pub(crate) fn it_is_said_which_goes_first(expanded: &Expanded, report: &mut Report) {
    for pair in first_of_each(expanded, kind) {
        tell(report, &pair);
    }
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

fn tell(report: &mut Report, pair: &Pair) {
    let (one, other) = kinds(&pair.earlier, &pair.later);
    let help = if one == other {
        "give one of the days other hours, so that they do not overlap"
    } else {
        "write which kind goes first, at the left edge of the file, for example \
         `priorities: [special, holiday, weekly]`"
    };
    report
        .add(
            &rule::NO_PRIORITY,
            pair.later.origin.pointer(),
            "two arrangements claim the same time for two people, and nothing says which goes \
             first",
        )
        .caption(format!("this claims {}", at(pair.period.from())))
        .but(
            pair.earlier.origin.pointer(),
            "and so does this, for somebody else",
        )
        .help(help);
}
