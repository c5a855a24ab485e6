//! The manifests of all shards of a run as one, as if there had been one run.
//!
//! Shards that were built into one folder leave their documents where they are; of several
//! folders the documents are written into another.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::Digest;
use super::folder::{CaseFiles, Folder};
use super::manifest::{self, CaseEntry, CaseOutcome, FOLDER, Input, Store};
use super::shard::{Shard, file_name};
use super::write::{Output, flush_folder, folder_finding, not_written};
use crate::diagnostics::{Diagnostic, Findings, code};

/// What was merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// How many shards.
    pub shards: usize,
    /// How many cases.
    pub cases: usize,
    /// How many documents they have.
    pub documents: usize,
}

/// A shard, and the folder that it was built into.
struct Part<'a> {
    root: &'a Path,
    shard: Shard,
    store: Store,
}

/// Makes one manifest of those of all shards in these folders. Where `out` is the one folder
/// they stand in, nothing else is written there; else their documents are written into it.
///
/// # Errors
/// `O09` where not all shards are there, whole and of one run; `O06` where two cases have one
/// folder: nothing is merged then. For other folders also those of [`Folder::write`]: what
/// was written before is whole, and the same command goes on.
pub fn merge(folders: &[PathBuf], out: &Path) -> Result<Merged, Findings> {
    let is_in_place = matches!(folders, [only] if only == out);
    let _lock = match is_in_place && out.join(FOLDER).is_dir() {
        true => Some(manifest::lock(&out.join(FOLDER))?),
        false => None,
    };
    let parts = parts(folders)?;
    all_of_one_run(&parts, folders, out)?;
    let (cases, documents) = apart(&parts)?;
    match is_in_place {
        true => in_place(&parts, out)?,
        false => copy(&parts, out)?,
    }
    Ok(Merged {
        shards: parts.len(),
        cases,
        documents,
    })
}

fn parts(folders: &[PathBuf]) -> Result<Vec<Part<'_>>, Diagnostic> {
    let mut parts = Vec::new();
    for root in folders {
        let folder = root.join(FOLDER);
        for shard in manifest::shards(&folder) {
            let store = Store::look(&folder, Some(shard))?;
            parts.push(Part { root, shard, store });
        }
    }
    parts.sort_by_key(|part| part.shard);
    Ok(parts)
}

/// Lets shards pass that are there, each once, whole, and asked for the same.
fn all_of_one_run(parts: &[Part<'_>], folders: &[PathBuf], out: &Path) -> Result<(), Diagnostic> {
    let Some(first) = parts.first() else {
        let folder = folders.first().map_or(out, PathBuf::as_path).display();
        let help = "name the folders that `concord build` with `--shard` wrote into";
        return refused(format!("`{folder}` holds no shard"), help.to_owned());
    };
    let of = first.shard.of();
    if let Some(other) = parts.iter().find(|part| part.shard.of() != of) {
        let message = format!(
            "shards of {of} and of {} cannot be merged",
            other.shard.of()
        );
        return refused(message, "build all cases in as many shards".to_owned());
    }
    each_once_and_whole(parts, of)?;
    let same = |part: &&Part<'_>| {
        let (one, other) = (first.store.head(), part.store.head());
        one.program == other.program && one.options == other.options
    };
    match parts.iter().find(|part| !same(part)) {
        None => Ok(()),
        Some(other) => refused(
            format!(
                "shards {} and {} were asked for other things, or made by other programs",
                first.shard, other.shard
            ),
            "build one of them again as the other was".to_owned(),
        ),
    }
}

