//! The manifest of an older Concord, in a form that this one does not write: whose files are
//! whose is read from it, so that an upgrade costs nobody a folder. What they were made from
//! is not, so that each is made again.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::file;
use super::office::{CaseEntry, CaseOutcome, DocumentEntry, LeftBehind, Manifest, SCHEMA};
use crate::diagnostics::Diagnostic;
use crate::output::Digest;
use crate::output::shard::{Shard, file_name};

/// What must be known to say whose files are whose. What else stands there is passed over.
#[derive(Deserialize)]
struct Older {
    schema: String,
    program: Program,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Program {
    concord: String,
}

#[derive(Deserialize)]
struct Case {
    source: usize,
    path: String,
    id: String,
    family: Vec<Digest>,
    #[serde(default)]
    left_behind: Vec<LeftBehind>,
    documents: Vec<Document>,
}

#[derive(Deserialize)]
struct Document {
    file: String,
    document: String,
    reader: String,
    about: Option<String>,
    language: String,
    edition: String,
    pages: Option<usize>,
    bytes: usize,
    sha256: Digest,
    mark: String,
}

/// Writes the manifest of an older Concord in the form of this one, with the files that each
/// case owns, and so that of a shard; the version that wrote it. Nothing is done where it is
/// in that form already, cannot be read, or is that of a run that has not ended: whoever uses
/// it says so.
///
/// # Errors
/// `O01` to `O05`.
pub(super) fn take_over(
    folder: &Path,
    shard: Option<Shard>,
    head: &Manifest,
) -> Result<Option<String>, Diagnostic> {
    let of_all = of(folder, None, head)?;
    let of_shard = shard
        .map(|shard| of(folder, Some(shard), head))
        .transpose()?;
    Ok(of_all.or(of_shard.flatten()))
}

fn of(folder: &Path, shard: Option<Shard>, head: &Manifest) -> Result<Option<String>, Diagnostic> {
    let path = folder.join(file_name(shard, "manifest", ".json"));
    let journal = folder.join(file_name(shard, "journal", ""));
    let has_ended = fs::metadata(journal).map_or(true, |there| there.len() == 0);
    let bytes = fs::read(&path).unwrap_or_default();
    let Some(older) = read(&bytes).filter(|_| has_ended) else {
        return Ok(None);
    };
    let cases = older.cases.into_iter().map(|case| Ok(case.entry()));
    file::write(&path, head, cases)?;
    Ok(Some(older.program.concord))
}

/// Whether a manifest is that of an older Concord, from which it can be read whose files are
/// whose.
pub(super) fn is_known(bytes: &[u8]) -> bool {
    read(bytes).is_some()
}

fn read(bytes: &[u8]) -> Option<Older> {
    // That of this one is by far the most often met.
    if serde_json::from_slice::<Manifest>(bytes).is_ok() {
        return None;
    }
    let older: Older = serde_json::from_slice(bytes).ok()?;
    let is_ours = version(&older.program.concord)? <= version(env!("CARGO_PKG_VERSION"))?;
    (older.schema == SCHEMA && is_ours).then_some(older)
}

/// The numbers of a version: those of `0.10.0` are more than those of `0.9.2`.
fn version(text: &str) -> Option<Vec<u64>> {
    let numbers = text.split('.').map(|number| number.parse().ok());
    numbers.collect()
}

impl Case {
    fn entry(self) -> CaseEntry {
        CaseEntry {
            source: self.source,
            path: self.path,
            from: None,
            id: self.id,
            sha256: None,
            family: self.family,
            parts: BTreeMap::new(),
            outcome: CaseOutcome::Whole,
            findings: Vec::new(),
            left_out: Vec::new(),
            left_behind: self.left_behind,
            documents: self.documents.into_iter().map(Document::entry).collect(),
        }
    }
}

impl Document {
    fn entry(self) -> DocumentEntry {
        // No document is made from nothing.
        let nothing = Digest::of(&[]);
        DocumentEntry {
            file: self.file,
            document: self.document,
            reader: self.reader,
            about: self.about,
            language: self.language,
            edition: self.edition,
            pages: self.pages,
            bytes: self.bytes,
            sha256: self.sha256,
            mark: self.mark,
            view: nothing,
            made_from: nothing,
            uses: Vec::new(),
        }
    }
}
