//! The day on which a time that comes every week first begins, for a paragraph of an order: the
//! day from which a paragraph holds is often another one, and whoever reads it need not count.

use jiff::ToSpan;

use crate::case::arrangement::Arrangement;
use crate::case::form::{Date, Id};
use crate::case::recurrence::{Schedule, Weekday};

/// The first day of somebody's time, where it is one time of every week and begins after the
/// day from which the arrangement holds; none where it rests in holidays, which may move it.
pub(super) fn first_time(arrangement: &Arrangement, person: &Id) -> Option<Date> {
    let from = arrangement.from?.0;
    let mut schedules = arrangement.schedules();
    let Schedule::Weekly {
        cycle_weeks: 1,
        slots,
        term_time_only: false,
        ..
    } = schedules.next().filter(|_| schedules.next().is_none())?
    else {
        return None;
    };
    let mut theirs = slots.iter().filter(|slot| slot.with == *person);
    let slot = theirs.next().filter(|_| theirs.next().is_none())?;
    let mut days = from.series(1.day()).take(7);
    let first = days.find(|day| Weekday::from(day.weekday()) == slot.day)?;
    let over = arrangement.until.is_some_and(|last| last.0 < first);
    (first != from && !over).then_some(Date(first))
}
