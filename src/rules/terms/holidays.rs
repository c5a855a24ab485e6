//! School holidays beside one another and beside the terms.

use crate::case::Case;
use crate::case::calendar::{Holiday, Term};
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
    let terms = terms.map(|(at, term)| Days::of_term(at, term));
    let terms = in_order(terms);
    let holidays = each(&top.key("holidays"), &calendar.holidays);
    let holidays = holidays.map(|(at, holiday)| Days::of_holiday(at, holiday));
    let holidays = in_order(holidays);
    if overlapping(&terms).next().is_some() {
        return;
    }
    for (first, second) in overlapping(&holidays) {
        let message = format!("`{}` and `{}` overlap", first.id, second.id);
        report
            .add(
                &rule::HOLIDAYS_OVERLAP,
                second.at.key(second.keys[0]),
                message,
            )
            .caption(format!("this holiday begins on {}", plain(second.told[0])))
            .but(
                first.at.key(first.keys[1]),
                format!("but this one lasts until {}", plain(first.told[1])),
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
    /// The keys under which its days are written, and the days that stand there.
    keys: [&'static str; 2],
    told: [Date; 2],
}

impl<'a> Days<'a> {
    fn of_term(at: Pointer, term: &'a Term) -> Self {
        Days {
            at,
            id: &term.id,
            from: term.from,
            to: term.to,
            keys: ["from", "to"],
            told: [term.from, term.to],
        }
    }

    fn of_holiday(at: Pointer, holiday: &'a Holiday) -> Self {
        let (from, to) = (holiday.last_school_day(), holiday.next_school_day());
        let (keys, told) = match (holiday.first_day_off, holiday.last_day_off) {
            (Some(first), Some(last)) => (["first_day_off", "last_day_off"], [first, last]),
            _ => (["from", "to"], [from, to]),
        };
        Days {
            at,
            id: &holiday.id,
            from,
            to,
            keys,
            told,
        }
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
    let [begins, ends] = holiday.keys;
    let (field, of_term, says) = if holds(term.from) {
        (ends, "from", format!("begins on {}", plain(term.from)))
    } else if holds(term.to) {
        (begins, "to", format!("ends on {}", plain(term.to)))
    } else {
        return;
    };
    let message = format!("`{}` reaches into `{}`", holiday.id, term.id);
    let days = format!(
        "from {} to {}",
        plain(holiday.told[0]),
        plain(holiday.told[1])
    );
    report
        .add(&rule::HOLIDAYS_OVERLAP, holiday.at.key(field), message)
        .caption(days)
        .but(term.at.key(of_term), format!("but this term {says}"))
        .help(LIST);
}

/// Whether the children go to one school: of one whose school is not given, nobody knows,
/// unless none is given at all.
fn one_school(case: &Case) -> bool {
    let mut schools = case.people.children.iter().map(|child| &child.school);
    let first = schools.next();
    schools.all(|school| Some(school) == first)
}
