//! The words by which the rules about terms know what a text says: `words.yaml`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::reading::table;

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| table(include_str!("words.yaml")));

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    /// Beginnings of words by which a step says what was looked at before it begins.
    pub(super) review: Vec<String>,
    /// Phrases by which a term is about each school holiday.
    pub(super) each_holiday: Vec<String>,
    /// Words that command.
    pub(super) commands: Vec<String>,
}
