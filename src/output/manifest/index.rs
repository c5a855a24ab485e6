//! Where in a manifest a case and a file stand, so that a run over thousands of cases asks
//! for each of them once and not all of them for each.

use std::collections::BTreeMap;

use super::office::CaseEntry;

/// An index of the cases of a manifest.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// By the path of the case file; two families may have the same.
    paths: BTreeMap<String, Vec<usize>>,
    /// By name, as a file system blind to upper and lower case reads it: the case, and the
    /// document among its documents.
    files: BTreeMap<String, (usize, usize)>,
}

impl Index {
    pub(super) fn of(cases: &[CaseEntry]) -> Self {
        let mut index = Index::default();
        for (at, case) in cases.iter().enumerate() {
            index.add(at, case);
        }
        index
    }

    /// The cases whose file is called so.
    pub(super) fn called(&self, path: &str) -> &[usize] {
        self.paths.get(path).map_or(&[], Vec::as_slice)
    }

    /// The case that a file belongs to, and which of its documents it is.
    pub(super) fn owner(&self, file: &str) -> Option<(usize, usize)> {
        self.files.get(&file.to_ascii_lowercase()).copied()
    }

    /// A case that stands at the end of the cases now.
    pub(super) fn add(&mut self, at: usize, case: &CaseEntry) {
        self.paths.entry(case.path.clone()).or_default().push(at);
        self.add_files(at, case);
    }

    /// A case that stands in the place of another of the same path.
    pub(super) fn replace(&mut self, at: usize, old: &CaseEntry, new: &CaseEntry) {
        for document in &old.documents {
            let key = document.file.to_ascii_lowercase();
            if self.files.get(&key).is_some_and(|(owner, _)| *owner == at) {
                self.files.remove(&key);
            }
        }
        self.add_files(at, new);
    }

    /// Where two cases have a file of one name, the first keeps it.
    fn add_files(&mut self, at: usize, case: &CaseEntry) {
        for (number, document) in case.documents.iter().enumerate() {
            let key = document.file.to_ascii_lowercase();
            self.files.entry(key).or_insert((at, number));
        }
    }
}
