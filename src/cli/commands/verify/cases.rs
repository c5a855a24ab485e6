//! The cases of a folder of documents, where they are now.

use std::path::PathBuf;

use crate::batch;
use crate::cli::commands::layers;
use crate::diagnostics::{Diagnostic, Findings, code};
use crate::output::manifest::{CaseEntry, Manifest};
use crate::pipeline::Given;
use crate::settings::Flags;

/// A case that is looked at.
pub(super) enum Case<'a> {
    /// It is recorded, and its file was found or not.
    Known(&'a CaseEntry, Option<&'a Given>),
    /// Nothing of it is recorded.
    New(&'a Given),
}

/// Those that are recorded first.
pub(super) fn all<'a>(
    manifest: &'a Manifest,
    given: &'a [Option<Given>],
    unrecorded: &'a [Given],
) -> Vec<Case<'a>> {
    let known = manifest.cases.iter().zip(given);
    let known = known.map(|(entry, given)| Case::Known(entry, given.as_ref()));
    known.chain(unrecorded.iter().map(Case::New)).collect()
}

/// Where a case file is now.
pub(super) fn find(entry: &CaseEntry, cases: &[PathBuf]) -> Option<Given> {
    let given = match cases.is_empty() {
        true => PathBuf::from(entry.from.as_ref()?),
        false => cases.get(entry.source.checked_sub(1)?)?.clone(),
    };
    let (file, from) = match given.is_dir() {
        true => (given.join(&entry.path), Some(&given)),
        false => (given.clone(), None),
    };
    file.is_file().then(|| {
        let given = match from {
            Some(folder) => Given::below(folder, &file, entry.source),
            None => Given::itself(&file, entry.source),
        };
        Given {
            path: entry.path.clone(),
            ..given
        }
    })
}

pub(super) fn beside(given: &[Option<Given>]) -> Flags {
    let found: Vec<Given> = given.iter().flatten().cloned().collect();
    layers::beside(&found)
}

pub(super) fn not_found(paths: &[String]) -> Option<Diagnostic> {
    let first = paths.first()?;
    let message = match paths.len() {
        1 => format!("the case file `{first}` is not where it was"),
        several => format!("{several} case files are not where they were, `{first}` first"),
    };
    let help = "say with `--cases` where they are; of their documents nothing but the files \
                themselves was compared";
    Some(Diagnostic::new(&code::output::NOT_FOUND_AGAIN, message).help(help))
}

/// The cases of which nothing is recorded yet, where a folder keeps the words of all that were
/// given.
pub(super) fn unrecorded(
    manifest: &Manifest,
    cases: &[PathBuf],
) -> Result<(Vec<Given>, Findings), Findings> {
    if !manifest.options.keeps_words() {
        return Ok((Vec::new(), Findings::new()));
    }
    let given = manifest.options.given.iter().flatten().map(PathBuf::from);
    let given = match cases.is_empty() {
        true => given.collect(),
        false => cases.to_vec(),
    };
    if given.is_empty() {
        return Ok((Vec::new(), Findings::new()));
    }
    let (mut found, unread) = batch::cases(&given, None)?;
    let is_recorded = |given: &Given| {
        let mut entries = manifest.cases.iter();
        entries.any(|entry| (entry.source, &entry.path) == (given.source, &given.path))
    };
    // Of what is not there it is said that it is not where it was.
    found.retain(|given| given.file.is_file() && !is_recorded(given));
    Ok((found, unread))
}
