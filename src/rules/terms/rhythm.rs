//! From which day a rhythm is counted.

use crate::case::Case;
use crate::case::form::Date;
use crate::case::recurrence::Schedule;
use crate::diagnostics::Pointer;
use crate::diagnostics::code::rule;
use crate::rules::kit::arrangements::arrangements;
use crate::rules::kit::dates::plain;
use crate::rules::rule::{Report, Rule};
use crate::schedule::period::plus_days;

pub(crate) const RULES: &[Rule] = &[weeks_are_counted_from_a_monday];

/// The week that is counted from begins on a Monday (R160). Another day is in one of two
/// weeks for whoever counts from Sunday, and a week too early or too late would exchange the
/// two weeks of a fortnight.
fn weeks_are_counted_from_a_monday(case: &Case, report: &mut Report) {
    for (at, arrangement) in arrangements(case) {
        if let Some(Schedule::Weekly { anchor, .. }) = &arrangement.schedule {
            tell(*anchor, at.key("schedule").key("anchor"), report);
        }
    }
}

fn tell(anchor: Date, at: Pointer, report: &mut Report) {
    let since_monday = i64::from(anchor.0.weekday().to_monday_zero_offset());
    if since_monday == 0 {
        return;
    }
    let before = Date(plus_days(anchor.0, -since_monday));
    let after = Date(plus_days(anchor.0, 7 - since_monday));
    report
        .add(
            &rule::NOT_A_MONDAY,
            at,
            format!(
                "week 1 is to begin on a {}, and weeks begin on a Monday",
                anchor.0.strftime("%A")
            ),
        )
        .caption("which week is week 1?")
        .help(format!(
            "write the Monday of the week that has the slots of week 1: {} or {}",
            plain(before),
            plain(after)
        ));
}
