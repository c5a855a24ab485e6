//! Welsh phrases that somebody has confirmed for an office: who, on which day, and by what
//! each said then.
//!
//! Most of the program's Welsh waits for a translator. An office that has had it read says so
//! in its own `concord.yaml`. A phrase that says something else since, in either language, is
//! no longer confirmed.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::case::form::{Date, Line, Misfit};

/// What one person has confirmed on one day.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Reading {
    /// Who has read the phrases.
    pub(super) by: Line,
    /// On which day.
    pub(super) on: Date,
    /// Each phrase by its key and the mark of what it said, as `concord templates translate
    /// WORKSHEET --confirmed` prints them.
    pub(super) phrases: Vec<MarkedPhrase>,
}

/// A phrase by its key and the mark of what it said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MarkedPhrase {
    key: String,
    mark: String,
}

crate::form! {
    MarkedPhrase = "concord-marked-phrase"
    "The key of a phrase, and the mark of what it said when it was confirmed."
    pattern "^[A-Za-z0-9._-]+ [0-9a-f]{16}$"
    examples ["court-report.title 3b6fd2a1905ce874"]
    shown "KEY MARK"
}

impl FromStr for MarkedPhrase {
    type Err = Misfit;

    fn from_str(text: &str) -> Result<Self, Misfit> {
        let is_hex = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
        match text.split_once(' ') {
            Some((key, mark)) if mark.len() == 16 && mark.chars().all(is_hex) => {
                let [key, mark] = [key, mark].map(str::to_owned);
                Ok(MarkedPhrase { key, mark })
            }
            _ => Err(Misfit::new(
                "is not the key of a phrase with its mark",
                "copy the lines as `concord templates translate WORKSHEET --confirmed` prints them",
            )),
        }
    }
}

impl fmt::Display for MarkedPhrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.key, self.mark)
    }
}

/// All that is confirmed for an office.
#[derive(Clone, Debug, Default)]
pub struct Confirmed(BTreeMap<(String, String), Confirmation>);

/// Somebody's word for a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    /// Who has read it.
    pub by: String,
    /// On which day.
    pub on: Date,
}

impl Confirmed {
    /// All that these people have read.
    pub(super) fn of<'a>(readings: impl Iterator<Item = &'a Reading>) -> Self {
        let phrases = readings.flat_map(|reading| {
            let by = reading.by.to_string();
            let word = Confirmation { by, on: reading.on };
            let phrases = reading.phrases.iter();
            phrases.map(move |one| ((one.key.clone(), one.mark.clone()), word.clone()))
        });
        Confirmed(phrases.collect())
    }

    /// Who has confirmed the phrase of this key as it is, by the mark of what it says.
    pub fn phrase(&self, key: &str, mark: &str) -> Option<&Confirmation> {
        self.0.get(&(key.to_owned(), mark.to_owned()))
    }
}
