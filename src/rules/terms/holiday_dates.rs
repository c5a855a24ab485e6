//! Which of two calendars the dates of a holiday are taken from: the school's, by its last
//! and its next day, or a council's, by the first and the last day off.

use jiff::civil::Weekday;

use crate::case::Case;
use crate::case::calendar::Holiday;
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[
    a_holiday_is_dated_in_one_way,
    the_days_of_a_holiday_are_those_that_are_meant,
];

fn holidays(case: &Case) -> impl Iterator<Item = (Pointer, &Holiday)> {
    let listed = case.calendar.as_ref();
    let listed = listed.map_or(&[][..], |calendar| &calendar.holidays);
    each(&Pointer::root().key("calendar").key("holidays"), listed)
}

/// A holiday has the two school days around it, or the two days at its own ends (R161).
fn a_holiday_is_dated_in_one_way(case: &Case, report: &mut Report) {
    for (at, holiday) in holidays(case) {
        let school = [holiday.from, holiday.to];
        let off = [holiday.first_day_off, holiday.last_day_off];
        let hours = holiday.from_time.is_some() || holiday.to_time.is_some();
        let by_school = school.iter().all(Option::is_some) && off == [None, None];
        let by_council = off.iter().all(Option::is_some) && school == [None, None] && !hours;
        if !(by_school || by_council) {
            report
                .add(
                    &rule::HOLIDAY_DATES,
                    at,
                    format!(
                        "`{}` has not its two dates, or has them in two ways",
                        holiday.id
                    ),
                )
                .caption("when does it begin and end?")
                .help(
                    "write `from` and `to`, the last school day before it and the next after it, \
                     with `from_time` and `to_time`; or `first_day_off` and `last_day_off`, as a \
                     council publishes them, without hours",
                );
        }
    }
}

/// Without hours, dates that no school begins or ends with are a council's days off, most
/// likely: read as school days they would take a day from each end (R162).
fn the_days_of_a_holiday_are_those_that_are_meant(case: &Case, report: &mut Report) {
    for (at, holiday) in holidays(case) {
        let hours = holiday.from_time.is_some() || holiday.to_time.is_some();
        let Some((from, to)) = holiday.from.zip(holiday.to).filter(|_| !hours) else {
            continue;
        };
        if is_of_a_council(from.0.weekday(), to.0.weekday()) {
            report
                .add(
                    &rule::DAYS_OFF,
                    at.key("from"),
                    format!(
                        "the first and the last day of `{}` look like days off, and are read as \
                         school days",
                        holiday.id
                    ),
                )
                .caption("read as the last day of school before the holiday")
                .but(at.key("to"), "and this as the next day of school")
                .help(
                    "if these are days off, call them `first_day_off` and `last_day_off`; if they \
                     are school days, add `from_time` and `to_time`",
                );
        }
    }
}

/// Whether a holiday that begins and ends on such days can hardly be told by the school days
/// around it: pupils do not break up on a Monday and come back on a Friday.
fn is_of_a_council(from: Weekday, to: Weekday) -> bool {
    let weekend = |day| matches!(day, Weekday::Saturday | Weekday::Sunday);
    weekend(from) || weekend(to) || (from == Weekday::Monday && to == Weekday::Friday)
}
