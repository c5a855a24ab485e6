//! R22: a holiday is shared twice, not wholly, or beyond its own days.

use std::collections::BTreeSet;

use super::clash::first_of_each;
use super::expanded::{Expanded, at};
use super::gap::{gaps, holiday_around, holiday_pointer, shared_holiday};
use crate::case::calendar::Priority;
use crate::case::recurrence::{HolidayShare, Schedule};
use crate::diagnostics::code::rule;
use crate::rules::rule::Report;
use crate::schedule::claim::{Ground, Part};
use crate::schedule::expand::Counted;
use crate::schedule::holiday::{holiday_of, part_span, span};

/// A holiday is shared once, wholly, and no further than its own days (R22).
pub(crate) fn holidays_are_shared_once_and_wholly(expanded: &Expanded, report: &mut Report) {
    twice(expanded, report);
    not_wholly(expanded, report);
    for counted in expanded.counted() {
        beyond(expanded, counted, report);
    }
}

fn twice(expanded: &Expanded, report: &mut Report) {
    let clashes = first_of_each(expanded, |pair| {
        let holiday = [&pair.earlier, &pair.later]
            .iter()
            .all(|claim| claim.kind == Priority::Holiday);
        let same_standing = pair.earlier.by_order == pair.later.by_order;
        (holiday && same_standing).then_some((pair.earlier.origin, pair.later.origin))
    });
    for pair in clashes {
        report
            .add(
                &rule::HOLIDAY_SHARE,
                pair.later.origin.pointer(),
                "a holiday is given to two people at once",
            )
            .caption(format!(
                "from {} the child is with one",
                at(pair.period.from())
            ))
            .but(pair.earlier.origin.pointer(), "and by this with another")
            .help(
                "let one part end when the other begins, and name a holiday in one arrangement \
                 alone",
            );
    }
}

/// A part of a shared holiday is nobody's, and no weekly pattern goes on beneath it.
fn not_wholly(expanded: &Expanded, report: &mut Report) {
    let mut told = BTreeSet::new();
    for timetable in &expanded.timetables {
        for gap in gaps(timetable) {
            let Some(shared) = shared_holiday(expanded, timetable, &gap) else {
                continue;
            };
            if !told.insert(shared.to_string()) {
                continue;
            }
            let (from, to) = (at(gap.period.from()), at(gap.period.to()));
            let concern = report
                .add(
                    &rule::HOLIDAY_SHARE,
                    shared.key("share"),
                    "a holiday is shared, but not the whole of it",
                )
                .caption(format!("from {from} until {to} nobody is named"))
                .help("say who has the rest; in `first`, name both people, under `even` and `odd`");
            if let Some(holiday) = holiday_around(expanded, timetable, &gap) {
                concern.but(holiday_pointer(holiday), "this holiday is longer");
            }
        }
    }
}

/// Dated parts that lie outside every holiday the arrangement names, wholly or partly.
fn beyond(expanded: &Expanded, counted: Counted, report: &mut Report) {
    let Schedule::Holiday {
        periods,
        share: HolidayShare::Dates { parts },
        ..
    } = counted.schedule
    else {
        return;
    };
    for (index, part) in parts.iter().enumerate() {
        let holiday = holiday_of(expanded.case, periods, part);
        let (from, to) = part_span(part, holiday);
        let within = holiday
            .map(span)
            .is_some_and(|(begins, ends)| begins <= from && to <= ends);
        if !within {
            let origin = Ground {
                arrangement: counted.index,
                nth: counted.nth,
                part: Part::Dated(index),
            };
            report
                .add(
                    &rule::HOLIDAY_SHARE,
                    origin.pointer(),
                    "a part of a holiday lies outside the holiday",
                )
                .caption("these dates are not all in a holiday that `periods` names")
                .help("correct the dates, here or in `calendar.holidays`");
        }
    }
}
