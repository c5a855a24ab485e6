//! The pattern of the week: slots that come round every one, two or four weeks.

use jiff::civil;

use super::claim::{Occurrence, Part};
use super::period::{Period, local, plus_days};
use crate::case::recurrence::{Schedule, Slot};

/// A weekly schedule, with its weeks laid out from a Monday.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pattern<'a> {
    /// The Monday of the week in which the anchor lies.
    pub(crate) monday: civil::Date,
    weeks: i64,
    slots: &'a [Slot],
}

impl<'a> Pattern<'a> {
    /// The pattern of a schedule, where it is weekly.
    pub(crate) fn of(schedule: &'a Schedule) -> Option<Self> {
        let Schedule::Weekly {
            cycle_weeks,
            anchor,
            slots,
            ..
        } = schedule
        else {
            return None;
        };
        Some(Pattern {
            monday: monday_of(anchor.0),
            weeks: i64::from(*cycle_weeks).max(1),
            slots,
        })
    }

    /// The Monday of the round in which a day lies; before week 1, of the next round.
    pub(crate) fn round_of(&self, day: civil::Date) -> civil::Date {
        let since = self.monday.duration_until(day).as_hours() / 24;
        let begun = since.div_euclid(self.days());
        let is_whole = since.rem_euclid(self.days()) == 0;
        let rounds = begun + i64::from(begun < 0 && !is_whole);
        plus_days(self.monday, rounds * self.days())
    }

    /// Every time a slot comes round that touches a period.
    pub(crate) fn occurrences(&self, period: Period) -> Vec<Occurrence<'a>> {
        let week_of = |instant| {
            let since = self.monday.duration_until(local(instant).date());
            since.as_hours().div_euclid(7 * 24)
        };
        // A slot may begin in the week before and last seven days.
        let weeks = week_of(period.from()) - 1..=week_of(period.to());
        weeks.flat_map(|week| self.week(week)).collect()
    }

    /// The slots that begin in a week, counted from that of the anchor.
    fn week(&self, week: i64) -> impl Iterator<Item = Occurrence<'a>> {
        let monday = plus_days(self.monday, 7 * week);
        let of_cycle = week.rem_euclid(self.weeks) + 1;
        self.slots
            .iter()
            .enumerate()
            .filter(move |(_, slot)| i64::from(slot.week) == of_cycle)
            .filter_map(move |(index, slot)| {
                let day = plus_days(monday, slot.day as i64);
                Some(Occurrence {
                    part: Part::Slot(index),
                    from: day.to_datetime(slot.start.0),
                    to: plus_days(day, days_long(slot)?).to_datetime(slot.end.0),
                    adult: &slot.with,
                })
            })
    }

    /// Days of one round of the pattern.
    pub(crate) fn days(&self) -> i64 {
        7 * self.weeks
    }
}

/// The Monday of a day's week.
pub(crate) fn monday_of(day: civil::Date) -> civil::Date {
    plus_days(day, -i64::from(day.weekday().to_monday_zero_offset()))
}

/// How many days after its first day a slot ends; none where it would end before it
/// begins (rule R90).
///
/// A slot ends on the first `end_day` that makes it last, so from Friday to Friday is
/// a week. Without `end_day` it ends on the day it begins, of which midnight is the end.
pub(crate) fn days_long(slot: &Slot) -> Option<i64> {
    let ends_later = slot.end > slot.start;
    match slot.end_day {
        None if ends_later => Some(0),
        None if slot.end.0 == civil::Time::midnight() => Some(1),
        None => None,
        Some(day) if day == slot.day && !ends_later => Some(7),
        Some(day) => Some((day as i64 - slot.day as i64).rem_euclid(7)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Slots as `week day start end_day end with`; `-` for no end day.
    fn schedule(cycle_weeks: u32, anchor: &str, slots: &[&str]) -> Schedule {
        let slots: Vec<_> = slots
            .iter()
            .map(|slot| {
                let [week, day, start, end_day, end, with] =
                    slot.split(' ').collect::<Vec<_>>()[..]
                else {
                    panic!("six words: {slot}")
                };
                let mut slot = serde_json::json!({
                    "week": week.parse::<u32>().expect("a number"), "day": day,
                    "start": start, "end": end, "with": with,
                });
                if end_day != "-" {
                    slot["end_day"] = end_day.into();
                }
                slot
            })
            .collect();
        serde_json::from_value(serde_json::json!({
            "kind": "weekly", "cycle_weeks": cycle_weeks, "anchor": anchor, "slots": slots,
        }))
        .expect("it is a schedule")
    }

    fn dates(schedule: &Schedule, first: civil::Date, after: civil::Date) -> Vec<String> {
        let period = Period::days(first, after).expect("not empty");
        let pattern = Pattern::of(schedule).expect("it is weekly");
        pattern
            .occurrences(period)
            .iter()
            .map(|o| {
                format!(
                    "{} {}",
                    o.from.strftime("%F %H:%M"),
                    o.to.strftime("%F %H:%M")
                )
            })
            .collect()
    }

    #[test]
    fn the_second_week_is_the_one_after_the_anchor_and_before_it() {
        let weekends = schedule(2, "2026-06-10", &["2 friday 15:30 monday 08:45 father"]);
        assert_eq!(
            dates(&weekends, civil::date(2026, 6, 1), civil::date(2026, 6, 22)),
            [
                "2026-06-05 15:30 2026-06-08 08:45",
                "2026-06-19 15:30 2026-06-22 08:45"
            ]
        );
    }

    #[test]
    fn a_slot_ends_on_the_first_day_that_makes_it_last() {
        let days = |slot: &str| {
            let Schedule::Weekly { slots, .. } = schedule(1, "2026-06-08", &[slot]) else {
                panic!("weekly")
            };
            days_long(&slots[0])
        };
        assert_eq!(days("1 sunday 10:00 - 18:00 father"), Some(0));
        assert_eq!(days("1 sunday 10:00 - 00:00 father"), Some(1));
        assert_eq!(days("1 sunday 10:00 - 09:00 father"), None);
        assert_eq!(days("1 sunday 10:00 monday 09:00 father"), Some(1));
        assert_eq!(days("1 friday 15:30 friday 15:30 father"), Some(7));
        assert_eq!(days("1 friday 15:30 friday 17:30 father"), Some(0));
    }
}
