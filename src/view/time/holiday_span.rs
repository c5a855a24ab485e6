//! From when until when a part of a holiday lasts, as a sentence tells it.

use jiff::civil::{self, DateTime, Time};
use schemars::JsonSchema;
use serde::Serialize;

use crate::case::form::{self, Date};
use crate::view::draft::TimeOfDay;

/// The first and the last day of a part of a holiday, with their hours.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct HolidaySpan {
    /// The day it begins.
    pub from: Date,
    /// When, if not with the day.
    pub from_time: Option<TimeOfDay>,
    /// Whether it ends in the year in which it begins.
    pub within_year: bool,
    /// The day it ends.
    pub until: Date,
    /// When, if not with the day.
    pub until_time: Option<TimeOfDay>,
}

impl HolidaySpan {
    pub(super) fn of(from: DateTime, until: DateTime) -> Self {
        let last = day_it_ends(until);
        HolidaySpan {
            from: Date(from.date()),
            from_time: hour(from),
            within_year: from.year() == last.year(),
            until: Date(last),
            until_time: hour(until),
        }
    }
}

/// The day on which something ends: the day before, where it ends at midnight.
pub(super) fn day_it_ends(until: DateTime) -> civil::Date {
    match until.time() == Time::midnight() {
        true => until.date().yesterday().unwrap_or(until.date()),
        false => until.date(),
    }
}

/// What the clock shows; nothing at midnight, where the day itself says enough.
pub(super) fn hour(at: DateTime) -> Option<TimeOfDay> {
    let shown = TimeOfDay(form::Time(at.time()));
    (at.time() != Time::midnight()).then_some(shown)
}
