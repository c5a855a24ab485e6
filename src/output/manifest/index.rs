//! Where the cases of an output folder are recorded, and little more of each, so that a run
//! over thousands holds none of them and asks for each once.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Deserializer};

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
    #[serde(deserialize_with = "path")]
    pub(super) path: Arc<str>,
    pub(super) family: Vec<Digest>,
    /// The folders and files that its documents stand in or are, right below the output folder.
    #[serde(rename = "documents", deserialize_with = "tops")]
    pub(super) tops: Vec<Arc<str>>,
}

/// A line of the manifest or of the journal.
#[derive(Clone, Copy, Debug)]
pub(super) struct At {
    pub(super) in_journal: bool,
    pub(super) start: u64,
    pub(super) length: usize,
}

/// Cases by a name that several may have: a run over thousands has each name once, and no list
/// for each.
type ByName = BTreeSet<(Arc<str>, usize)>;

/// The cases of a manifest.
#[derive(Debug, Default)]
pub(super) struct Index {
    slots: Vec<Slot>,
    /// By the path of the case file; two families may have the same.
    paths: ByName,
    /// By what stands right below the output folder.
    tops: ByName,
}

impl Brief {
    pub(super) fn of(case: &CaseEntry) -> Self {
        let files = case.documents.iter();
        Brief {
            source: case.source,
            path: case.path.as_str().into(),
            family: case.family.clone(),
            tops: tops_of(files.map(|document| document.file.as_str())),
        }
    }
}

impl Index {
    pub(super) fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// The cases whose file is called so.
    pub(super) fn called(&self, path: &str) -> impl Iterator<Item = usize> {
        named(&self.paths, path)
    }

    /// The cases that have this path and family.
    pub(super) fn same(&self, path: &str, family: &[Digest]) -> impl Iterator<Item = usize> {
        let called = self.called(path);
        called.filter(|at| is_same(&self.slots[*at].brief.family, family))
    }

    /// The cases that have documents in the folder in which a file stands.
    pub(super) fn beside(&self, file: &str) -> impl Iterator<Item = usize> {
        named(&self.tops, &top(file))
    }

    /// Takes in a case, in the place of what was known of it.
    pub(super) fn put(&mut self, slot: Slot) {
        let same = self.same(&slot.brief.path, &slot.brief.family);
        let same: Vec<usize> = same.collect();
        match same[..] {
            [] => self.add(slot),
            [at] => {
                for top in &self.slots[at].brief.tops {
                    self.tops.remove(&(Arc::clone(top), at));
                }
                self.stand(&slot.brief.tops, at);
                let path = Arc::clone(&self.slots[at].brief.path);
                let brief = Brief { path, ..slot.brief };
                self.slots[at] = Slot { brief, ..slot };
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
        self.paths.insert((Arc::clone(&slot.brief.path), at));
        self.stand(&slot.brief.tops, at);
        self.slots.push(slot);
    }

    /// Enters where the documents of a case stand.
    fn stand(&mut self, tops: &[Arc<str>], at: usize) {
        self.tops
            .extend(tops.iter().map(|top| (Arc::clone(top), at)));
    }
}

/// The cases that have a name.
fn named<'a>(cases: &'a ByName, name: &str) -> impl Iterator<Item = usize> + use<'a> {
    let name: Arc<str> = name.into();
    let all = (Arc::clone(&name), 0)..=(name, usize::MAX);
    cases.range(all).map(|(_, at)| *at)
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

/// What the files of a case stand in or are, each once.
fn tops_of<'a>(files: impl Iterator<Item = &'a str>) -> Vec<Arc<str>> {
    let tops: BTreeSet<String> = files.map(top).collect();
    tops.into_iter().map(Arc::from).collect()
}

fn path<'de, D: Deserializer<'de>>(from: D) -> Result<Arc<str>, D::Error> {
    String::deserialize(from).map(Arc::from)
}

fn tops<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Arc<str>>, D::Error> {
    #[derive(Deserialize)]
    struct Document {
        file: String,
    }
    let documents = Vec::<Document>::deserialize(from)?;
    Ok(tops_of(
        documents.iter().map(|document| document.file.as_str()),
    ))
}
