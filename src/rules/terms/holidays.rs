//! School holidays beside one another and beside the terms.

use crate::case::Case;
use crate::case::form::{Date, Id};
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::rules::kit::dates::plain;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[holidays_of_one_school_keep_apart];

/// The holidays of one school neither overlap each other nor reach into a term (R103). A
/// half term lies within one. Two schools may have two calendars, so where the children
/// go to several, or terms overlap, nothing is compared.
fn holidays_of_one_school_keep_apart(case: &Case, report: &mut Report) {
    let Some(calendar) = case.calendar.as_ref().filter(|_| one_school(case)) else {
        return;
    };
    let top = Pointer::root().key("calendar");
    let terms = each(&top.key("school_terms"), &calendar.school_terms);
    let terms = terms.map(|(at, term)| Days::of(at, &term.id, term.from, term.to));
    let terms = in_order(terms);
    let holidays = each(&top.key("holidays"), &calendar.holidays);
    let holidays = holidays.map(|(at, day)| Days::of(at, &day.id, day.from, day.to));
    let holidays = in_order(holidays);
    if overlapping(&terms).next().is_some() {
        return;
    }
    for (first, second) in overlapping(&holidays) {
        let message = format!("`{}` and `{}` overlap", first.id, second.id);
        report
            .add(&rule::HOLIDAYS_OVERLAP, second.at.key("from"), message)
            .caption(format!("this holiday begins on {}", plain(second.from)))
            .but(
                first.at.key("to"),
                format!("but this one lasts until {}", plain(first.to)),
            )
            .help(LIST);
    }
    for holiday in &holidays {
        reaches_into_no_term(holiday, &terms, report);
    }
}

/// What to compare the days with.
const LIST: &str = "correct the days by the list of the school or local authority";

/// A term or a holiday, by its days.
struct Days<'a> {
    at: Pointer,
    id: &'a Id,
    from: Date,
    to: Date,
}

impl<'a> Days<'a> {
    fn of(at: Pointer, id: &'a Id, from: Date, to: Date) -> Self {
        Days { at, id, from, to }
    }
}

/// By the day they begin; what ends before it begins is a matter of its own (R82, R90).
fn in_order<'a>(all: impl Iterator<Item = Days<'a>>) -> Vec<Days<'a>> {
    let mut all: Vec<_> = all.filter(|days| days.from < days.to).collect();
    all.sort_by_key(|days| days.from);
    all
}

/// Neighbours that share more than a day on which one ends and the other begins.
fn overlapping<'a>(all: &'a [Days<'a>]) -> impl Iterator<Item = (&'a Days<'a>, &'a Days<'a>)> {
    let neighbours = all.iter().zip(all.iter().skip(1));
    neighbours.filter(|(first, second)| second.from < first.to)
}

/// A holiday goes beyond neither end of a term; one within the term is a half term.
fn reaches_into_no_term(holiday: &Days<'_>, terms: &[Days<'_>], report: &mut Report) {
    let holds = |day: Date| holiday.from < day && day < holiday.to;
    let next = terms.partition_point(|term| term.to <= holiday.from);
    let Some(term) = terms.get(next) else {
        return;
    };
    let (field, of_term, says) = if holds(term.from) {
        ("to", "from", format!("begins on {}", plain(term.from)))
    } else if holds(term.to) {
        ("from", "to", format!("ends on {}", plain(term.to)))
    } else {
        return;
    };
    let message = format!("`{}` reaches into `{}`", holiday.id, term.id);
    let days = format!("from {} to {}", plain(holiday.from), plain(holiday.to));
    report
        .add(&rule::HOLIDAYS_OVERLAP, holiday.at.key(field), message)
        .caption(days)
        .but(term.at.key(of_term), format!("but this term {says}"))
        .help(LIST);
}

/// Whether the children go to one school, as far as the file knows.
fn one_school(case: &Case) -> bool {
    let children = case.people.children.iter();
    let mut schools = children.filter_map(|child| child.school.as_ref());
    let first = schools.next();
    schools.all(|school| Some(school) == first)
}
