//! The entries of a locale that stands in several files, one over the other: key by key, so
//! that a firm says in a line what it says in other words.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostics::{Diagnostic, Findings, Place, SourceFile, code, did_you_mean};

use super::Language;
use super::entries::{self, Entry};
use super::provenance::{Remarks, Sources};
use super::required;

/// What stands in all files together.
pub(super) struct Laid {
    /// The lowest file: what every locale must have stands there.
    pub(super) file: Arc<SourceFile>,
    pub(super) language: Option<Language>,
    /// The entry that wins, of each key.
    pub(super) entries: Vec<Entry>,
    /// Entries that another took the place of.
    pub(super) hidden: Vec<Entry>,
    /// The keys that the lowest file does not have.
    pub(super) added: BTreeSet<String>,
    pub(super) remarks: Remarks,
}

/// Lays files over one another, the lowest first.
///
/// # Errors
/// What the guard refuses, and what is no entry, in any of them.
pub(super) fn lay(files: &[Arc<SourceFile>], findings: &mut Findings) -> Result<Laid, Findings> {
    let mut read = Vec::new();
    let mut unread = Findings::new();
    for file in files {
        match entries::read(file) {
            Ok(one) => read.push(one),
            Err(faults) => unread.extend(faults),
        }
    }
    let mut read = read.into_iter().enumerate();
    let Some((_, (file, lowest))) = read.next().filter(|_| unread.is_empty()) else {
        return Err(unread);
    };
    let mut laid = Laid {
        language: None,
        entries: Vec::new(),
        hidden: Vec::new(),
        added: BTreeSet::new(),
        remarks: Remarks::default(),
        file,
    };
    let (entries, remarks) = of_one_file(0, &laid.file, lowest, &mut laid.language, findings);
    let mut all: BTreeMap<String, Entry> = by_key(entries).collect();
    laid.remarks = remarks;
    for (layer, (file, over)) in read {
        let (over, remarks) = of_one_file(layer, &file, over, &mut laid.language, findings);
        for (key, entry) in by_key(over) {
            let is_same = |below: &Entry| below.text == entry.text && below.source == entry.source;
            // A copied file says the same as the one below, and nothing in other words.
            if all.get(&key).is_some_and(is_same) {
                continue;
            }
            // What is said of words that are gone is gone with them; a noun is not.
            laid.remarks.notes.remove(&key);
            match all.insert(key.clone(), entry) {
                Some(below) => laid.hidden.push(below),
                None => drop(laid.added.insert(key)),
            }
        }
        laid.remarks.notes.extend(remarks.notes);
        laid.remarks.nouns.extend(remarks.nouns);
    }
    laid.entries = all.into_values().collect();
    Ok(laid)
}

fn by_key(entries: Vec<Entry>) -> impl Iterator<Item = (String, Entry)> {
    let entries = entries.into_iter();
    entries.map(|entry| (entry.key.clone(), entry))
}

/// The entries of a file, each with who answers for its words. A source speaks for its own
/// file alone: it never saw the words of another.
fn of_one_file(
    layer: usize,
    file: &Arc<SourceFile>,
    mut entries: Vec<Entry>,
    language: &mut Option<Language>,
    findings: &mut Findings,
) -> (Vec<Entry>, Remarks) {
    let own = take_language(file, &mut entries, *language, findings);
    *language = language.or(own);
    let sources = Sources::take(&mut entries);
    // Of words in another language than those below, that alone is told.
    if own.is_some_and(Language::is_translation) && own == *language {
        findings.extend(sources.wanting(&entries));
    }
    for entry in &mut entries {
        entry.source = sources.of(&entry.key).cloned();
        entry.layer = layer;
    }
    (entries, sources.into_remarks())
}

/// Takes `language` out of the entries: it is a fact about the file, not a phrase.
fn take_language(
    file: &Arc<SourceFile>,
    entries: &mut Vec<Entry>,
    below: Option<Language>,
    findings: &mut Findings,
) -> Option<Language> {
    let Some(at) = entries.iter().position(|entry| entry.key == "language") else {
        findings.push(required::missing("language", Place::new(file, 0..0)));
        return None;
    };
    let entry = entries.remove(at);
    let language = Language::from_code(&entry.text);
    match (language, below) {
        (None, _) => {
            let codes = Language::ALL.iter().map(|language| language.code());
            let message = "`language` is not a known code";
            let finding = Diagnostic::new(&code::language::NO_SUCH_LANGUAGE, message);
            findings.push(
                finding
                    .at(entry.place)
                    .help(did_you_mean(&entry.text, codes)),
            );
        }
        (Some(own), Some(below)) if own != below => {
            let (own, below) = (own.code(), below.code());
            let message = format!("these phrases are said to be `{own}` and lie over `{below}`");
            let help = format!("write `language: {below}`, or call the file `{own}.yaml`");
            let finding = Diagnostic::new(&code::asset::OTHER_LANGUAGE, message);
            findings.push(finding.at(entry.place).help(help));
        }
        _ => {}
    }
    language
}
