//! What goes before a paragraph of an annex, and the year in which a day of the year begins, by
//! a count of the test's own.

use std::collections::BTreeSet;

use concord::case::Case;
use concord::case::arrangement::{Arrangement, TermForm, Topic};
use concord::case::calendar::Priority;
use concord::case::form::Id;
use concord::case::recurrence::{HolidayShare, Schedule, SpecialDay};

/// The numbers of paragraphs and the letters of recitals.
pub(super) type SubjectTo = BTreeSet<String>;

/// Every paragraph and recital that the case puts before the time of a term.
pub(super) fn subject_to(case: &Case, term: &Arrangement) -> SubjectTo {
    let place = |kind| case.priorities.iter().position(|listed| *listed == kind);
    let Some(own) = kind(term).and_then(place) else {
        return SubjectTo::new();
    };
    let mut found = SubjectTo::new();
    let (mut numbers, mut letters) = (1.., 'A'..='Z');
    for other in &case.arrangements {
        let mark = match other.form {
            TermForm::ProposedOrder => numbers.next().map(|number: u32| number.to_string()),
            TermForm::Recital => letters.next().map(String::from),
            _ => continue,
        };
        let before = kind(other)
            .and_then(place)
            .is_some_and(|theirs| theirs < own);
        let meets = of_one_child(term, other) && of_one_day(term, other);
        if before && meets && !adds_to(other, term) {
            found.insert(mark.expect("few recitals"));
        }
    }
    found
}

/// Whether special days of one person add to what a term gives to that person alone.
fn adds_to(days: &Arrangement, term: &Arrangement) -> bool {
    let Some(Schedule::Special { rule, .. }) = &days.schedule else {
        return false;
    };
    let days = [&rule.every, &rule.even, &rule.odd].into_iter().flatten();
    let days: BTreeSet<&Id> = days.collect();
    let of_term: BTreeSet<&Id> = match &term.schedule {
        Some(Schedule::Weekly { slots, .. }) => slots.iter().map(|slot| &slot.with).collect(),
        Some(Schedule::Monthly { with, .. } | Schedule::Rota { with, .. }) => [with].into(),
        Some(Schedule::Holiday { share, .. }) => match share {
            HolidayShare::Whole { with } => {
                let all = [&with.every, &with.even, &with.odd].into_iter();
                all.flatten().collect()
            }
            HolidayShare::Dates { parts } => parts.iter().map(|part| &part.with).collect(),
            HolidayShare::Halves { .. } => return false,
        },
        _ => return false,
    };
    days.len() == 1 && days == of_term
}

fn of_one_child(one: &Arrangement, other: &Arrangement) -> bool {
    let all = one.children.is_empty() || other.children.is_empty();
    all || one
        .children
        .iter()
        .any(|child| other.children.contains(child))
}

fn of_one_day(one: &Arrangement, other: &Arrangement) -> bool {
    let after = |one: &Arrangement, other: &Arrangement| match (one.until, other.begins()) {
        (Some(last), Some(first)) => last.0 < first.0,
        _ => false,
    };
    !after(one, other) && !after(other, one)
}

fn kind(term: &Arrangement) -> Option<Priority> {
    match (&term.schedule, term.topic) {
        (Some(Schedule::Special { .. }), _) => Some(Priority::Special),
        (Some(Schedule::Holiday { .. }), _) => Some(Priority::Holiday),
        (Some(Schedule::Indirect { .. } | Schedule::Handover { .. }), _) => None,
        (Some(_), _) => Some(Priority::Weekly),
        (None, Topic::SpecialDays | Topic::Christmas) => Some(Priority::Special),
        (None, Topic::SchoolHolidays) => Some(Priority::Holiday),
        (None, _) => None,
    }
}

/// The year of a day that comes once a year, where the term begins with that day.
pub(super) fn first_year(term: &Arrangement) -> Option<i16> {
    let from = term.from?.0;
    let Some(Schedule::Special { day, on, dates, .. }) = &term.schedule else {
        return None;
    };
    let fixed = match (on, day) {
        (Some(on), _) => Some((on.month, on.day)),
        (None, SpecialDay::ChristmasEve) => Some((12, 24)),
        (None, SpecialDay::ChristmasDay) => Some((12, 25)),
        (None, SpecialDay::BoxingDay) => Some((12, 26)),
        (None, SpecialDay::NewYearsEve) => Some((12, 31)),
        (None, SpecialDay::NewYearsDay) => Some((1, 1)),
        _ => None,
    };
    let is_it = match dates.is_empty() {
        true => fixed == Some((from.month(), from.day())),
        false => dates.iter().any(|date| date.0 == from),
    };
    is_it.then(|| from.year())
}
