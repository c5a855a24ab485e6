//! What a document uses, in few bytes: a document names some hundred inputs, and a manifest
//! thousands of documents that name nearly the same. Where words are kept, in a way in which
//! an input that comes or goes changes no document but those that use it.

use std::collections::BTreeMap;

use super::office::CaseEntry;
use crate::output::Digest;

/// What stands before a mark, which may be all figures.
const MARK: char = '~';

/// The place of each key among all, which are sorted.
pub(super) fn among<'a>(keys: impl Iterator<Item = &'a String>) -> BTreeMap<&'a str, usize> {
    keys.enumerate()
        .map(|(at, key)| (key.as_str(), at))
        .collect()
}

/// Writes the keys that the documents of a case use as places: `7`, or `3-17` for several that
/// follow each other.
pub(super) fn pack(case: &mut CaseEntry, places: &BTreeMap<&str, usize>) {
    for document in &mut case.documents {
        let used = document.uses.iter();
        let mut used: Vec<usize> = used
            .filter_map(|key| places.get(key.as_str()))
            .copied()
            .collect();
        used.sort_unstable();
        let runs = used.chunk_by(|one, next| one + 1 == *next);
        let runs = runs.filter_map(|run| Some((run.first()?, run.last()?)));
        let written = runs.map(|(first, last)| match first == last {
            true => first.to_string(),
            false => format!("{first}-{last}"),
        });
        document.uses = written.collect();
    }
}

/// Writes each key that the documents of a case use as its mark.
pub(super) fn pack_as_marks(case: &mut CaseEntry) {
    for document in &mut case.documents {
        let used = document.uses.iter();
        document.uses = used.map(|key| format!("{MARK}{}", mark(key))).collect();
    }
}

fn mark(key: &str) -> String {
    Digest::of(key.as_bytes()).mark()
}

/// Reads the keys again; nothing where a place is none.
pub(super) fn unpack<K: AsRef<str>>(case: &mut CaseEntry, keys: &[K]) -> Option<()> {
    let has_marks = |uses: &[String]| uses.iter().any(|used| used.starts_with(MARK));
    let mut marked: BTreeMap<String, &str> = BTreeMap::new();
    if case
        .documents
        .iter()
        .any(|document| has_marks(&document.uses))
    {
        let keys = keys.iter().map(AsRef::as_ref);
        marked.extend(keys.map(|key| (mark(key), key)));
    }
    for document in &mut case.documents {
        let mut used = Vec::new();
        for written in &document.uses {
            if let Some(mark) = written.strip_prefix(MARK) {
                used.push((*marked.get(mark)?).to_owned());
                continue;
            }
            let (first, last) = written.split_once('-').unwrap_or((written, written));
            let run = keys.get(first.parse().ok()?..=last.parse().ok()?)?;
            used.extend(run.iter().map(|key| key.as_ref().to_owned()));
        }
        document.uses = used;
    }
    Some(())
}
