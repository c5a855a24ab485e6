//! What a search of a finished document looks for: the details and places that are kept back,
//! in every spelling that a text of the case is searched for.

use super::clues;
use super::wording::{Folded, Wording};
use crate::case::Case;
use crate::diagnostics::Pointer;
use crate::diagnostics::code::rule;

/// Something that is kept back, and no page may hold.
pub struct Secret {
    /// Where it stands in the case file.
    pub at: Pointer,
    /// The end of a sentence that begins with what holds it; never the words themselves.
    pub what: String,
    wording: Wording,
}

/// Words that are made ready to be searched.
pub struct Searched(Folded);

impl Searched {
    /// These words.
    pub fn new(words: &str) -> Self {
        Searched(Folded::new(words))
    }
}

impl Secret {
    /// Whether words hold it.
    pub fn is_in(&self, words: &Searched) -> bool {
        self.wording.is_in(&words.0)
    }
}

/// What is kept back, as far as finding it leaves no doubt.
pub fn secrets(case: &Case) -> Vec<Secret> {
    let certain = clues(case).into_iter();
    let certain = certain.filter(|clue| clue.code == &rule::WITHHELD_DETAIL && !clue.is_of_many);
    let secret = |clue: super::clue::Clue| Secret {
        what: clue.message.trim_start_matches("a text ").to_owned(),
        at: clue.at,
        wording: clue.wording,
    };
    certain.map(secret).collect()
}
