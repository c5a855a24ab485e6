//! What goes before a paragraph of an annex, and the year in which a day of the year begins, by a count of the test's own.

use std::collections::BTreeSet;

use concord::case::Case;
use concord::case::arrangement::{Arrangement, TermForm, Topic};
use concord::case::calendar::Priority;
use concord::case::form::Id;
use concord::case::recurrence::{HolidayShare, Schedule, SpecialDay};

/// The numbers of paragraphs.
pub(super) type SubjectTo = BTreeSet<String>;

/// Every paragraph that the case puts before the time of a term.
pub(super) fn subject_to(case: &Case, term: &Arrangement) -> SubjectTo {
    let orders = case.arrangements.iter();
    let orders = orders.filter(|one| one.form == TermForm::ProposedOrder);
    let numbered = (1..).zip(orders);
    numbered
        .filter(|(_, other)| goes_before(case, other, term))
        .map(|(number, _): (u32, _)| number.to_string())
        .collect()
}

/// Every term of the annex that goes before the time of another.
pub(super) fn before<'a>(case: &'a Case, term: &Arrangement) -> Vec<&'a Arrangement> {
    let is_timed =
        |one: &&Arrangement| one.form == TermForm::ProposedOrder && one.schedule.is_some();
    let others = case.arrangements.iter().filter(is_timed);
    others.filter(|one| goes_before(case, one, term)).collect()
}

fn goes_before(case: &Case, other: &Arrangement, term: &Arrangement) -> bool {
    let place = |kind| case.priorities.iter().position(|listed| *listed == kind);
    let both = kind(term).and_then(place).zip(kind(other).and_then(place));
    let before = both.is_some_and(|(own, theirs)| theirs < own);
    let meets = of_one_child(term, other) && of_one_day(term, other);
    before && meets && !adds_to(other, term)
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
        (None, SpecialDay::MothersDay) if from.year() == 2027 => Some((3, 7)),
        (None, SpecialDay::FathersDay) if from.year() == 2026 => Some((6, 21)),
        _ => None,
    };
    let is_it = match dates.is_empty() {
        true => fixed == Some((from.month(), from.day())),
        false => dates.iter().any(|date| date.0 == from),
    };
    is_it.then(|| from.year())
}

/// The paragraph of the handovers of a term's children, where the term is of time.
pub(super) fn handovers<'a>(
    case: &'a Case,
    term: &Arrangement,
) -> Option<(String, &'a Arrangement)> {
    let orders = case.arrangements.iter();
    let orders = orders.filter(|one| one.form == TermForm::ProposedOrder);
    let mut of_handovers = (1..)
        .zip(orders)
        .filter(|(_, one): &(u32, _)| one.topic == Topic::Handovers && of_one_child(one, term));
    let (number, handovers) = of_handovers.next()?;
    kind(term).map(|_| (number.to_string(), handovers))
}
