//! What a dispute about Christmas leaves open in a calendar.
//!
//! Parents may agree to share every school holiday and still differ on Christmas. Until
//! they settle it, nobody's share of that holiday is told as decided.

use super::served::Served;
use crate::case::arrangement::{Arrangement, Topic};
use crate::case::calendar::Holiday;
use crate::case::recurrence::{HolidayShare, Schedule};

impl Served<'_> {
    /// Takes the holiday over Christmas out of `arrangement`, where the reader knows that
    /// Christmas is not settled for one of its children.
    pub(super) fn leave_christmas_open(&self, arrangement: &mut Arrangement) {
        if !self.is_christmas_open(arrangement) {
            return;
        }
        let schedules = match &mut arrangement.schedule {
            Some(Schedule::Several(all)) => &mut all[..],
            one => one.as_mut_slice(),
        };
        for schedule in schedules {
            let Schedule::Holiday {
                periods,
                each_holiday,
                share,
            } = schedule
            else {
                continue;
            };
            *each_holiday = false;
            let christmas: Vec<_> = self
                .holidays()
                .filter(|holiday| is_christmas(holiday))
                .collect();
            periods.retain(|id| !christmas.iter().any(|holiday| holiday.id == *id));
            if let HolidayShare::Dates { parts } = share {
                parts.retain(|part| {
                    let mut christmas = christmas.iter();
                    !christmas.any(|over| {
                        part.from < over.next_school_day() && over.last_school_day() < part.to
                    })
                });
            }
        }
    }

    /// Whether the reader knows of a point about Christmas that is not agreed, and of none
    /// that is. Where something is agreed, the point is about a part of it, or another
    /// festival.
    fn is_christmas_open(&self, arrangement: &Arrangement) -> bool {
        let concerns = |point: &Arrangement| {
            let one_is_for_all = point.children.is_empty() || arrangement.children.is_empty();
            one_is_for_all
                || point
                    .children
                    .iter()
                    .any(|id| arrangement.children.contains(id))
        };
        let points = self.arrangements();
        let points = points.filter(|point| point.topic == Topic::Christmas && concerns(point));
        let mut settled = points.map(|point| self.is_settled(&point)).peekable();
        settled.peek().is_some() && !settled.any(|is_settled| is_settled)
    }
}

/// Whether 25 December lies in a holiday.
pub(super) fn is_christmas(holiday: &Holiday) -> bool {
    let year = holiday.last_school_day().0.year();
    let day = jiff::civil::Date::new(year, 12, 25);
    day.is_ok_and(|day| holiday.holds(day))
}
