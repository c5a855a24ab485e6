//! A case with its arrangements expanded, and how its days and hours are told.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::case::Case;
use crate::schedule::expand::{Counted, counted};
use crate::schedule::period::{Period, YEARS, local};
use crate::schedule::timetable::Timetable;

/// A case with its arrangements expanded: everything the rules look at.
pub(super) struct Expanded<'a> {
    pub(super) case: &'a Case,
    pub(super) period: Period,
    pub(super) timetables: Vec<Timetable<'a>>,
}

impl<'a> Expanded<'a> {
    /// None where no arrangement has a schedule that counts.
    pub(super) fn of(case: &'a Case) -> Option<Self> {
        let prepared = case.document.prepared_on.0;
        let first = counted(case)
            .map(|counted| counted.arrangement.from.map_or(prepared, |day| day.0))
            .min()?;
        let period = Period::years(first.max(prepared), YEARS)?;
        let children = case.people.children.iter();
        Some(Expanded {
            case,
            period,
            timetables: children
                .map(|child| Timetable::expand(case, child, period))
                .collect(),
        })
    }

    pub(super) fn counted(&self) -> impl Iterator<Item = Counted<'a>> {
        counted(self.case)
    }
}

/// A day in a caption: "Friday 12 June 2026".
pub(super) fn on(day: Date) -> String {
    day.strftime("%A %-d %B %Y").to_string()
}

/// An instant in a caption: "Friday 12 June 2026 at 15:30".
pub(super) fn at(instant: Timestamp) -> String {
    let told = local(instant);
    format!("{} at {}", on(told.date()), told.strftime("%H:%M"))
}
