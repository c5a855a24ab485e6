//! What a dispute about Christmas leaves open in a calendar.
//!
//! Parents may agree to share every school holiday and still differ on Christmas. Until
//! they settle it, nobody's share of that holiday is told as decided.

use crate::case::Case;
use crate::case::arrangement::{Arrangement, Topic};
use crate::case::calendar::Holiday;
use crate::case::recurrence::{HolidayShare, Schedule};

use super::copy::DocumentCopy;

/// Takes the holiday over Christmas out of `arrangement`, where the reader of a copy knows
/// that Christmas is not settled for one of its children.
pub(crate) fn leave_christmas_open(
    arrangement: &mut Arrangement,
    case: &Case,
    copy: &DocumentCopy,
) {
    if !is_christmas_open(case, copy, arrangement) {
        return;
    }
    if let Some(Schedule::Holiday { periods, share, .. }) = &mut arrangement.schedule {
        periods.retain(|id| !case.holiday(id).is_some_and(is_christmas));
        if let HolidayShare::Dates { parts } = share {
            let calendar = case.calendar.iter();
            let holidays = calendar.flat_map(|calendar| &calendar.holidays);
            let christmas: Vec<_> = holidays.filter(|holiday| is_christmas(holiday)).collect();
            parts.retain(|part| {
                let touches = |over: &&Holiday| part.from < over.to && over.from < part.to;
                !christmas.iter().any(touches)
            });
        }
    }
}

/// Whether an arrangement shares a holiday that a dispute about Christmas leaves open.
pub(crate) fn shares_open_christmas(
    arrangement: &Arrangement,
    case: &Case,
    copy: &DocumentCopy,
) -> bool {
    let mut left = arrangement.clone();
    leave_christmas_open(&mut left, case, copy);
    left.schedule != arrangement.schedule
}

/// Whether the reader knows of a point about Christmas that is not agreed, and of none that
/// is. Where something is agreed, the point is about a part of it, or another festival.
fn is_christmas_open(case: &Case, copy: &DocumentCopy, arrangement: &Arrangement) -> bool {
    let concerns = |point: &Arrangement| {
        let one_is_for_all = point.children.is_empty() || arrangement.children.is_empty();
        one_is_for_all
            || point
                .children
                .iter()
                .any(|id| arrangement.children.contains(id))
    };
    let points = case.arrangements.iter().filter(|point| {
        point.topic == Topic::Christmas
            && concerns(point)
            && copy.may_read(case, point.vis, &point.served_to)
    });
    let mut agreed = points.map(|point| point.status.is_agreed()).peekable();
    agreed.peek().is_some() && !agreed.any(|is_agreed| is_agreed)
}

/// Whether 25 December lies in a holiday.
fn is_christmas(holiday: &Holiday) -> bool {
    let (from, to) = (holiday.from.0, holiday.to.0);
    let day = jiff::civil::Date::new(from.year(), 12, 25);
    day.is_ok_and(|day| from < day && day < to)
}
