//! R26: a handover at school on a day on which the school is closed.
//!
//! At a weekend it always is. On other days only where the case gives terms, and only
//! between the first day and the last that they cover: of days beyond the case says nothing.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};

use super::expanded::{Expanded, on};
use super::gap::holiday_pointer;
use super::meeting::is_school;
use crate::case::calendar::Calendar;
use crate::case::person::Child;
use crate::diagnostics::Pointer;
use crate::diagnostics::code::rule;
use crate::rules::rule::Report;
use crate::schedule::handover::{Handover, Venue};
use crate::schedule::period::local;

/// Where a handover is at school, the school is open that day (R26).
pub(crate) fn the_school_is_open_at_handovers(expanded: &Expanded, report: &mut Report) {
    let calendar = expanded.case.calendar.as_ref();
    let mut told = BTreeSet::new();
    let handovers = expanded.timetables.iter().flat_map(|timetable| {
        let handovers = timetable.handovers().into_iter();
        handovers.map(|handover| (timetable.child(), handover))
    });
    let at_school = |(_, handover): &(&Child, Handover)| {
        let place = match handover.venue {
            Venue::At(said) => Some(said.place),
            Venue::Unknown | Venue::Disputed { .. } => None,
        };
        handover.as_arranged() && place.is_some_and(|place| is_school(expanded, place))
    };
    for (child, handover) in handovers.filter(at_school) {
        let closed = closed(calendar, child, local(handover.at).date());
        let changed = (handover.ended.origin, handover.begun.origin);
        if let Some(closure) = closed.filter(|_| told.insert(changed)) {
            tell(report, &handover, closure);
        }
    }
}

fn tell(report: &mut Report, handover: &Handover, closure: Closure) {
    let day = local(handover.at).date();
    let concern = report
        .add(
            &rule::SCHOOL_CLOSED,
            handover.begun.origin.pointer(),
            "a handover is to be at school on a day on which the school is closed",
        )
        .caption(format!("this begins at school on {}", on(day)))
        .help(
            "give the slot another `place`, or say in an arrangement of its own who has the child \
             that day",
        );
    if let Some(said) = closure.pointer {
        concern.but(said, "the school is closed");
    }
}

/// Why a school is closed: where the calendar says so, if it needs saying.
struct Closure {
    pointer: Option<Pointer>,
}

/// Whether the school of a child is closed on a day: at a weekend, or as its calendar says.
fn closed(calendar: Option<&Calendar>, child: &Child, day: Date) -> Option<Closure> {
    let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let said = calendar.and_then(|calendar| closed_by(calendar, child, day));
    said.or(weekend.then_some(Closure { pointer: None }))
}

/// Whether it is by its calendar, on a day that its terms cover.
fn closed_by(calendar: &Calendar, child: &Child, day: Date) -> Option<Closure> {
    let terms = || {
        calendar
            .school_terms
            .iter()
            .filter(|term| term.is_for(child))
    };
    let first = terms().map(|term| term.from.0).min()?;
    let last = terms().map(|term| term.to.0).max()?;
    if day < first || last < day {
        return None;
    }
    let root = Pointer::root().key("calendar");
    let place = |key: &'static str, index| root.key(key).item(index);
    let mut holidays = calendar.holidays.iter();
    let mut bank_holidays = calendar.bank_holidays.iter();
    let mut inset = calendar.inset.iter();
    let holiday = holidays.position(|holiday| holiday.is_for(child) && holiday.holds(day));
    let mut bank_holiday = || bank_holidays.position(|listed| listed.0 == day);
    let pointer = holiday
        .map(holiday_pointer)
        .or_else(|| bank_holiday().map(|index| place("bank_holidays", index)))
        .or_else(|| {
            let index = inset.position(|inset| inset.closes(child, day))?;
            Some(place("inset", index))
        });
    let in_term = terms().any(|term| term.from.0 <= day && day <= term.to.0);
    (pointer.is_some() || !in_term).then_some(Closure { pointer })
}
