//! The calendar the arrangements lean on: terms, holidays, inset days, bank holidays.
//!
//! The case gives the dates; the program knows none of its own.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::form::{Date, Id, Line, Time};
use super::mark::{Door, Kind, Voice, id, words};

/// Dates that arrangements refer to.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Calendar {
    /// School terms; half terms are holidays of their own.
    pub school_terms: Vec<Term>,
    /// School holidays.
    pub holidays: Vec<Holiday>,
    /// Bank holidays of the years that matter.
    pub bank_holidays: Vec<Date>,
    /// Days on which the school is closed to pupils.
    pub inset: Vec<Date>,
}

/// A school term: first and last day on which pupils attend.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The name other parts of the file call it by.
    #[schemars(extend("x-concord" = id(Kind::Term)))]
    pub id: Id,
    /// What the school calls it.
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Office)))]
    pub name: Line,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// The local authority that publishes it.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Office)))]
    pub la: Option<Line>,
}

/// A school holiday. Its dates are given in one of two ways, and never mixed (rule R161):
/// by the last and the next school day, with their hours, or as a council publishes them, by
/// the first and the last day off.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// The name other parts of the file call it by.
    #[schemars(extend("x-concord" = id(Kind::Holiday)))]
    pub id: Id,
    /// What it is called.
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub name: Line,
    /// The same in Welsh, where `name` is English.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub name_cy: Option<Line>,
    /// The last school day before it.
    #[serde(default)]
    pub from: Option<Date>,
    /// When the holiday begins on that day; the midnight after, where nothing is said.
    #[serde(default)]
    pub from_time: Option<Time>,
    /// The first school day after it.
    #[serde(default)]
    pub to: Option<Date>,
    /// When the holiday ends on that day; its first midnight, where nothing is said.
    #[serde(default)]
    pub to_time: Option<Time>,
    /// The first day without school, in place of `from`.
    #[serde(default)]
    pub first_day_off: Option<Date>,
    /// The last day without school, in place of `to`.
    #[serde(default)]
    pub last_day_off: Option<Date>,
}

impl Holiday {
    /// The day before the first whole day off. Where the dates are missing, which rule R161
    /// refuses, a day on which nothing can be.
    pub fn last_school_day(&self) -> Date {
        let off = self.first_day_off.and_then(|day| day.0.yesterday().ok());
        self.from
            .unwrap_or(Date(off.unwrap_or(jiff::civil::Date::MIN)))
    }

    /// The day after the last whole day off; see [`Holiday::last_school_day`].
    pub fn next_school_day(&self) -> Date {
        let off = self.last_day_off.and_then(|day| day.0.tomorrow().ok());
        self.to
            .unwrap_or(Date(off.unwrap_or(jiff::civil::Date::MIN)))
    }

    /// Whether a whole day lies between the last school day and the next.
    pub fn holds(&self, day: jiff::civil::Date) -> bool {
        self.last_school_day().0 < day && day < self.next_school_day().0
    }
}

/// What wins where two arrangements claim the same hour.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// An order already made.
    Order,
    /// Special days.
    Special,
    /// Holidays.
    Holiday,
    /// The weekly pattern.
    Weekly,
}
