//! What words say of a call, beside its days and hours.

use jiff::civil::Time;

use super::moment::{Moment, Said};
use crate::case::recurrence::Weekday;

/// Whether moments are told that are none of a call's.
pub(super) fn contradicts(days: &[Weekday], hours: [Option<Time>; 2], said: &[Said]) -> bool {
    // Where the hours are told as they are, an hour beside them is somewhere else's.
    let is_told = said.iter().any(|one| is_whole(hours, one));
    let compared = |one: &&Said| !is_told || matches!(one, Said::FromTo(..));
    let another = |one: &Said| moments(one).any(|moment| is_another(days, hours, one, moment));
    said.iter().filter(compared).any(another)
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
