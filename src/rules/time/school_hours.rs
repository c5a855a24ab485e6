//! R136: a special day that begins while the child is at school.
//!
//! Only where the case gives the terms of the child's school, and the day is in one.

use std::collections::BTreeSet;

use jiff::civil::{DateTime, Time, Weekday};

use super::expanded::{Expanded, at};
use super::words::{WORDS, says};
use crate::case::Case;
use crate::case::calendar::Priority;
use crate::case::form::Date;
use crate::case::person::Child;
use crate::diagnostics::Pointer;
use crate::diagnostics::code::rule;
use crate::rules::rule::Report;
use crate::schedule::claim::Claim;
use crate::schedule::period::local;
use crate::schedule::resolve::Answer;

/// Every school has begun by then.
const MORNING: Time = Time::constant(9, 15, 0, 0);

/// None has ended by then.
const AFTERNOON: Time = Time::constant(14, 45, 0, 0);

/// Children of these ages are at school.
const AT_SCHOOL: std::ops::Range<u32> = 5..16;

/// A special day on a school day does not begin during lessons (R136).
pub(crate) fn special_days_begin_out_of_school(expanded: &Expanded, report: &mut Report) {
    let mut told = BTreeSet::new();
    for timetable in &expanded.timetables {
        for stretch in timetable.stretches() {
            let Answer::With(claim) = &stretch.answer else {
                continue;
            };
            let begins = stretch.period.from();
            let as_arranged = claim.kind == Priority::Special && claim.arranged.from() == begins;
            let term = as_arranged
                .then(|| lessons(expanded.case, timetable.child(), local(begins)))
                .flatten();
            let Some(term) = term.filter(|_| !thought_of(expanded.case, claim)) else {
                continue;
            };
            if !told.insert(claim.origin) {
                continue;
            }
            report
                .add(
                    &rule::DURING_LESSONS,
                    claim.origin.schedule().key("start"),
                    format!("`{}` begins while a child is at school", claim.arrangement),
                )
                .caption(format!("this begins on {}", at(begins)))
                .but(term, "that day is in this term")
                .help(
                    "say when it begins on a school day, for example after school, or say in the \
                     text that the child misses school",
                );
        }
    }
}

/// Whether its words speak of school.
fn thought_of(case: &Case, claim: &Claim) -> bool {
    let arrangement = case.arrangements.get(claim.origin.arrangement);
    arrangement.is_some_and(|one| says(one, &WORDS.school))
}

/// The term in which a child has lessons at an hour.
fn lessons(case: &Case, child: &Child, hour: DateTime) -> Option<Pointer> {
    let calendar = case.calendar.as_ref()?;
    let day = hour.date();
    let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let in_hours = (MORNING..AFTERNOON).contains(&hour.time());
    let of_age = child
        .age_on(Date(day))
        .is_some_and(|age| AT_SCHOOL.contains(&age));
    let holiday = calendar.holidays.iter().any(|holiday| {
        let (last, next) = (holiday.last_school_day().0, holiday.next_school_day().0);
        // On the last and on the next school day there may be half a day.
        holiday.is_for(child) && (last..=next).contains(&day)
    });
    let closed = calendar.bank_holidays.iter().any(|one| one.0 == day)
        || calendar.inset.iter().any(|inset| inset.closes(child, day));
    if weekend || !in_hours || !of_age || holiday || closed || child.school.is_none() {
        return None;
    }
    let mut terms = calendar.school_terms.iter();
    let term =
        terms.position(|term| term.is_for(child) && (term.from.0..=term.to.0).contains(&day))?;
    let calendar = Pointer::root().key("calendar");
    Some(calendar.key("school_terms").item(term))
}
