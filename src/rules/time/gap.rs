//! R21: at some time nobody is named to have a child.
//!
//! A gap between two slots that come round again is told once; so are all holidays that
//! a pattern for school terms leaves open. A short gap at a handover belongs to R20, one
//! in a holiday that an arrangement shares to R22.

use std::collections::BTreeSet;

use super::expanded::{Expanded, at};
use crate::case::calendar::Priority;
use crate::diagnostics::Pointer;
use crate::diagnostics::code::rule;
use crate::rules::rule::Report;
use crate::rules::terms::holidays::whose_is_unsaid;
use crate::schedule::claim::{Claim, Ground};
use crate::schedule::holiday;
use crate::schedule::period::{Period, instant, local};
use crate::schedule::resolve::Answer;
use crate::schedule::timetable::Timetable;

/// A time that belongs to nobody, with what ends before it and begins after it.
pub(crate) struct Gap<'a> {
    pub(crate) period: Period,
    pub(crate) before: Option<Claim<'a>>,
    pub(crate) after: Option<Claim<'a>>,
}

impl Gap<'_> {
    /// Whether one person's slot ends and another's begins later on the same day: a
    /// handover that does not meet (R20).
    pub(crate) fn is_missed_handover(&self) -> bool {
        let (Some(before), Some(after)) = (&self.before, &self.after) else {
            return false;
        };
        before.adult != after.adult
            && self.is_as_arranged()
            && local(self.period.from()).date() == local(self.period.to()).date()
    }

    /// Whether it begins and ends as arranged on both sides, and no holiday or special day
    /// cuts either short: it then comes round with the pattern.
    fn is_as_arranged(&self) -> bool {
        self.before
            .is_some_and(|claim| claim.arranged.to() == self.period.from())
            && self
                .after
                .is_some_and(|claim| claim.arranged.from() == self.period.to())
            && [self.before, self.after]
                .iter()
                .flatten()
                .all(|claim| claim.kind == Priority::Weekly)
    }
}

/// The times at which a child is with nobody while a weekly pattern is in force.
pub(crate) fn gaps<'a>(timetable: &Timetable<'a>) -> Vec<Gap<'a>> {
    let Some(in_force) = timetable.in_force() else {
        return Vec::new();
    };
    let stretches = timetable.stretches();
    let claim = |index: usize| match &stretches.get(index)?.answer {
        Answer::With(claim) => Some(*claim),
        Answer::Clash(claims) => claims.first().copied(),
        Answer::Nobody => None,
    };
    let nobody = stretches
        .iter()
        .enumerate()
        .filter(|(_, stretch)| stretch.answer == Answer::Nobody);
    nobody
        .filter_map(|(index, stretch)| {
            Some(Gap {
                period: stretch.period.overlap(&in_force)?,
                before: index.checked_sub(1).and_then(claim),
                after: claim(index + 1),
            })
        })
        .collect()
}

/// What a gap is told once for.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Holiday,
    /// All the time that is not the one person's whom an arrangement names.
    Rest(Option<usize>),
    Between(Option<Ground>, Option<Ground>),
}

/// At every time somebody is named to have a child (R21).
pub(crate) fn somebody_always_has_the_child(expanded: &Expanded, report: &mut Report) {
    let mut told = BTreeSet::new();
    // In a holiday that may be another child's (R165) nobody knows who is missing.
    let is_unsaid = whose_is_unsaid(expanded.case).is_some();
    for timetable in &expanded.timetables {
        let is_alone = names_one_person(timetable);
        for gap in gaps(timetable) {
            if is_unsaid && holiday_around(expanded, timetable, &gap).is_some() {
                continue;
            }
            if gap.is_missed_handover() || shared_holiday(expanded, timetable, &gap).is_some() {
                continue;
            }
            let holiday = holiday_around(expanded, timetable, &gap);
            let kind = match holiday {
                Some(_) => Kind::Holiday,
                None if is_alone => {
                    let named = gap.before.or(gap.after);
                    Kind::Rest(named.map(|claim| claim.origin.arrangement))
                }
                None => Kind::Between(
                    gap.before.map(|claim| claim.origin),
                    gap.after.map(|claim| claim.origin),
                ),
            };
            if told.insert(kind) {
                tell(report, &gap, holiday);
            }
        }
    }
}

/// Whether the child is with one person, and at other times with nobody.
fn names_one_person(timetable: &Timetable) -> bool {
    let mut people = timetable
        .stretches()
        .iter()
        .flat_map(|one| match &one.answer {
            Answer::With(claim) => vec![claim.adult],
            Answer::Clash(claims) => claims.iter().map(|claim| claim.adult).collect(),
            Answer::Nobody => Vec::new(),
        });
    let first = people.next();
    people.all(|person| Some(person) == first)
}

fn tell(report: &mut Report, gap: &Gap, holiday: Option<usize>) {
    let before = gap.before.map(|claim| claim.origin.pointer());
    let after = gap.after.map(|claim| claim.origin.pointer());
    let (place, other) = match (holiday, before, after) {
        (Some(index), ..) => (holiday_pointer(index), None),
        (None, Some(before), after) => (before, after),
        (None, None, Some(after)) => (after, None),
        (None, None, None) => (Pointer::root().key("arrangements"), None),
    };
    let help = match holiday {
        Some(_) => {
            "name this holiday in the `periods` of an arrangement, or let the weekly pattern go \
             on in the holidays with `term_time_only: false`"
        }
        None => {
            "add a slot that says who has the child then, or say in `otherwise` who has the \
             child at all other times"
        }
    };
    let (from, to) = (at(gap.period.from()), at(gap.period.to()));
    let concern = report
        .add(
            &rule::GAP,
            place,
            "at some time nobody is named to have a child",
        )
        .caption(format!("from {from} until {to} nobody is named"))
        .help(help);
    if let Some(other) = other {
        concern.but(other, "until this begins");
    }
}

pub(crate) fn holiday_pointer(index: usize) -> Pointer {
    let calendar = Pointer::root().key("calendar");
    calendar.key("holidays").item(index)
}

/// The holiday of the child that makes a gap, by its place in the list.
pub(crate) fn holiday_around(
    expanded: &Expanded,
    timetable: &Timetable,
    gap: &Gap,
) -> Option<usize> {
    if gap.is_as_arranged() {
        return None;
    }
    let calendar = expanded.case.calendar.as_ref()?;
    calendar.holidays.iter().position(|holiday| {
        let (from, to) = holiday::span(holiday);
        holiday.is_for(timetable.child())
            && instant(from) <= gap.period.from()
            && gap.period.to() <= instant(to)
    })
}

/// The arrangement in force that shares the holiday that makes a gap.
pub(crate) fn shared_holiday(
    expanded: &Expanded,
    timetable: &Timetable,
    gap: &Gap,
) -> Option<Pointer> {
    let calendar = expanded.case.calendar.as_ref()?;
    let holiday = &calendar.holidays[holiday_around(expanded, timetable, gap)?].id;
    let shares = expanded.counted().find(|counted| {
        counted.is_for(timetable.child())
            && counted.in_force(gap.period).is_some()
            && holiday::named(counted.schedule).contains(holiday)
    });
    shares.map(|counted| counted.at())
}
