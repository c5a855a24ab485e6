//! Characters that no font has: found before a page is set, and told once for each stretch of
//! them.

use std::collections::BTreeSet;

use super::examine::CaseFile;
use super::shared::Pipeline;
use crate::case::Case;
use crate::case::child_voice::Share;
use crate::case::fields::{Field, Written, fields};
use crate::case::mark::{Door, Holds};
use crate::diagnostics::{Diagnostic, Findings, Place, Pointer};
use crate::typesetting::{Kind, Trouble};

/// The places at which a character without a shape is shown beside the first.
const PLACES_OF_A_CHARACTER: usize = 4;

/// Characters without a shape that a case has, as they are come upon.
#[derive(Default)]
pub(super) struct Shapeless {
    known: BTreeSet<char>,
    stand: Vec<Place>,
}

impl Shapeless {
    /// What is wrong with a character, at the first of its places with a few of the others.
    /// Nothing of one that is known, or that goes on a word of such characters.
    pub(super) fn told(
        &mut self,
        trouble: &Trouble,
        character: char,
        places: Vec<Place>,
    ) -> Option<Diagnostic> {
        if !self.known.insert(character) {
            return None;
        }
        let goes_on = places.iter().all(|place| {
            let ends_there =
                |other: &Place| other.file == place.file && other.range.end == place.range.start;
            self.stand.iter().any(ends_there)
        });
        self.stand.extend(places.iter().cloned());
        if goes_on {
            return None;
        }
        let (first, others) = places.split_first()?;
        let finding = trouble.finding().at(first.clone());
        let others = others.iter().take(PLACES_OF_A_CHARACTER).cloned();
        Some(others.fold(finding, |finding, place| finding.label(place, "and here")))
    }
}

impl Pipeline {
    /// What a build would refuse for want of a shape (`S04`): the same finding at the same
    /// place, without a page being set.
    pub(super) fn without_shapes(&self, file: &CaseFile) -> Findings {
        let unread = unshared(&file.case);
        let texts = fields(&file.case, |holds| matches!(holds, Holds::Words(_))).into_iter();
        let is_printed = |field: &Field| {
            let is_read = !matches!(field.mark.door, Door::Office | Door::Basis);
            is_read && !unread.iter().any(|unread| field.at.is_within(unread))
        };
        let mut findings = Findings::new();
        let mut shapeless = Shapeless::default();
        for field in texts.filter(is_printed) {
            let words: Vec<String> = match field.written {
                Written::Plain(text) => vec![text],
                Written::Narrative(text) => text.texts().map(str::to_owned).collect(),
            };
            for trouble in words
                .iter()
                .flat_map(|words| self.typesetter.without_shape(words))
            {
                if let Kind::MissingGlyph(character) = trouble.kind {
                    let places = file.holding(character);
                    findings.extend(shapeless.told(&trouble, character, places));
                }
            }
        }
        findings
    }
}

/// What a child shares with nobody, which no page carries.
fn unshared(case: &Case) -> Vec<Pointer> {
    let voices = (0..).zip(&case.child_voice);
    let unshared = voices.flat_map(|(index, voice)| {
        let at = Pointer::root().key("child_voice").item(index);
        let letter = voice
            .letter
            .iter()
            .filter(|letter| letter.share == Share::No);
        let letter = letter.map(|_| at.key("letter"));
        let words = (0..).zip(&voice.words);
        let words = words.filter(|(_, quote)| quote.share == Share::No);
        let words = words.map(|(index, _)| at.key("words").item(index));
        letter.chain(words).collect::<Vec<_>>()
    });
    unshared.collect()
}
