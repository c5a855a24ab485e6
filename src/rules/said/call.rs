//! What words say of a call, beside its days and hours.

use jiff::civil::Time;

use super::moment::{Moment, Said};
use super::token::Token;
use super::words::WORDS;
use crate::case::recurrence::{OfMonth, Weekday};

/// Whether moments are told that are none of a call's.
pub(super) fn contradicts(days: &[Weekday], hours: [Option<Time>; 2], said: &[Said]) -> bool {
    // Where the hours are told as they are, an hour beside them is somewhere else's.
    let is_told = said.iter().any(|one| is_whole(hours, one));
    let compared = |one: &&Said| !is_told || matches!(one, Said::FromTo(..));
    let another = |one: &Said| moments(one).any(|moment| is_another(days, hours, one, moment));
    said.iter().filter(compared).any(another)
}

/// Whether a call is told for a day of the month that it is not on: `on the third Sunday of
/// each month`, where it is on every Sunday.
pub(super) fn contradicts_month(of_month: &[OfMonth], tokens: &[Token]) -> bool {
    const ALL: [OfMonth; 5] = [
        OfMonth::First,
        OfMonth::Second,
        OfMonth::Third,
        OfMonth::Fourth,
        OfMonth::Last,
    ];
    tokens.windows(5).any(|told| {
        let is_of_month = matches!(told[1], Token::Day(_)) && told[4].is(&WORDS.month);
        let mut known = ALL.iter().zip(&WORDS.of_month);
        let which = known.find(|(_, words)| told[0].is(words));
        is_of_month && which.is_some_and(|(which, _)| !of_month.contains(which))
    })
}

/// Whether a stretch is the whole call.
fn is_whole(hours: [Option<Time>; 2], one: &Said) -> bool {
    match (one, hours) {
        (Said::FromTo(from, to), [Some(_), Some(_)]) => [from.time, to.time] == hours,
        _ => false,
    }
}

fn moments(one: &Said) -> impl Iterator<Item = Moment> {
    let (first, second) = match one {
        Said::At(one) => (*one, None),
        Said::FromTo(first, second) => (*first, Some(*second)),
    };
    [Some(first), second].into_iter().flatten()
}

fn is_another(days: &[Weekday], hours: [Option<Time>; 2], one: &Said, moment: Moment) -> bool {
    let [start, end] = hours;
    let other_day = moment.day.is_some_and(|day| !days.contains(&day));
    let knows = start.is_some() && (end.is_some() || matches!(one, Said::At(_)));
    let other_time = moment
        .time
        .is_some_and(|time| knows && !hours.contains(&Some(time)));
    other_day && !days.is_empty() || other_time
}
