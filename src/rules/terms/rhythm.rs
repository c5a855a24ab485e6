//! From which day a rhythm is counted.

use crate::case::Case;
use crate::case::form::Date;
use crate::case::recurrence::Schedule;
use crate::diagnostics::Pointer;
use crate::diagnostics::code::rule;
use crate::rules::kit::arrangements::schedules;
use crate::rules::kit::dates::plain;
use crate::rules::rule::{Report, Rule};
use crate::schedule::period::plus_days;

pub(crate) const RULES: &[Rule] = &[weeks_are_counted_from_a_monday, a_call_has_one_rhythm];

/// The week that is counted from begins on a Monday (R160). Another day is in one of two
/// weeks for whoever counts from Sunday, and a week too early or too late would exchange the
/// two weeks of a fortnight.
fn weeks_are_counted_from_a_monday(case: &Case, report: &mut Report) {
    for (at, _, schedule) in schedules(case) {
        let (Schedule::Weekly { anchor, .. }
        | Schedule::Indirect {
            anchor: Some(anchor),
            ..
        }) = schedule
        else {
            continue;
        };
        tell(*anchor, at.key("anchor"), report);
    }
}

/// Calls that come every so many weeks say from which week they are counted, and are not
/// counted in the month as well; and which of the days of a month is said with a day (R164).
fn a_call_has_one_rhythm(case: &Case, report: &mut Report) {
    for (at, arrangement, schedule) in schedules(case) {
        let Schedule::Indirect {
            days,
            of_month,
            cycle_weeks,
            anchor,
            ..
        } = schedule
        else {
            continue;
        };
        let (place, caption, help) = match (cycle_weeks, anchor) {
            (Some(_), _) if !of_month.is_empty() => (
                at.key("cycle_weeks"),
                "counted in weeks, and in the month as well",
                "keep one of `cycle_weeks` and `of_month`",
            ),
            (Some(_), None) => (
                at.key("cycle_weeks"),
                "from which week is it counted?",
                "write under `anchor` the Monday of a week in which it comes",
            ),
            (None, Some(_)) => (
                at.key("anchor"),
                "no weeks are counted from this day",
                "write under `cycle_weeks` after how many weeks it comes again, or take the day out",
            ),
            (None, None) if !of_month.is_empty() && days.is_empty() => (
                at.key("of_month"),
                "of which day of the week?",
                "write the day of the week under `days`",
            ),
            _ => continue,
        };
        report
            .add(
                &rule::CALL_RHYTHM,
                place,
                format!("`{}` does not say when it comes again", arrangement.id),
            )
            .caption(caption)
            .help(help);
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
