//! The words by which the rules about time know what a text says: `words.yaml`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::case::arrangement::Arrangement;
use crate::reading::table;
use crate::rules::kit::whole_words::has_words;

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| table(include_str!("words.yaml")));

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    /// Words by which a text says which calls of a rhythm are meant.
    pub(super) which_calls: Vec<String>,
    /// Words of school.
    pub(super) school: Vec<String>,
}

/// Whether a text of an arrangement has one of some words.
pub(super) fn says(arrangement: &Arrangement, words: &[String]) -> bool {
    let written = [&arrangement.when, &arrangement.tell_child];
    let texts = std::iter::once(&arrangement.text).chain(written.into_iter().flatten());
    texts.flat_map(|text| text.texts()).any(|text| {
        let text = text.to_lowercase();
        words.iter().any(|word| has_words(&text, word))
    })
}
