//! Words of years that take turns, beside schedules that are the same in every year.

use super::token::Token;
use super::words::WORDS;
use super::yearly;
use crate::case::recurrence::{HolidayShare, Schedule};

/// Whether a schedule is another in some years, by a rule or by its dates.
pub(super) fn takes_turns(schedule: &Schedule) -> bool {
    match schedule {
        Schedule::Holiday {
            share: HolidayShare::Dates { .. },
            ..
        } => true,
        Schedule::Special { dates, rule, .. } => !dates.is_empty() || rule.even != rule.odd,
        _ => yearly::rule(schedule).is_some_and(|(rule, _)| rule.even != rule.odd),
    }
}

/// "in even-numbered years", "in alternate years", "every other year".
pub(super) fn tells_of_turns(tokens: &[Token]) -> bool {
    let is_years = |token: &Token| token.is(&WORDS.years);
    let by_number = tokens.iter().any(|token| matches!(token, Token::Years(_)));
    let alternate = |two: &[Token]| two[0].is(&WORDS.alternate) && is_years(&two[1]);
    let every_second = |three: &[Token]| {
        three[0].is(&WORDS.every) && three[1].is(&WORDS.second_of) && is_years(&three[2])
    };
    by_number || tokens.windows(2).any(alternate) || tokens.windows(3).any(every_second)
}

/// The field that says who has what is the same in every year.
pub(super) fn field(schedule: &Schedule) -> &'static str {
    match schedule {
        Schedule::Special { .. } => "rule",
        Schedule::Holiday { .. } => "share",
        _ => "kind",
    }
}
