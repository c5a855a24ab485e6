//! Where the cases of an output folder are recorded, and little more of each, so that a run
//! over thousands holds none of them and asks for each once.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::office::CaseEntry;
use crate::output::Digest;

/// A case, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    pub(super) brief: Brief,
    pub(super) at: At,
}

/// What must be known of a case to find it.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Brief {
    pub(super) source: usize,
    pub(super) path: String,
    pub(super) family: Vec<Digest>,
    #[serde(rename = "documents", deserialize_with = "tops")]
    pub(super) tops: BTreeSet<String>,
}

/// A line of the manifest or of the journal.
#[derive(Clone, Copy, Debug)]
pub(super) struct At {
    pub(super) in_journal: bool,
    pub(super) start: u64,
    pub(super) length: usize,
}

/// The cases of a manifest.
#[derive(Debug, Default)]
pub(super) struct Index {
    slots: Vec<Slot>,
    /// By the path of the case file; two families may have the same.
    paths: BTreeMap<String, Vec<usize>>,
    /// By the folders and files that its documents stand in or are, right below the output
    /// folder.
    tops: BTreeMap<String, BTreeSet<usize>>,
}

impl Brief {
    pub(super) fn of(case: &CaseEntry) -> Self {
        let files = case.documents.iter();
        Brief {
            source: case.source,
            path: case.path.clone(),
            family: case.family.clone(),
            tops: files.map(|document| top(&document.file)).collect(),
        }
    }
}

impl Index {
    pub(super) fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// The cases whose file is called so.
    pub(super) fn called(&self, path: &str) -> &[usize] {
        self.paths.get(path).map_or(&[], Vec::as_slice)
    }

    /// The cases that have this path and family.
    pub(super) fn same(&self, path: &str, family: &[Digest]) -> impl Iterator<Item = usize> {
        let called = self.called(path).iter().copied();
        called.filter(|at| is_same(&self.slots[*at].brief.family, family))
    }

    /// The cases that have documents in the folder in which a file stands.
    pub(super) fn beside(&self, file: &str) -> impl Iterator<Item = usize> {
        self.tops.get(&top(file)).into_iter().flatten().copied()
    }

    /// Takes in a case, in the place of what was known of it.
    pub(super) fn put(&mut self, slot: Slot) {
        let same = self.same(&slot.brief.path, &slot.brief.family);
        let same: Vec<usize> = same.collect();
        match same[..] {
            [] => self.add(slot),
            [at] => {
                for top in &self.slots[at].brief.tops {
                    if let Some(cases) = self.tops.get_mut(top) {
                        cases.remove(&at);
                    }
                }
                for top in &slot.brief.tops {
                    self.tops.entry(top.clone()).or_default().insert(at);
                }
                self.slots[at] = slot;
            }
            // A case that could not be read has no family, and is any of its name.
            _ => {
                let known = std::mem::take(self).slots.into_iter().enumerate();
                let others = known.filter(|(at, _)| !same.contains(at));
                others.for_each(|(_, other)| self.add(other));
                self.add(slot);
            }
        }
    }

    fn add(&mut self, slot: Slot) {
        let at = self.slots.len();
        let path = slot.brief.path.clone();
        self.paths.entry(path).or_default().push(at);
        for top in &slot.brief.tops {
            self.tops.entry(top.clone()).or_default().insert(at);
        }
        self.slots.push(slot);
    }
}

/// Whether two entries of one path are of one case: a case file may be called as another
/// family's is, and a file that could not be read has no family.
pub(super) fn is_same(one: &[Digest], other: &[Digest]) -> bool {
    let related = one.iter().any(|child| other.contains(child));
    related || one.is_empty() || other.is_empty()
}

/// The folder in which a file stands right below the output folder, or else the file, as a
/// file system blind to upper and lower case reads it.
fn top(file: &str) -> String {
    let top = file.split_once('/').map_or(file, |(top, _)| top);
    top.to_ascii_lowercase()
}

fn tops<'de, D: serde::Deserializer<'de>>(from: D) -> Result<BTreeSet<String>, D::Error> {
    #[derive(Deserialize)]
    struct Document {
        file: String,
    }
    let documents = Vec::<Document>::deserialize(from)?;
    Ok(documents
        .iter()
        .map(|document| top(&document.file))
        .collect())
}
