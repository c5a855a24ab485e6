//! School holidays beside one another and beside the terms.

use std::collections::BTreeSet;

use crate::case::Case;
use crate::case::calendar::{Calendar, Holiday, Term};
use crate::case::form::{Date, Id};
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::rules::kit::dates::plain;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[
    holidays_of_one_school_keep_apart,
    holidays_of_several_schools_say_whose_they_are,
];

/// The holidays of one school neither overlap each other nor reach into a term (R103). A
/// half term lies within one. Of each child those are compared that are the child's; where
/// terms overlap, nothing is.
fn holidays_of_one_school_keep_apart(case: &Case, report: &mut Report) {
    let Some(calendar) = case.calendar.as_ref().filter(|one| !is_unsaid(case, one)) else {
        return;
    };
    let mut told = BTreeSet::new();
    for child in &case.people.children {
        let terms = each(&at("school_terms"), &calendar.school_terms);
        let terms = terms.filter(|(_, term)| term.is_for(child));
        let terms = in_order(terms.map(|(at, term)| Days::of_term(at, term)));
        let holidays = holidays(calendar, |holiday| holiday.is_for(child));
        if overlapping(&terms).next().is_some() {
            continue;
        }
        for (first, second) in overlapping(&holidays) {
            if told.insert((first.id, second.id)) {
                overlap(first, second, report);
            }
        }
        for holiday in &holidays {
            reaches_into_no_term(holiday, &terms, &mut told, report);
        }
    }
}

fn overlap(first: &Days<'_>, second: &Days<'_>, report: &mut Report) {
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

/// Where children go to several schools, a holiday that overlaps another says which children
/// have it (R165): else each would rest in the other's holidays too.
fn holidays_of_several_schools_say_whose_they_are(case: &Case, report: &mut Report) {
    let Some((first, second)) = whose_is_unsaid(case) else {
        return;
    };
    let message = format!(
        "`{}` and `{}` overlap, and do not say which children have them",
        first.id, second.id
    );
    report
        .add(&rule::WHOSE_HOLIDAY, second.at.key("id"), message)
        .caption("read as a holiday of every child")
        .but(first.at.key("id"), "and so is this")
        .help("write under `children` of each holiday who has it, and the same of `school_terms`");
}

/// The first two holidays that overlap, where the children go to several schools and nothing
/// says whose any holiday is.
pub(in crate::rules) fn whose_is_unsaid(case: &Case) -> Option<(Days<'_>, Days<'_>)> {
    let calendar = case.calendar.as_ref().filter(|one| is_unsaid(case, one))?;
    let mut holidays = holidays(calendar, |_| true);
    let mut pairs = holidays.windows(2);
    let at = pairs.position(|pair| pair[1].from < pair[0].to)?;
    let second = holidays.remove(at + 1);
    Some((holidays.remove(at), second))
}

fn at(list: &'static str) -> Pointer {
    Pointer::root().key("calendar").key(list)
}

fn holidays(calendar: &Calendar, is_meant: impl Fn(&Holiday) -> bool) -> Vec<Days<'_>> {
    let holidays = each(&at("holidays"), &calendar.holidays);
    let meant = holidays.filter(|(_, holiday)| is_meant(holiday));
    in_order(meant.map(|(at, holiday)| Days::of_holiday(at, holiday)))
}

/// Whether the children go to several schools, and nothing says whose any holiday is.
fn is_unsaid(case: &Case, calendar: &Calendar) -> bool {
    let mut holidays = calendar.holidays.iter();
    !one_school(case) && holidays.all(|holiday| holiday.children.is_empty())
}

/// What to compare the days with.
const LIST: &str = "correct the days by the list of the school or local authority; where they are \
                    of two schools, write under `children` who has each";

/// A term or a holiday, by its days.
pub(in crate::rules) struct Days<'a> {
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
fn overlapping<'a, 'd>(all: &'a [Days<'d>]) -> impl Iterator<Item = (&'a Days<'d>, &'a Days<'d>)> {
    let neighbours = all.iter().zip(all.iter().skip(1));
    neighbours.filter(|(first, second)| second.from < first.to)
}

/// A holiday goes beyond neither end of a term; one within the term is a half term.
fn reaches_into_no_term<'a>(
    holiday: &Days<'a>,
    terms: &[Days<'a>],
    told: &mut BTreeSet<(&'a Id, &'a Id)>,
    report: &mut Report,
) {
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
    if !told.insert((holiday.id, term.id)) {
        return;
    }
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
