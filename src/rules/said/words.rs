//! Words in which people write times: `words.yaml`, typed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

#[cfg(doc)]
use crate::case::recurrence::OfMonth;
use crate::reading::table;

/// The lists, read once.
pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| table(include_str!("words.yaml")));

type Set = BTreeSet<String>;

/// Each list in small letters; the file says what it is for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    /// From Monday on.
    pub(super) days: [Set; 7],
    pub(super) am: Set,
    pub(super) pm: Set,
    pub(super) noon: Set,
    pub(super) midnight: Set,
    pub(super) until: Set,
    pub(super) between: Set,
    pub(super) even: Set,
    pub(super) odd: Set,
    pub(super) years: Set,
    pub(super) first: Set,
    pub(super) second: Set,
    /// From the first to the last, as [`OfMonth`] has them.
    pub(super) of_month: [Set; 5],
    pub(super) month: Set,
    pub(super) mother: Set,
    pub(super) father: Set,
    pub(super) with: Set,
    pub(super) alternate: Set,
    pub(super) every: Set,
    pub(super) second_of: Set,
    pub(super) weekend: Set,
    pub(super) call: Set,
    pub(super) hedges: Set,
    pub(super) hedges_of_when: Set,
    pub(super) beginning: Set,
    pub(super) special: BTreeMap<Feast, Vec<String>>,
}

/// A special day, or several that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Feast {
    MothersDay,
    FathersDay,
    Christmas,
    NewYear,
    EasterSunday,
}
