//! R24: a rule of years that leaves a year open, or says two things of one.

use super::Outlook;
use crate::case::reading::Pointer;
use crate::case::recurrence::{HolidayShare, Schedule, YearRule};
use crate::case::rules::Concern;
use crate::diagnostics::code::rule;
use crate::schedule::claim::schedule;

pub(super) fn r24(outlook: &Outlook) -> Vec<Concern> {
    let rules = outlook.counted().filter_map(|counted| {
        let schedule = schedule(counted.index);
        match counted.schedule {
            Schedule::Special { rule, .. } => Some((schedule.key("rule"), rule)),
            Schedule::Holiday { share, .. } => match share {
                HolidayShare::Halves { first, .. } => {
                    Some((schedule.key("share").key("first"), first))
                }
                HolidayShare::Whole { with } => Some((schedule.key("share").key("with"), with)),
                HolidayShare::Dates { .. } => None,
            },
            _ => None,
        }
    });
    rules.filter_map(|(at, rule)| concern(at, rule)).collect()
}

fn concern(at: Pointer, rule: &YearRule) -> Option<Concern> {
    let message = match (&rule.every, &rule.even, &rule.odd) {
        (Some(_), None, None) | (None, Some(_), Some(_)) => return None,
        (None, Some(_), None) => "a rule of years says nothing of odd years",
        (None, None, Some(_)) => "a rule of years says nothing of even years",
        (None, None, None) => "a rule of years names nobody",
        (Some(_), _, _) => "a rule of years says both `every` year and which",
    };
    Some(Concern {
        code: &rule::YEAR_RULE,
        at,
        message: message.into(),
        caption: "which year is whose?".into(),
        others: vec![],
        severity: None,
        help: "name one person under `every`, or one under `even` and one under `odd`".into(),
    })
}
