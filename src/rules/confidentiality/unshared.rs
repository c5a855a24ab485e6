//! Words that a child shared with nobody, told elsewhere by somebody.
//!
//! What is withheld at the child's own quote is of no use where an officer's sentence says
//! it again, in these words or nearly so.

use std::collections::BTreeSet;

use super::account;
use super::stems::{RUN, Stems, WEIGHT};
use crate::case::Case;
use crate::case::child_voice::Share;
use crate::case::mark::Voice;
use crate::case::texts::Text;
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::rules::kit::prose::sentences;
use crate::rules::rule::{Report, Rule};

pub(crate) const UNSHARED: &[Rule] = &[what_a_child_keeps_stays_with_it];

/// A sentence of a child's that is shared with nobody.
struct Kept {
    at: Pointer,
    share: Pointer,
    stems: Stems,
}

/// What a child keeps is told nowhere (R118). Where that is so, and an officer tells of such a
/// child in other words, somebody says who reads it (K08).
fn what_a_child_keeps_stays_with_it(case: &Case, report: &mut Report) {
    if !is_told_again(case, report) {
        account::an_account_says_who_reads_it(case, report);
    }
}

/// No text repeats what a child shares with nobody (R118), but for what the child shares at
/// another place. The finding shows neither sentence.
fn is_told_again(case: &Case, report: &mut Report) -> bool {
    let mut is_told = false;
    let kept = kept(case);
    if kept.is_empty() {
        return false;
    }
    let blocks: BTreeSet<&Pointer> = kept.iter().map(|one| &one.at).collect();
    let texts = report.texts(case);
    let texts: Vec<&Text> = texts
        .iter()
        .filter(|text| !blocks.iter().any(|block| text.at.is_within(block)))
        .collect();
    let shared: Vec<Stems> = texts
        .iter()
        .filter(|text| text.voice == Voice::Child)
        .flat_map(|text| sentences(&text.text).map(Stems::of))
        .collect();
    let is_shared = |one: &Kept| shared.iter().any(|told| told.repeat(&one.stems));
    let kept: Vec<&Kept> = kept.iter().filter(|one| !is_shared(one)).collect();
    for text in texts
        .iter()
        .filter(|text| !matches!(text.voice, Voice::Child | Voice::Label))
    {
        let told: Vec<Stems> = sentences(&text.text).map(Stems::of).collect();
        let again = |one: &&&Kept| told.iter().any(|told| told.repeat(&one.stems));
        let Some(one) = kept.iter().find(again) else {
            continue;
        };
        is_told = true;
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
    is_told
}

/// What the children said and wrote for nobody, sentence by sentence.
fn kept(case: &Case) -> Vec<Kept> {
    let mut kept = Vec::new();
    let mut keep = |at: &Pointer, words: &str| {
        kept.extend(sentences(words).map(Stems::of).map(|stems| Kept {
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
    kept.retain(|one| one.stems.weight() >= WEIGHT || one.stems.count() >= RUN);
    kept
}
