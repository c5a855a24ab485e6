//! How holidays and special days are shared: in halves, by years, by dates.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::form::{Date, Id, Time};
use super::mark::{ADULT, Door, reference};

/// How a holiday is shared.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(tag = "by", rename_all = "snake_case", deny_unknown_fields)]
pub enum HolidayShare {
    /// In two halves; who has the first changes with the year, or does not.
    Halves {
        /// Who has the first half.
        first: YearRule,
        /// When the handover in the middle takes place; noon, where nothing is said.
        #[serde(default)]
        change_at: Option<Time>,
    },
    /// The whole of it with one person, by the year.
    Whole {
        /// With whom.
        with: YearRule,
    },
    /// By dates.
    Dates {
        /// The parts.
        #[schemars(length(min = 1))]
        parts: Vec<DatedPart>,
    },
}

/// Who has something in which year.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct YearRule {
    /// Every year the same person.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(ADULT, Door::Above)))]
    pub every: Option<Id>,
    /// In even years.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(ADULT, Door::Above)))]
    pub even: Option<Id>,
    /// In odd years.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(ADULT, Door::Above)))]
    pub odd: Option<Id>,
}

impl YearRule {
    /// Everybody whom it names.
    pub(crate) fn people(&self) -> impl Iterator<Item = &Id> {
        [&self.every, &self.even, &self.odd].into_iter().flatten()
    }
}

/// A dated part of a holiday.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DatedPart {
    /// The day it begins.
    pub from: Date,
    /// When.
    #[serde(default)]
    pub from_time: Option<Time>,
    /// The day it ends.
    pub to: Date,
    /// When.
    #[serde(default)]
    pub to_time: Option<Time>,
    /// With whom.
    #[schemars(extend("x-concord" = reference(ADULT, Door::Above)))]
    pub with: Id,
}
