//! Weekly patterns made for a test, in minutes of a round of weeks.

use concord::case::form::Time;
use concord::case::recurrence::{Schedule, Slot, Weekday};
use concord::case::{Case, form};
use jiff::civil::{self, Date, date};

use super::{full_agreement, id};

pub(super) const DAY: i64 = 24 * 60;
pub(super) const ADULTS: [&str; 2] = ["mother", "father"];
/// The first Monday of every pattern made here.
pub(super) const MONDAY: Date = date(2026, 6, 8);

/// A slot in minutes: first minute of the pattern, within its day, length, adult.
pub(super) type Minutes = (i64, i64, i64, usize);

pub(super) fn weekly(cycle_weeks: u32, slots: &[Minutes]) -> Schedule {
    let time = |minute: i64| {
        let (hour, minute) = (minute / 60, minute % 60);
        Time(civil::time(hour as i8, minute as i8, 0, 0))
    };
    let slots = slots.iter().map(|&(day, minute, length, adult)| {
        let end = minute + length;
        let weekday = |day: i64| Weekday::ALL[day.rem_euclid(7) as usize];
        Slot {
            week: (day / 7) as u32 + 1,
            day: weekday(day),
            start: time(minute),
            end_day: Some(weekday(day + end / DAY)),
            end: time(end % DAY),
            with: id(ADULTS[adult]),
            place: None,
        }
    });
    Schedule::Weekly {
        cycle_weeks,
        anchor: form::Date(MONDAY),
        slots: slots.collect(),
        term_time_only: false,
    }
}

/// The example with one weekly pattern, from its first Monday on, and nothing else.
pub(super) fn weekly_case(cycle_weeks: u32, slots: &[Minutes]) -> Case {
    let mut case = full_agreement();
    let fortnight = case.arrangement(&id("fortnight"));
    let mut pattern = fortnight.expect("the example has one").clone();
    pattern.id = id("pattern");
    pattern.from = Some(form::Date(MONDAY));
    pattern.nights_of_14 = None;
    pattern.place = None;
    pattern.schedule = Some(weekly(cycle_weeks, slots));
    case.arrangements = vec![pattern];
    case
}
