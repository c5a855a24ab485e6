//! R24: a rule of years that leaves a year open, or says two things of one.

use super::expanded::Expanded;
use crate::case::recurrence::{HolidayShare, Schedule, YearRule};
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, Severity};
use crate::rules::rule::Report;

/// A rule of years names one person for every year (R24).
pub(crate) fn every_year_is_somebodys(expanded: &Expanded, report: &mut Report) {
    for counted in expanded.counted() {
        let schedule = counted.at();
        match counted.schedule {
            Schedule::Special { rule, .. } => covers_every_year(report, schedule.key("rule"), rule),
            Schedule::Holiday { share, .. } => match share {
                HolidayShare::Halves { first, .. } => {
                    covers_every_year(report, schedule.key("share").key("first"), first);
                }
                HolidayShare::Whole { with } => {
                    covers_every_year(report, schedule.key("share").key("with"), with);
                }
                HolidayShare::Dates { .. } => {}
            },
            _ => {}
        }
    }
}

fn covers_every_year(report: &mut Report, at: Pointer, rule: &YearRule) {
    if rule.even.is_some() && rule.even == rule.odd && rule.every.is_none() {
        let message = "a rule of years names one person for both";
        report
            .add(&rule::YEAR_RULE, at, message)
            .weigh(Severity::Warning)
            .caption("the same in even years and in odd ones")
            .help("correct one of the two; or write `every`, if nothing changes with the year");
        return;
    }
    let message = match (&rule.every, &rule.even, &rule.odd) {
        (Some(_), None, None) | (None, Some(_), Some(_)) => return,
        (None, Some(_), None) => "a rule of years says nothing of odd years",
        (None, None, Some(_)) => "a rule of years says nothing of even years",
        (None, None, None) => "a rule of years names nobody",
        (Some(_), _, _) => "a rule of years says both `every` year and which",
    };
    report
        .add(&rule::YEAR_RULE, at, message)
        .caption("which year is whose?")
        .help("name one person under `every`, or one under `even` and one under `odd`");
}
