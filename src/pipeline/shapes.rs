//! Characters that no font has, found before a page is set.

use std::collections::BTreeSet;

use super::examine::CaseFile;
use super::manuscript::wherever_it_stands;
use crate::case::Case;
use crate::case::child_voice::Share;
use crate::case::fields::{Field, Written, fields};
use crate::case::mark::{Door, Holds};
use crate::diagnostics::{Findings, Pointer};
use crate::typesetting::{Kind, without_shape};

/// What a build would refuse for want of a shape (`S04`): the same finding at the same place,
/// without a page being set.
pub fn without_shapes(file: &CaseFile) -> Findings {
    let unread = unshared(&file.case);
    let texts = fields(&file.case, |holds| matches!(holds, Holds::Words(_))).into_iter();
    let is_printed = |field: &Field| {
        let is_read = !matches!(field.mark.door, Door::Office | Door::Basis);
        is_read && !unread.iter().any(|unread| field.at.is_within(unread))
    };
    let mut findings = Findings::new();
    let mut known = BTreeSet::new();
    for field in texts.filter(is_printed) {
        let words: Vec<String> = match field.written {
            Written::Plain(text) => vec![text],
            Written::Narrative(text) => text.texts().map(str::to_owned).collect(),
        };
        for trouble in words.iter().flat_map(|words| without_shape(words)) {
            if let Kind::MissingGlyph(character) = trouble.kind
                && known.insert(character)
            {
                findings.extend(wherever_it_stands(&trouble, &file.holding(character)));
            }
        }
    }
    findings
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
