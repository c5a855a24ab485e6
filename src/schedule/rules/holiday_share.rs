//! R22: a holiday is shared twice, not wholly, or beyond its own days.

use std::collections::BTreeSet;

use super::clash::first_of_each;
use super::gap::{gaps, holiday_around, holiday_pointer, shared_holiday};
use super::{Outlook, at};
use crate::case::calendar::Priority;
use crate::case::recurrence::{HolidayShare, Schedule};
use crate::case::rules::Concern;
use crate::diagnostics::code::rule;
use crate::schedule::claim::{Origin, Part, schedule};
use crate::schedule::expand::Counted;
use crate::schedule::holiday::{holiday_of, part_span, span};

pub(super) fn r22(outlook: &Outlook) -> Vec<Concern> {
    let mut concerns = twice(outlook);
    concerns.extend(not_wholly(outlook));
    concerns.extend(
        outlook
            .counted()
            .flat_map(|counted| beyond(outlook, counted)),
    );
    concerns
}

fn twice(outlook: &Outlook) -> Vec<Concern> {
    let clashes = first_of_each(outlook, |pair| {
        let holiday = [&pair.earlier, &pair.later]
            .iter()
            .all(|claim| claim.kind == Priority::Holiday);
        let same_standing = pair.earlier.by_order == pair.later.by_order;
        (holiday && same_standing).then_some((pair.earlier.origin, pair.later.origin))
    });
    clashes
        .iter()
        .map(|pair| Concern {
            code: &rule::HOLIDAY_SHARE,
            at: pair.later.origin.pointer(),
            message: "a holiday is given to two people at once".into(),
            caption: format!("from {} the child is with one", at(pair.period.from())),
            others: Vec::from_iter(Some((
                pair.earlier.origin.pointer(),
                "and by this with another".into(),
            ))),
            severity: None,
            help: "let one part end when the other begins, and name a holiday in one \
                   arrangement alone"
                .into(),
        })
        .collect()
}

/// A part of a shared holiday is nobody's, and no weekly pattern goes on beneath it.
fn not_wholly(outlook: &Outlook) -> Vec<Concern> {
    let mut told = BTreeSet::new();
    let mut concerns = Vec::new();
    for timetable in &outlook.timetables {
        for gap in gaps(timetable) {
            let Some(index) = shared_holiday(outlook, timetable, &gap) else {
                continue;
            };
            if !told.insert(index) {
                continue;
            }
            let (from, to) = (at(gap.period.from()), at(gap.period.to()));
            let holiday = holiday_around(outlook, &gap).map(holiday_pointer);
            concerns.push(Concern {
                code: &rule::HOLIDAY_SHARE,
                at: schedule(index).key("share"),
                message: "a holiday is shared, but not the whole of it".into(),
                caption: format!("from {from} until {to} nobody is named"),
                others: Vec::from_iter(
                    holiday.map(|pointer| (pointer, "this holiday is longer".into())),
                ),
                severity: None,
                help: "say who has the rest; in `first`, name both people, under `even` and \
                       `odd`"
                    .into(),
            });
        }
    }
    concerns
}

/// Dated parts that lie outside every holiday the arrangement names, wholly or partly.
fn beyond(outlook: &Outlook, counted: Counted) -> Vec<Concern> {
    let Schedule::Holiday {
        periods,
        share: HolidayShare::Dates { parts },
    } = counted.schedule
    else {
        return Vec::new();
    };
    let mut concerns = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let holiday = holiday_of(outlook.case, periods, part);
        let (from, to) = part_span(part, holiday);
        let within = holiday
            .map(span)
            .is_some_and(|(begins, ends)| begins <= from && to <= ends);
        if !within {
            let origin = Origin {
                arrangement: counted.index,
                part: Part::Dated(index),
            };
            concerns.push(Concern {
                code: &rule::HOLIDAY_SHARE,
                at: origin.pointer(),
                message: "a part of a holiday lies outside the holiday".into(),
                caption: "these dates are not all in a holiday that `periods` names".into(),
                others: vec![],
                severity: None,
                help: "correct the dates, here or in `calendar.holidays`".into(),
            });
        }
    }
    concerns
}
