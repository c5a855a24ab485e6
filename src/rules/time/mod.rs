//! What is wrong with arrangements, seen over two years: rules R19–R27, R90, R135 and R136.
//!
//! One rule is one function and has a file of its own; `clash` is what R19, R22 and R23
//! look through alike. A fault that
//! recurs every week is told once, with the first date on which it shows.

mod call_there;
mod clash;
mod clock_change;
mod expanded;
mod gap;
mod holiday_share;
mod meeting;
mod never;
mod night_count;
mod priority;
mod school_day;
mod school_hours;
mod two_people;
mod words;
mod year_rule;

use crate::case::Case;
use crate::diagnostics::Unplaced;
use crate::rules::rule::Report;
use expanded::Expanded;

/// One rule.
type Rule = fn(&Expanded, &mut Report);

/// The rules, in the order of their codes.
const RULES: &[Rule] = &[
    two_people::a_child_is_with_one_person,
    meeting::handovers_meet,
    gap::somebody_always_has_the_child,
    holiday_share::holidays_are_shared_once_and_wholly,
    priority::it_is_said_which_goes_first,
    year_rule::every_year_is_somebodys,
    clock_change::no_time_lies_in_the_hour_of_the_change,
    school_day::the_school_is_open_at_handovers,
    night_count::nights_stated_are_those_of_the_weeks,
    never::every_part_comes_about,
    call_there::nobody_calls_whom_the_child_is_with,
    school_hours::special_days_begin_out_of_school,
];

/// Every concern about the arrangements of a case, rule by rule.
///
/// They are looked at for two years from the day the first of them takes effect, or from
/// the day the document is prepared where that is later: what is past cannot be mended.
pub fn concerns(case: &Case) -> Vec<Unplaced> {
    let mut report = Report::default();
    if let Some(expanded) = Expanded::of(case) {
        for rule in RULES {
            rule(&expanded, &mut report);
        }
    }
    report.into_findings()
}
