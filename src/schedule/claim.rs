//! Who is to have a child, from when until when, and which line of the case says so.

use crate::case::arrangement::place_of_schedule;
use crate::case::calendar::Priority;
use crate::case::form::Id;
use crate::diagnostics::Pointer;
use jiff::civil::DateTime;

use super::period::Period;

/// One person's claim to a child's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim<'a> {
    /// The time it is good for.
    pub period: Period,
    /// The time as arranged, before holidays, `from` and `until` cut it.
    pub arranged: Period,
    /// Who has the child.
    pub adult: &'a Id,
    /// The arrangement that says so.
    pub arrangement: &'a Id,
    /// The part of the arrangement that says so.
    pub origin: Ground,
    /// Special day, holiday or weekly pattern.
    pub kind: Priority,
    /// Whether an order already made says so.
    pub by_order: bool,
}

/// The part of a case that a claim comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ground {
    /// Which of the arrangements, from 0.
    pub arrangement: usize,
    /// Which of its schedules, where they are a list.
    pub nth: Option<usize>,
    /// Which part of its schedule.
    pub part: Part,
}

/// A part of a schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A slot of the weekly pattern, from 0.
    Slot(usize),
    /// A holiday shared whole or in halves, by its place among `periods`.
    Holiday(usize),
    /// A dated part of a holiday, from 0.
    Dated(usize),
    /// A special day.
    Day,
    /// All the time that is nobody else's.
    Rest,
}

impl Ground {
    /// Where its schedule stands in the file.
    pub(crate) fn schedule(self) -> Pointer {
        schedule(self.arrangement, self.nth)
    }

    /// Where it stands in the file.
    pub fn pointer(self) -> Pointer {
        let schedule = self.schedule();
        match self.part {
            Part::Slot(index) => schedule.key("slots").item(index),
            Part::Holiday(index) => schedule.key("periods").item(index),
            Part::Dated(index) => schedule.key("share").key("parts").item(index),
            Part::Day => schedule.key("day"),
            Part::Rest => arrangement(self.arrangement).key("otherwise"),
        }
    }
}

/// Where an arrangement stands in the file.
pub(crate) fn arrangement(index: usize) -> Pointer {
    Pointer::root().key("arrangements").item(index)
}

/// Where a schedule of an arrangement stands in the file.
pub(crate) fn schedule(index: usize, nth: Option<usize>) -> Pointer {
    place_of_schedule(&arrangement(index), nth)
}

/// One time at which a part of a schedule comes round, as the clock shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Occurrence<'a> {
    pub(crate) part: Part,
    pub(crate) from: DateTime,
    pub(crate) to: DateTime,
    pub(crate) adult: &'a Id,
}
