//! When a term begins, and whose time its handovers are the ends of.

use crate::case::Case;
use crate::diagnostics::code::rule;
use crate::rules::kit::arrangements::arrangements;
use crate::rules::kit::dates::plain;
use crate::rules::rule::{Report, Rule};

pub(crate) const RULES: &[Rule] = &[
    a_term_begins_in_one_way,
    handovers_are_the_ends_of_one_persons_time,
];

/// A term begins on a day, or after a review if the parents then agree, and not in both ways
/// (R166).
fn a_term_begins_in_one_way(case: &Case, report: &mut Report) {
    for (at, arrangement) in arrangements(case) {
        let Some((from, review)) = arrangement.from.zip(arrangement.after_review) else {
            continue;
        };
        report
            .add(
                &rule::TWO_BEGINNINGS,
                at.key("after_review"),
                format!(
                    "`{}` begins on a day, and only after a review",
                    arrangement.id
                ),
            )
            .caption(format!("after the review on {}", plain(review)))
            .but(
                at.key("from"),
                format!("but on {} in any case", plain(from)),
            )
            .help(
                "keep `from` where it begins that day whatever the parents find, and \
                 `after_review` where they have still to agree",
            );
    }
}

/// `handover` tells of the start and the end of one person's time (R167).
fn handovers_are_the_ends_of_one_persons_time(case: &Case, report: &mut Report) {
    for (at, arrangement) in arrangements(case) {
        if arrangement.handover.is_none() || arrangement.whose_time().is_some() {
            continue;
        }
        report
            .add(
                &rule::WHOSE_HANDOVER,
                at.key("handover"),
                format!(
                    "`{}` does not say whose time begins and ends with these handovers",
                    arrangement.id
                ),
            )
            .caption("the end of one person\u{2019}s time is the start of another\u{2019}s")
            .help("write under `with` the person whose time it is");
    }
}
