//! From when weeks are as they are told, where the Monday with which they begin does not say
//! it: an arrangement may take effect in the middle of a round, or before the first.

use jiff::civil;
use schemars::JsonSchema;
use serde::Serialize;

use crate::case::form::{Date, Time};
use crate::schedule::{Usual, local};
use crate::view::draft::TimeOfDay;

/// A moment from which weeks are as they are told.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct WeeksFrom {
    /// The day.
    pub date: Date,
    /// The time of day, if not with the day.
    pub time: Option<TimeOfDay>,
}

/// The days before a round first begins.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct WeeksBefore {
    /// The first of them.
    pub from: Date,
    /// The weeks of the round whose days they are.
    #[schemars(length(min = 1))]
    pub weeks: Vec<String>,
    /// Whether it is one week, for the words that depend on it.
    pub one_week: bool,
}

impl WeeksFrom {
    pub(crate) fn of(usual: Usual) -> Option<Self> {
        let at = local(usual.holds_from?);
        Some(WeeksFrom {
            date: Date(at.date()),
            time: (at.time() != civil::Time::midnight()).then_some(TimeOfDay(Time(at.time()))),
        })
    }
}

impl WeeksBefore {
    /// The days from one on until a round of so many weeks begins.
    pub(crate) fn of(from: civil::Date, first: civil::Date, length: u32) -> Option<Self> {
        let days = u32::try_from((first - from).get_days()).ok()?;
        let weeks: Vec<String> = (1..=length)
            .rev()
            .take(days.div_ceil(7) as usize)
            .map(|week| week.to_string())
            .collect();
        Some(WeeksBefore {
            from: Date(from),
            one_week: weeks.len() == 1,
            weeks: weeks.into_iter().rev().collect(),
        })
    }
}
