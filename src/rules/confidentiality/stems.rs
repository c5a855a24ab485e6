//! A sentence as its words are compared with those of another.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::reading::table;
use crate::rules::kit::prose::{Word, words};

/// So many words in their order, told again, are the same sentence, where two have a weight…
pub(super) const RUN: usize = 5;

/// …or so many, where one has.
const LONG_RUN: usize = 6;

/// So many words of weight, told again in whatever order, may be the same…
pub(super) const WEIGHT: usize = 3;

/// …where they are so great a part of all that was said: three quarters.
const PART: (usize, usize) = (3, 4);

/// How words are compared: `unshared.yaml`.
static WORDS: LazyLock<Words> = LazyLock::new(|| table(include_str!("unshared.yaml")));

/// What each of the words that mean the same is compared as.
static SAME: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    let mut known = BTreeMap::new();
    for same in &WORDS.same {
        for one in same {
            known.entry(one.as_str()).or_insert(same[0].as_str());
        }
    }
    known
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    light: BTreeSet<String>,
    same: Vec<Vec<String>>,
}

/// The words of a sentence so that `I do not like it when Mum shouts` and `She does not like
/// it when her mother shouts` are nearly one.
pub(super) struct Stems {
    /// In their order.
    all: Vec<String>,
    /// Those that carry what is said.
    weighty: BTreeSet<String>,
}

impl Stems {
    pub(super) fn of(sentence: &str) -> Self {
        Stems::of_words(&plain(sentence))
    }

    /// Of a sentence as its [`plain`] words.
    pub(super) fn of_words(words: &[String]) -> Self {
        let all = stems(words);
        let weighty = weighty(&all).cloned().collect();
        Stems { all, weighty }
    }

    /// How many words there are.
    pub(super) fn count(&self) -> usize {
        self.all.len()
    }

    /// How many different words carry what is said.
    pub(super) fn weight(&self) -> usize {
        self.weighty.len()
    }

    /// Whether this sentence says what another said: the same words one behind another, or
    /// most of those that have a weight.
    pub(super) fn repeat(&self, kept: &Stems) -> bool {
        let again = kept.weighty.intersection(&self.weighty).count();
        let most = again >= WEIGHT && again * PART.1 >= kept.weight() * PART.0;
        // Few sentences have half of the words: only of these is the order looked at.
        most || again * 2 >= kept.weight() && self.has_a_run_of(kept)
    }

    fn has_a_run_of(&self, kept: &Stems) -> bool {
        let told_in_order = |length: usize, weight: usize| {
            let is_weighty =
                |run: &&[String]| weighty(run).collect::<BTreeSet<_>>().len() >= weight;
            let mut runs = kept.all.windows(length).filter(is_weighty);
            runs.any(|run| self.all.windows(length).any(|other| other == run))
        };
        told_in_order(RUN, 2) || told_in_order(LONG_RUN, 1)
    }
}

fn weighty(stems: &[String]) -> impl Iterator<Item = &String> {
    stems.iter().filter(|stem| !WORDS.light.contains(*stem))
}

/// The words of a text in small letters.
pub(super) fn plain(text: &str) -> Vec<String> {
    words(text).iter().map(Word::plain).collect()
}

fn stems(plain: &[String]) -> Vec<String> {
    let whole: Vec<String> = plain.iter().map(|word| stem(word)).collect();
    let stems_after = |index: usize| whole.get(index + 1);
    let is_parent = |stem: &String| matches!(stem.as_str(), "mother" | "father");
    let mut stems = Vec::new();
    for (index, (word, whole)) in plain.iter().zip(&whole).enumerate() {
        let is_whose = whole == "her" && stems_after(index).is_some_and(is_parent);
        match word.strip_suffix("n't") {
            _ if is_whose => {}
            Some(verb) => stems.extend([stem(verb), "not".to_owned()]),
            None => stems.push(whole.clone()),
        }
    }
    stems.retain(|stem| !stem.is_empty());
    stems
}

fn stem(word: &str) -> String {
    if let Some(same) = SAME.get(word) {
        return (*same).to_owned();
    }
    let ends = ["ing", "ed", "es", "s"].iter();
    let mut stems = ends.filter_map(|end| word.strip_suffix(end));
    let stem = stems.find(|stem| stem.chars().count() >= 3).unwrap_or(word);
    let stem = stem.trim_end_matches('e');
    match stem.strip_suffix('i') {
        Some(start) => format!("{start}y"),
        None => stem.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_again_word_for_word_and_nearly_so() {
        let again = |kept: &str, told: &str| Stems::of(told).repeat(&Stems::of(kept));
        let kept = "I do not like it when Mum shouts.";
        for told in [
            "She said I do not like it when Mum shouts.",
            "She does not like it when Mum shouts.",
            "She told me that she doesn’t like it when her mother shouts.",
            "When her mother is shouting, Ellie does not like it.",
        ] {
            assert!(again(kept, told), "{told}");
        }
        for told in [
            "She would like longer weekends with her father.",
            "She does not like it when it rains.",
            "Her mother likes it when they sing.",
            "It is hard for her when plans change.",
        ] {
            assert!(!again(kept, told), "{told}");
        }
        let wish = "I want to spend more time with my dad.";
        assert!(again(wish, "She wants to spend more time with her father."));
        assert!(!again(
            wish,
            "They spend more time with their father in summer."
        ));
        assert!(again(
            "Dad cries at night and I hear it.",
            "At night she hears her father cry."
        ));
        assert!(!again(
            "Dad cries at night and I hear it.",
            "She reads with her father at night."
        ));
    }
}
