//! How a plan speaks to a child of an age: `ages.yaml` draws the lines.

use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::reading::table;

/// Ages that are spoken to alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Band {
    /// Who is read to, or begins to read: large letters, and no year of small boxes.
    Younger,
    /// Who reads.
    Middle,
    /// Who plans the own time.
    Older,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    band: Band,
    until: u32,
}

static AGES: LazyLock<Vec<Line>> = LazyLock::new(|| table(include_str!("ages.yaml")));

impl Band {
    /// Of an age in completed years.
    pub fn of(age: u32) -> Self {
        let line = AGES.iter().find(|line| age <= line.until);
        line.map_or(Band::Older, |line| line.band)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_age_has_its_band() {
        let bands = [0, 7, 8, 12, 13, 17, 18].map(Band::of);
        let (young, middle, older) = (Band::Younger, Band::Middle, Band::Older);
        assert_eq!(bands, [young, young, middle, middle, older, older, older]);
    }
}
