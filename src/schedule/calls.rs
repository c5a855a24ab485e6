//! Calls and letters, day by day.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use super::expand::counted;
use super::monthly::{days_of_month, months};
use super::period::{Period, instant, local};
use super::weekly::monday_of;
use crate::case::Case;
use crate::case::form::Id;
use crate::case::person::Child;
use crate::case::recurrence::{Channel, Schedule};

/// A call at its hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call<'a> {
    /// When it begins.
    pub from: DateTime,
    /// When it ends, where that is said.
    pub until: Option<DateTime>,
    /// By what means.
    pub channel: Channel,
    /// With whom.
    pub with: &'a Id,
    /// The arrangement that says so.
    pub arrangement: &'a Id,
}

/// The days of a period on which calls are, in their order.
pub(crate) fn call_days(schedule: &Schedule, period: Period) -> Vec<Date> {
    let Schedule::Indirect {
        days,
        of_month,
        cycle_weeks,
        anchor,
        ..
    } = schedule
    else {
        return Vec::new();
    };
    let (first, last) = (local(period.from()).date(), local(period.to()).date());
    let is_within = |day: &Date| first <= *day && *day <= last;
    if !of_month.is_empty() {
        let mut dated: Vec<Date> = months(period)
            .flat_map(|month| {
                days.iter()
                    .flat_map(move |day| days_of_month(month, *day, of_month))
            })
            .filter(is_within)
            .collect();
        dated.sort_unstable();
        return dated;
    }
    let is_due = |day: &Date| match cycle_weeks.zip(*anchor) {
        Some((weeks, anchor)) => {
            let since = monday_of(anchor.0)
                .duration_until(monday_of(*day))
                .as_hours()
                / (7 * 24);
            since.rem_euclid(i64::from(weeks).max(1)) == 0
        }
        None => true,
    };
    let all = first.series(1.day()).take_while(|day| *day <= last);
    all.filter(|day| days.contains(&day.weekday().into()) && is_due(day))
        .collect()
}

/// Every call of a child that has an hour, while its arrangement is in force.
pub(crate) fn calls<'a>(case: &'a Case, child: &'a Child, period: Period) -> Vec<Call<'a>> {
    let mut calls = Vec::new();
    for counted in counted(case).filter(|counted| counted.is_for(child)) {
        let Schedule::Indirect {
            channel,
            start: Some(start),
            end,
            with,
            ..
        } = counted.schedule
        else {
            continue;
        };
        let Some(in_force) = counted.in_force(period) else {
            continue;
        };
        let days = call_days(counted.schedule, in_force).into_iter();
        let dated = days.map(|day| Call {
            from: day.to_datetime(start.0),
            until: end.map(|end| day.to_datetime(end.0)),
            channel: *channel,
            with,
            arrangement: &counted.arrangement.id,
        });
        calls.extend(dated.filter(|call| in_force.contains(instant(call.from))));
    }
    calls.sort_by_key(|call| call.from);
    calls
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn days(rhythm: &str) -> Vec<String> {
        let text = format!(
            "kind: indirect\nchannel: video\ndays: [saturday]\ninitiated_by: father\nwith: \
             father\n{rhythm}"
        );
        let schedule = serde_yaml::from_str(&text).expect("a schedule");
        let autumn = Period::days(date(2026, 9, 7), date(2026, 10, 31)).expect("days");
        let days = call_days(&schedule, autumn);
        days.iter().map(Date::to_string).collect()
    }

    #[test]
    fn calls_come_every_week_every_so_many_weeks_or_on_days_of_the_month() {
        assert_eq!(days("").len(), 8);
        let fortnight = days("cycle_weeks: 2\nanchor: 2026-09-14");
        assert_eq!(
            fortnight,
            ["2026-09-19", "2026-10-03", "2026-10-17", "2026-10-31"]
        );
        let month = days("of_month: [second, last]");
        assert_eq!(
            month,
            ["2026-09-12", "2026-09-26", "2026-10-10", "2026-10-31"]
        );
    }
}