fn each_once_and_whole(parts: &[Part<'_>], of: u32) -> Result<(), Diagnostic> {
    for part in parts.windows(2) {
        if let [one, next] = part
            && one.shard == next.shard
        {
            let (one, shard, next) = (one.root.display(), one.shard, next.root.display());
            let message = format!("shard {shard} is there twice, in `{one}` and in `{next}`");
            return refused(message, "name the one that is meant".to_owned());
        }
    }
    let there: BTreeSet<u32> = parts.iter().map(|part| part.shard.index()).collect();
    if let Some(missing) = (1..=of).find(|index| !there.contains(index)) {
        let message = format!("shard {missing} of {of} is not there");
        let help = format!("build it with `--shard {missing}/{of}` and merge again");
        return refused(message, help);
    }
    if let Some(part) = parts.iter().find(|part| !part.store.head().complete) {
        let (shard, index) = (part.shard, part.shard.index());
        let message = format!("shard {shard} has not come to its end");
        let help = format!("build it again with `--shard {index}/{of}`: what is whole is kept");
        return refused(message, help);
    }
    Ok(())
}

/// `O09`.
fn refused(message: String, help: String) -> Result<(), Diagnostic> {
    Err(Diagnostic::new(&code::output::SHARDS, message).help(help))
}

/// Lets shards pass of which no two have documents in one folder, and counts cases and
/// documents. Within a shard its own run has seen to that.
fn apart(parts: &[Part<'_>]) -> Result<(usize, usize), Findings> {
    let mut folders: BTreeMap<String, (Shard, String)> = BTreeMap::new();
    let mut found = Findings::new();
    let (mut cases, mut documents) = (0, 0);
    for part in parts {
        for case in part.store.cases() {
            let case = case?;
            cases += 1;
            documents += case.documents.len();
            let tops = case.documents.iter().map(|document| top(&document.file));
            for folder in tops.collect::<BTreeSet<&str>>() {
                let claim = (part.shard, case.path.clone());
                let key = folder.to_ascii_lowercase();
                let known = folders.entry(key).or_insert_with(|| claim.clone());
                if known.0 != claim.0 {
                    found.push(in_one_folder(folder, known, &claim));
                }
            }
        }
    }
    match found.is_empty() {
        true => Ok((cases, documents)),
        false => Err(found),
    }
}

fn top(file: &str) -> &str {
    file.split_once('/').map_or(file, |(top, _)| top)
}

/// `O06`.
fn in_one_folder(folder: &str, one: &(Shard, String), other: &(Shard, String)) -> Diagnostic {
    let message = format!(
        "`{}` of shard {} and `{}` of shard {} have both written into `{folder}`",
        one.1, one.0, other.1, other.0
    );
    Diagnostic::new(&code::output::SAME_NAME, message).help(
        "give each a number or an `id` of its own and build their shards again; nothing was merged",
    )
}

/// The manifest first: a merge that is killed after it is done again by building and merging.
fn in_place(parts: &[Part<'_>], out: &Path) -> Result<(), Diagnostic> {
    let folder = out.join(FOLDER);
    let stores: Vec<&Store> = parts.iter().map(|part| &part.store).collect();
    let merged = folder.join(file_name(None, "manifest", ".json"));
    manifest::write_merged(&merged, &stores)?;
    let failed = |error| folder_finding(&folder, &error);
    flush_folder(&folder).map_err(failed)?;
    for part in parts {
        let path = part.store.beside("manifest", ".json");
        fs::remove_file(&path).map_err(|error| not_written(&path, &error))?;
    }
    flush_folder(&folder).map_err(failed)
}

fn copy(parts: &[Part<'_>], out: &Path) -> Result<(), Findings> {
    let Some(first) = parts.first() else {
        return Ok(());
    };
    let head = first.store.head();
    let mut folder = Folder::open(out, head.program.clone(), head.options.clone(), None)?;
    for part in parts {
        for case in part.store.cases() {
            let case = case?;
            let is_whole = case.outcome == CaseOutcome::Whole;
            if !is_whole && case.documents.is_empty() {
                folder.record_refused(case)?;
                continue;
            }
            let files = CaseFiles {
                outputs: outputs(part, &case)?,
                inputs: inputs(part, &case),
                entry: case,
            };
            // What the shard has taken away is taken away here.
            folder.write(files, |_| !is_whole)?;
        }
    }
    Ok(folder.close(true)?)
}

/// The documents of a case as they were written.
fn outputs(part: &Part<'_>, case: &CaseEntry) -> Result<Vec<Output>, Diagnostic> {
    let documents = case.documents.iter();
    let outputs = documents.map(|document| {
        let path = part.root.join(&document.file);
        let bytes = fs::read(&path).ok();
        let bytes = bytes.filter(|bytes| Digest::of(bytes) == document.sha256);
        let name = document.file.clone();
        bytes.map(|bytes| Output { name, bytes }).ok_or_else(|| {
            let message = format!("`{}` is not as it was written", path.display());
            let (index, of) = (part.shard.index(), part.shard.of());
            Diagnostic::new(&code::output::SHARDS, message)
                .help(format!("build the shard again with `--shard {index}/{of}`"))
        })
    });
    outputs.collect()
}

fn inputs(part: &Part<'_>, case: &CaseEntry) -> BTreeMap<String, Input> {
    let used = case.documents.iter().flat_map(|document| &document.uses);
    let known = part.store.inputs();
    let inputs = used.filter_map(|key| Some((key.clone(), known.get(key)?.clone())));
    inputs.collect()
}
