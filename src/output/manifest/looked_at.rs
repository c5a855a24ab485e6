//! An output folder that is looked at and not touched.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::index::is_same;
use super::journal::Journal;
use super::office::{CaseEntry, DocumentEntry, Manifest};
use super::place::{FOLDER, not_merged, shards};
use super::reader;
use super::{file, older, places};
use crate::diagnostics::{Diagnostic, code};
use crate::output::Digest;

/// An output folder, and what its manifest says of it.
#[derive(Debug)]
pub struct LookedAt {
    root: PathBuf,
    /// Where its documents are.
    documents: PathBuf,
    manifest: Manifest,
}

/// How a file stands beside what was recorded of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// As it was written.
    AsWritten,
    /// There is another in its place.
    Altered,
    /// It is gone.
    Missing,
}

impl LookedAt {
    /// Reads the manifest of an output folder, with what a run that has not ended recorded.
    ///
    /// # Errors
    /// `O20` where there is none, `O23` where shards are not merged, `O08` for one that is
    /// damaged or of another form, which says what can still be said of the files.
    pub fn open(root: &Path) -> Result<Self, Diagnostic> {
        let folder = root.join(FOLDER);
        if let Some(shard) = shards(&folder).into_iter().next() {
            return Err(not_merged(root, shard));
        }
        let path = folder.join("manifest.json");
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(none(root)),
            Err(error) => {
                let message = format!("`{}` cannot be read: {}", path.display(), error.kind());
                return Err(Diagnostic::new(&code::output::FOLDER, message)
                    .help("make it readable; a manifest is its owner's alone"));
            }
        };
        let mut manifest = file::parse(&path, &bytes).map_err(|finding| {
            let files = named(&bytes);
            let there = files.iter().filter(|file| root.join(file).is_file());
            let mend = match older::is_known(&bytes) {
                true => "build its cases into it again, which takes the folder over",
                false => "use the program that wrote it, or build anew into another folder",
            };
            finding.help(format!(
                "{mend}; what can still be said: {} of {} files that it names are there",
                there.count(),
                files.len()
            ))
        })?;
        let keys: Vec<String> = manifest.inputs.keys().cloned().collect();
        for case in &mut manifest.cases {
            places::unpack(case, &keys).ok_or_else(|| file::damaged(&path))?;
        }
        let news = Journal::at(folder.join("journal")).news(|line, _| {
            let case = line.case;
            let is_it =
                |known: &CaseEntry| known.path == case.path && is_same(&known.family, &case.family);
            manifest.cases.retain(|known| !is_it(known));
            manifest.cases.push(case);
            manifest.inputs.extend(line.inputs);
        });
        // Of a journal that cannot be read what was read before is known.
        let _ = news;
        Ok(LookedAt {
            root: root.to_owned(),
            documents: root.to_owned(),
            manifest,
        })
    }

    /// The same manifest, of documents that are in another folder.
    ///
    /// # Errors
    /// `O28` where none of them is there.
    pub fn with_documents_in(self, folder: &Path) -> Result<Self, Diagnostic> {
        let moved = LookedAt {
            documents: folder.to_owned(),
            ..self
        };
        let mut documents = moved.manifest.cases.iter().flat_map(|case| &case.documents);
        match documents.any(|document| moved.standing(document) != Standing::Missing) {
            true => Ok(moved),
            false => Err(not_there(&moved.root, folder)),
        }
    }

    /// What it says.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// How a file stands.
    pub fn standing(&self, document: &DocumentEntry) -> Standing {
        match self.bytes(&document.file) {
            None => Standing::Missing,
            Some(bytes) if Digest::of(&bytes) == document.sha256 => Standing::AsWritten,
            Some(_) => Standing::Altered,
        }
    }

    /// Whether a case file holds the very text that was recorded of it.
    pub fn holds(&self, case: &CaseEntry, file: &Path) -> bool {
        let bytes = fs::read(file).ok();
        bytes.is_some_and(|bytes| case.sha256 == Some(Digest::of(&bytes)))
    }

    /// What stands in a file.
    pub fn bytes(&self, file: &str) -> Option<Vec<u8>> {
        fs::read(self.documents.join(file)).ok()
    }

    /// The files below the folder that no case of it made, sorted.
    pub fn foreign(&self) -> Vec<String> {
        let documents = self.manifest.cases.iter().flat_map(|case| &case.documents);
        let left = self
            .manifest
            .cases
            .iter()
            .flat_map(|case| &case.left_behind);
        let handed_over = self.manifest.cases.iter().flat_map(reader::handed_over);
        let handed_over =
            handed_over.filter(|one| self.bytes(&one.name) == Some(one.bytes.clone()));
        let known: BTreeSet<String> = documents
            .map(|document| document.file.clone())
            .chain(left.map(|left| left.file.clone()))
            .chain(handed_over.map(|one| one.name))
            .collect();
        let mut found = Vec::new();
        files(&self.root, "", &mut found);
        found.retain(|file| !known.contains(file));
        found.sort();
        found
    }
}

/// The files of a folder and below it, but those of the manifest.
fn files(folder: &Path, below: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let file = format!("{below}{name}");
        match entry.file_type() {
            Ok(kind) if kind.is_dir() && file != FOLDER => {
                files(&entry.path(), &format!("{file}/"), found);
            }
            Ok(kind) if kind.is_dir() => {}
            _ => found.push(file),
        }
    }
}

/// The files that a manifest names, whatever else is wrong with it.
fn named(bytes: &[u8]) -> BTreeSet<String> {
    let text = String::from_utf8_lossy(bytes);
    let named = text.split("\"file\"").skip(1).filter_map(|rest| {
        let value = rest.trim_start().strip_prefix(':')?.trim_start();
        let end = value.get(1..)?.find('"')? + 2;
        serde_json::from_str(value.get(..end)?).ok()
    });
    named.collect()
}

fn not_there(root: &Path, folder: &Path) -> Diagnostic {
    let (root, folder) = (root.display(), folder.display());
    let message = format!("`{folder}` has no document as the manifest of `{root}` names it");
    let help = format!(
        "name the folder in which these documents are now; what another build wrote is compared \
         by its own manifest, with `concord verify {folder}`"
    );
    Diagnostic::new(&code::output::NOT_THE_DOCUMENTS, message).help(help)
}

fn none(root: &Path) -> Diagnostic {
    let message = format!("`{}` has no manifest", root.display());
    Diagnostic::new(&code::output::NO_MANIFEST, message)
        .help("name a folder that `concord build` wrote into")
}
