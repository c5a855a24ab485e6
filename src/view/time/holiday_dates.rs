//! On which dates a shared holiday is with whom, for a paragraph of an order: whoever keeps
//! to it reads dates, and need neither find the middle of a holiday nor take out of it what
//! another paragraph gives to somebody else.

use jiff::civil::{DateTime, Time};
use schemars::JsonSchema;
use serde::Serialize;

use crate::case::arrangement::Arrangement;
use crate::case::form::Id;
use crate::diagnostics::Pointer;
use crate::schedule::holiday::SharedPart;
use crate::schedule::period::plus_days;
use crate::schedule::{Period, instant, local};

use super::holiday_span::HolidaySpan;
use crate::audience::Piece;
use crate::view::draft::Draft;
use crate::view::words::Words;

/// A part of a holiday with one person, as it was arranged.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct HolidayDates {
    /// The schedule in the case file.
    pub at: Pointer,
    /// What the holiday is called.
    pub name: Words,
    /// With whom.
    pub with: String,
    /// How long it lasts.
    #[serde(flatten)]
    pub span: HolidaySpan,
}

/// The parts of the holidays that an arrangement shares whole or in halves, by date; those of
/// the people it is about alone, where it does not share its time among `several`. What the
/// arrangements that go `before` give to somebody else is cut out of them.
pub(crate) fn holiday_dates(
    draft: &Draft<'_>,
    source: &Piece<'_, Arrangement>,
    several: bool,
    before: &[&Id],
) -> Vec<HolidayDates> {
    let people = source.item.people();
    let mut found: Vec<(DateTime, HolidayDates)> = Vec::new();
    for (at, schedule) in source.item.placed(&source.at) {
        let parts = draft.served.shared_parts(schedule);
        let theirs = parts
            .into_iter()
            .filter(|part| several || people.contains(part.adult));
        found.extend(theirs.flat_map(|part| dates(draft, source, &at, &part, before)));
    }
    found.sort_by_key(|(from, _)| *from);
    found.into_iter().map(|(_, dates)| dates).collect()
}

/// As much of a part as lies between the first day of the arrangement and its last, in one
/// stretch or in several.
fn dates(
    draft: &Draft<'_>,
    source: &Piece<'_, Arrangement>,
    at: &Pointer,
    part: &SharedPart<'_>,
    before: &[&Id],
) -> Vec<(DateTime, HolidayDates)> {
    let midnight = |day: jiff::civil::Date| day.to_datetime(Time::midnight());
    let first = source.begins().map(|day| midnight(day.0));
    let after = source.until.map(|day| midnight(plus_days(day.0, 1)));
    let from = part.from.max(first.unwrap_or(part.from));
    let until = part.to.min(after.unwrap_or(part.to));
    let mut holidays = draft.served.holidays();
    let Some(holiday) = holidays.find(|one| one.id == part.holiday.id) else {
        return Vec::new();
    };
    let dates = |(from, until)| {
        let dates = HolidayDates {
            at: at.clone(),
            name: draft.holiday(&holiday),
            with: draft.name(part.adult, at.clone()),
            span: HolidaySpan::of(from, until),
        };
        (from, dates)
    };
    let left = left(draft, source, part, (from, until), before);
    left.into_iter().map(dates).collect()
}

/// What others leave of a part; all of it, where they leave one child more than another: the
/// paragraph says which others go before it.
fn left(
    draft: &Draft<'_>,
    source: &Piece<'_, Arrangement>,
    part: &SharedPart<'_>,
    (from, until): (DateTime, DateTime),
    before: &[&Id],
) -> Vec<(DateTime, DateTime)> {
    let Some(whole) = Period::new(instant(from), instant(until)) else {
        return Vec::new();
    };
    let children = draft.served.children_of(&source.children);
    let theirs = children.filter(|child| part.holiday.is_for(child));
    let mut of_each = theirs.map(|child| {
        let taken = draft.served.taken(&child, whole, before, part.adult);
        whole.without(&taken)
    });
    match of_each.next() {
        Some(left) if of_each.all(|other| other == left) => {
            let stretch = |one: &Period| (local(one.from()), local(one.to()));
            left.iter().map(stretch).collect()
        }
        _ => vec![(from, until)],
    }
}
