//! Where the wording of a phrase is from: a public document, or nobody yet.
//!
//! An entry is plain words, or a block of `phrase`, `source`, `noun` and `note`. A `source`
//! over a block speaks for every phrase beneath that has none of its own, so that one
//! line at the head of a locale can say `source: unverified` for all that follows. A `noun`
//! is what words such as `Heb ei gwblhau` are said of.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, code};

use super::entries::Entry;
use super::source::Source;

/// The sources of a locale, each under the key of its phrase or block; the head of the
/// file is the block without a name.
pub(super) struct Sources {
    sources: BTreeMap<String, Source>,
    remarks: Remarks,
}

/// What else a locale says of its phrases, each under the key of its phrase.
#[derive(Clone, Debug, Default)]
pub(super) struct Remarks {
    /// The nouns that phrases are said of which agree with one outside them.
    pub(super) nouns: BTreeMap<String, String>,
    /// What the next translator should know, or is asked.
    pub(super) notes: BTreeMap<String, String>,
}

impl Sources {
    /// Takes the sources and the notes out of the entries, and gives the phrases that
    /// stood in a block of their own the key of that block.
    pub(super) fn take(entries: &mut Vec<Entry>) -> Self {
        let (mut sources, mut remarks) = (BTreeMap::new(), Remarks::default());
        entries.retain_mut(|entry| {
            let (block, last) = entry.key.rsplit_once('.').unwrap_or(("", &entry.key));
            match last {
                "source" => {
                    sources.insert(block.to_owned(), Source::parse(entry.text.trim()));
                    false
                }
                "noun" => {
                    remarks.nouns.insert(block.to_owned(), entry.text.clone());
                    false
                }
                "note" => {
                    remarks.notes.insert(block.to_owned(), entry.text.clone());
                    false
                }
                "phrase" if !block.is_empty() => {
                    entry.key = block.to_owned();
                    true
                }
                _ => true,
            }
        });
        Sources { sources, remarks }
    }

    /// The first phrase of a translation that nobody answers for. One is enough to tell:
    /// a line at the head of the file mends them all.
    pub(super) fn wanting(&self, entries: &[Entry]) -> Option<Diagnostic> {
        let entry = entries.iter().find(|entry| self.of(&entry.key).is_none())?;
        Some(without_source(entry))
    }

    /// What is said of the phrases besides their sources.
    pub(super) fn into_remarks(self) -> Remarks {
        self.remarks
    }

    /// The source of a phrase, or of the nearest block around it that has one.
    pub(super) fn of(&self, key: &str) -> Option<&Source> {
        let mut block = key;
        loop {
            if let Some(source) = self.sources.get(block) {
                return Some(source);
            }
            if block.is_empty() {
                return None;
            }
            block = block.rsplit_once('.').map_or("", |(around, _)| around);
        }
    }
}

fn without_source(entry: &Entry) -> Diagnostic {
    Diagnostic::new(
        &code::language::NO_SOURCE,
        format!("`{}` does not say where its wording is from", entry.key),
    )
    .at(entry.place.clone())
    .help("write `source: unverified` at the head of the file, or name the document that has it")
}
