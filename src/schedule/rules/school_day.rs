//! R26: a handover at school on a day on which the school is closed.
//!
//! Only where the case gives terms, and only between the first day and the last that
//! they cover: of other days the case says nothing.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};

use super::gap::holiday_pointer;
use super::meeting::is_school;
use super::{Outlook, on};
use crate::case::calendar::Calendar;
use crate::case::reading::Pointer;
use crate::case::rules::Concern;
use crate::diagnostics::code::rule;
use crate::schedule::handover::{Handover, Venue};
use crate::schedule::period::local;

pub(super) fn r26(outlook: &Outlook) -> Vec<Concern> {
    let Some(calendar) = outlook.case.calendar.as_ref() else {
        return Vec::new();
    };
    let mut told = BTreeSet::new();
    let handovers = outlook.timetables.iter().flat_map(|t| t.handovers());
    handovers
        .filter(Handover::as_arranged)
        .filter(
            |handover| matches!(handover.venue, Venue::At(said) if is_school(outlook, said.place)),
        )
        .filter_map(|handover| Some((closed(calendar, local(handover.at).date())?, handover)))
        .filter(|(_, handover)| told.insert((handover.ended.origin, handover.begun.origin)))
        .map(|(closure, handover)| concern(&handover, closure))
        .collect()
}

fn concern(handover: &Handover, closure: Closure) -> Concern {
    Concern {
        code: &rule::SCHOOL_CLOSED,
        at: handover.begun.origin.pointer(),
        message: "a handover is to be at school on a day on which the school is closed".into(),
        caption: format!("this begins at school on {}", on(local(handover.at).date())),
        others: Vec::from_iter(
            closure
                .pointer
                .map(|pointer| (pointer, "the school is closed".into())),
        ),
        severity: None,
        help: "give the slot another `place`, or say in an arrangement of its own who has the \
               child that day"
            .into(),
    }
}

/// Why a school is closed: where the calendar says so, if it needs saying.
struct Closure {
    pointer: Option<Pointer>,
}

/// Whether the school is closed on a day that the terms cover.
fn closed(calendar: &Calendar, day: Date) -> Option<Closure> {
    let first = calendar.school_terms.iter().map(|term| term.from.0).min()?;
    let last = calendar.school_terms.iter().map(|term| term.to.0).max()?;
    if day < first || last < day {
        return None;
    }
    let root = Pointer::root().key("calendar");
    let listed = |days: &[crate::case::form::Date], key: &str| {
        let index = days.iter().position(|listed| listed.0 == day)?;
        Some(root.key(key).item(index))
    };
    let holiday = calendar
        .holidays
        .iter()
        .position(|holiday| holiday.from.0 < day && day < holiday.to.0);
    let pointer = holiday
        .map(holiday_pointer)
        .or_else(|| listed(&calendar.bank_holidays, "bank_holidays"))
        .or_else(|| listed(&calendar.inset, "inset"));
    let in_term = calendar
        .school_terms
        .iter()
        .any(|term| term.from.0 <= day && day <= term.to.0);
    let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    (pointer.is_some() || weekend || !in_term).then_some(Closure { pointer })
}
