//! Stays that come round, laid out day by day.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, Time};

use super::meaning::{Stay, Who};

/// Weeks that are laid out from the first day, and before it and after them: a stay that
/// begins within them is told to its end, be it as long as the longest pattern.
const AHEAD: i64 = 60;
const BEFORE: i64 = 14;

/// A stay as it comes round.
#[derive(Clone, Debug)]
pub(super) struct Cycle {
    /// A Monday of its first week.
    pub(super) monday: Date,
    pub(super) period: i64,
    /// From 0.
    pub(super) weeks: Vec<i64>,
    /// Monday is 0.
    pub(super) day: i64,
    pub(super) start: Time,
    pub(super) end: Time,
    pub(super) midnights: i64,
}

/// The Monday of a day's week.
pub(super) fn monday(day: Date) -> Date {
    day - i64::from(day.weekday().to_monday_zero_offset()).days()
}

/// Every stay that begins on a day or in the year after, those that touch as one.
pub(super) fn laid_out(cycles: BTreeMap<Who, Vec<Cycle>>, from: Date) -> BTreeMap<Who, Vec<Stay>> {
    let until = from + AHEAD.weeks();
    let of_person = |(who, cycles): (Who, Vec<Cycle>)| {
        let mut stays: Vec<Stay> = cycles.iter().flat_map(|cycle| cycle.stays(from)).collect();
        stays.sort();
        let mut joined: Vec<Stay> = Vec::new();
        for stay in stays {
            match joined.last_mut() {
                Some(last) if last.1 >= stay.0 => last.1 = last.1.max(stay.1),
                _ => joined.push(stay),
            }
        }
        joined.retain(|stay| from <= stay.0.date() && stay.0.date() < until);
        (who, joined)
    };
    cycles.into_iter().map(of_person).collect()
}

impl Cycle {
    fn stays(&self, from: Date) -> Vec<Stay> {
        let weeks = -BEFORE..AHEAD + BEFORE;
        let due = weeks.filter_map(|week| {
            let monday = monday(from) + week.weeks();
            let since = i64::from((monday - self.monday).get_days()) / 7;
            let is_due = self.weeks.contains(&since.rem_euclid(self.period));
            let day = monday + self.day.days();
            let end = (day + self.midnights.days()).to_datetime(self.end);
            is_due.then(|| (day.to_datetime(self.start), end))
        });
        due.collect()
    }
}
