//! Words that a child shared with nobody, told elsewhere by somebody.
//!
//! What is withheld at the child's own quote is of no use where an officer's sentence says
//! it again, in these words or nearly so.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::account;
use crate::case::Case;
use crate::case::child_voice::Share;
use crate::case::mark::Voice;
use crate::case::texts::{Text, texts};
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::reading::table;
use crate::rules::kit::prose::{sentences, words};
use crate::rules::rule::{Report, Rule};

pub(crate) const UNSHARED: &[Rule] = &[what_a_child_keeps_stays_with_it];

/// So many words in their order, told again, are the child's, where two have a weight…
const RUN: usize = 5;

/// …or so many, where one has.
const LONG_RUN: usize = 6;

/// So many words of weight, told again in whatever order, may be the child's…
const WEIGHT: usize = 3;

/// …where they are so great a part of all that the child said: three quarters.
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

/// A sentence of a child's that is shared with nobody.
struct Kept {
    at: Pointer,
    share: Pointer,
    stems: Vec<String>,
}

/// What a child keeps is told nowhere (R118); where an officer tells of such a child in other
/// words, somebody says who reads it (K08).
fn what_a_child_keeps_stays_with_it(case: &Case, report: &mut Report) {
    let told = told_again(case, report);
    account::an_account_says_who_reads_it(case, &told, report);
}

/// No text repeats what a child shares with nobody (R118), but for what the child shares at
/// another place. The finding shows neither sentence. Hands back the texts that do.
fn told_again(case: &Case, report: &mut Report) -> Vec<Pointer> {
    let mut places = Vec::new();
    let kept = kept(case);
    if kept.is_empty() {
        return places;
    }
    let blocks: BTreeSet<&Pointer> = kept.iter().map(|one| &one.at).collect();
    let texts: Vec<Text> = texts(case)
        .into_iter()
        .filter(|text| !blocks.iter().any(|block| text.at.is_within(block)))
        .collect();
    let shared: Vec<Vec<String>> = texts
        .iter()
        .filter(|text| text.voice == Voice::Child)
        .flat_map(|text| sentences(&text.text).map(stems))
        .collect();
    let is_shared = |one: &Kept| shared.iter().any(|told| repeats(told, &one.stems));
    let kept: Vec<&Kept> = kept.iter().filter(|one| !is_shared(one)).collect();
    for text in texts
        .iter()
        .filter(|text| !matches!(text.voice, Voice::Child | Voice::Label))
    {
        let told: Vec<Vec<String>> = sentences(&text.text).map(stems).collect();
        let again = |one: &&&Kept| told.iter().any(|told| repeats(told, &one.stems));
        let Some(one) = kept.iter().find(again) else {
            continue;
        };
        places.push(text.at.clone());
        report
            .add(
                &rule::UNSHARED_WORDS,
                text.at.clone(),
                "this text tells what a child shares with nobody",
            )
            .withhold()
            .caption("told in this text")
            .but(one.share.clone(), "but shared with nobody")
            .help(
                "take the sentence out of this text, or say in it no more than the child \
                 agreed to; change `share` only if the child agrees",
            );
    }
    places
}

/// What the children said and wrote for nobody, sentence by sentence.
fn kept(case: &Case) -> Vec<Kept> {
    let mut kept = Vec::new();
    let mut keep = |at: &Pointer, words: &str| {
        kept.extend(sentences(words).map(stems).map(|stems| Kept {
            at: at.clone(),
            share: at.key("share"),
            stems,
        }));
    };
    for (at, voice) in each(&Pointer::root().key("child_voice"), &case.child_voice) {
        for (at, quote) in each(&at.key("words"), &voice.words) {
            if quote.share == Share::No {
                keep(&at, quote.quote.as_str());
            }
        }
        let letter = voice
            .letter
            .as_ref()
            .filter(|letter| letter.share == Share::No);
        if let Some(text) = letter.and_then(|letter| letter.text.as_ref()) {
            keep(&at.key("letter"), text.as_str());
        }
    }
    kept.retain(|one| weighty(&one.stems).len() >= WEIGHT || one.stems.len() >= RUN);
    kept
}

/// Whether a sentence says what a child said: the same words one behind another, or most
/// of those that have a weight.
pub(super) fn repeats(told: &[String], kept: &[String]) -> bool {
    let told_in_order = |length: usize, weight: usize| {
        let mut runs = kept
            .windows(length)
            .filter(|run| weighty(run).len() >= weight);
        runs.any(|run| told.windows(length).any(|other| other == run))
    };
    let in_order = || told_in_order(RUN, 2) || told_in_order(LONG_RUN, 1);
    let weight = weighty(kept);
    let again = weight.intersection(&weighty(told)).count();
    let most = again >= WEIGHT && again * PART.1 >= weight.len() * PART.0;
    // Few sentences have half of the words: only of these is the order looked at.
    most || again * 2 >= weight.len() && in_order()
}

/// The words that carry what is said.
fn weighty(stems: &[String]) -> BTreeSet<&str> {
    let light = |stem: &&String| !WORDS.light.contains(*stem);
    stems.iter().filter(light).map(String::as_str).collect()
}

/// The words of a sentence so that `I do not like it when Mum shouts` and `She does not like
/// it when her mother shouts` are nearly one.
pub(super) fn stems(sentence: &str) -> Vec<String> {
    let words = words(sentence);
    let is_parent = |word: &str| matches!(stem(&word.to_lowercase()).as_str(), "mother" | "father");
    let mut whose = words
        .iter()
        .zip(words.iter().skip(1).map(Some).chain([None]));
    let words: Vec<_> = whose
        .by_ref()
        .filter(|(word, next)| {
            let is_whose = stem(&word.text.to_lowercase()) == "her";
            !(is_whose && next.is_some_and(|next| is_parent(next.text)))
        })
        .map(|(word, _)| word)
        .collect();
    let plain = words.iter().flat_map(|word| {
        let small = word.text.to_lowercase().replace('’', "'");
        match small.strip_suffix("n't") {
            Some(verb) => vec![stem(verb), "not".to_owned()],
            None => vec![stem(&small)],
        }
    });
    plain.filter(|stem| !stem.is_empty()).collect()
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
    fn a_childs_words_are_found_again_word_for_word_and_nearly_so() {
        let again = |kept: &str, told: &str| repeats(&stems(told), &stems(kept));
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
