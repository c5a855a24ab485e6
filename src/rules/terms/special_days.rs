//! Days of a family's own: what they are called, and when they are.

use crate::case::Case;
use crate::case::recurrence::{Schedule, SpecialDay};
use crate::diagnostics::code::rule;
use crate::rules::kit::arrangements::schedules;
use crate::rules::rule::{Report, Rule};

pub(crate) const RULES: &[Rule] = &[a_day_of_ones_own_has_a_name];

/// A special day that is `other` has a name, by which plans and calendars tell it; and it
/// alone has one (R163).
fn a_day_of_ones_own_has_a_name(case: &Case, report: &mut Report) {
    for (at, _, schedule) in schedules(case) {
        let Schedule::Special { day, name, .. } = schedule else {
            continue;
        };
        match (day, name) {
            (SpecialDay::Other, None) => {
                report
                    .add(
                        &rule::NAMELESS_DAY,
                        at.key("day"),
                        "a special day has no name, and is printed as \u{201c}Special day\u{201d}",
                    )
                    .caption("what is it called?")
                    .help(
                        "write its `name`; where it moves from year to year, write `dates` in \
                         place of `on`, one for each year",
                    );
            }
            (SpecialDay::Other, Some(_)) | (_, None) => {}
            (_, Some(_)) => {
                report
                    .add(
                        &rule::NAMELESS_DAY,
                        at.key("name"),
                        "a special day that has its own name is given another, which no page prints",
                    )
                    .caption("printed nowhere")
                    .help("write `day: other` to call it so, or take the name out");
            }
        }
    }
}
