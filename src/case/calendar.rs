//! The calendar the arrangements lean on: terms, holidays, inset days, bank holidays.
//!
//! The case gives the dates; the program knows none of its own.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::form::{Date, Id, Line, Time};
use super::mark::{CHILD, Door, Kind, Voice, id, reference, words};
use super::person::Child;

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
    pub inset: Vec<Inset>,
}

/// A day on which a school is closed to its pupils: the day, or the day and whose it is.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Inset {
    /// Of every child.
    All(Date),
    /// Of some children.
    Some(InsetOf),
}

/// A day on which some children's school is closed to them.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InsetOf {
    /// The day.
    pub on: Date,
    /// The children whose school it is.
    #[schemars(length(min = 1))]
    #[schemars(extend("x-concord" = reference(CHILD, Door::Open)))]
    pub children: Vec<Id>,
}

impl Inset {
    /// The day.
    pub fn on(&self) -> Date {
        match self {
            Inset::All(on) => *on,
            Inset::Some(one) => one.on,
        }
    }

    /// Whether a child has no school on a day because of it.
    pub fn closes(&self, child: &Child, day: jiff::civil::Date) -> bool {
        match self {
            Inset::All(on) => on.0 == day,
            Inset::Some(one) => one.on.0 == day && one.children.contains(&child.id),
        }
    }
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
    /// The children whose school has it; all, where none is named.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(CHILD, Door::Office)))]
    pub children: Vec<Id>,
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
    /// The children who have it, where their schools differ; all, where none is named.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(CHILD, Door::Open)))]
    pub children: Vec<Id>,
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

impl Term {
    /// Whether it is a term of a child's school.
    pub fn is_for(&self, child: &Child) -> bool {
        self.children.is_empty() || self.children.contains(&child.id)
    }
}

impl Holiday {
    /// Whether a child has it.
    pub fn is_for(&self, child: &Child) -> bool {
        self.children.is_empty() || self.children.contains(&child.id)
    }

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
