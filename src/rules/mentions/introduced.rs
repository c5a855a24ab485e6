//! What the texts of a case say beside names: whom they introduce, a friend, a teacher, a
//! dog; and which words they write in small letters too.

use std::collections::BTreeSet;

use super::words::WORDS;
use crate::case::mark::Voice;
use crate::case::texts::Text;
use crate::rules::kit::prose::{Word, sentences, words};

/// The words of a case's texts, each once and in small letters.
#[derive(Default)]
pub(super) struct Told {
    /// Those that a sentence introduces with a capital.
    pub(super) introduced: BTreeSet<String>,
    /// Those that stand somewhere without one.
    pub(super) plain: BTreeSet<String>,
}

impl Told {
    pub(super) fn of(texts: &[Text]) -> Self {
        let mut told = Told::default();
        for text in texts.iter().filter(|text| text.voice != Voice::Label) {
            told.add(&text.text);
        }
        told
    }

    fn add(&mut self, text: &str) {
        for sentence in sentences(text) {
            let words = words(sentence);
            let says_who = words.iter().any(|word| {
                let small = word.small();
                WORDS.introducing.contains(&*small) || WORDS.kin.contains(&*small)
            });
            let says_who = says_who || words.windows(2).any(is_own_parent);
            for word in words {
                if !word.has_capital() {
                    // Most words stand in many sentences.
                    if !self.plain.contains(word.text) {
                        self.plain.insert(word.text.to_owned());
                    }
                } else if says_who {
                    self.introduced.insert(word.small().into_owned());
                }
            }
        }
    }
}

/// `her own mother` is no party.
fn is_own_parent(pair: &[Word<'_>]) -> bool {
    let roles = &WORDS.roles;
    let is_parent = |word: &str| roles.mother.contains(word) || roles.father.contains(word);
    matches!(pair, [own, parent] if own.text == "own" && is_parent(parent.text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_said_to_be_somebody_is_introduced() {
        let mut told = Told::default();
        told.add("His friend Toby came. Mrs Quayle, the teacher, rang. Leo rang.");
        told.add("Her own mother, Mrs Ada Marsh, came.");
        let introduced = &told.introduced;
        assert!(introduced.contains("ada"));
        assert!(introduced.contains("toby") && introduced.contains("quayle"));
        assert!(!introduced.contains("leo") && told.plain.contains("rang"));
    }
}
