//! A case written whole, also across a kill.
//!
//! The new files are laid ready beside the manifest and flushed; then the step that is to be
//! taken is written down, and only then does the first file take its name. A run that is
//! killed before that leaves nothing behind but what is swept; one that is killed after it
//! is brought to its end by the next run, which finds the step and all its files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::manifest::{CaseEntry, Input, Store};
use super::refusal;
use super::write::{
    Output, flush_folder, folder_finding, link_on_the_way, make_folder, not_written,
};
use crate::diagnostics::Diagnostic;

/// What is done for one case: the files that were laid ready take their names, others go,
/// and the case is recorded.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Step {
    /// The case, as it is to be recorded.
    pub(super) case: CaseEntry,
    /// The inputs of its documents.
    pub(super) inputs: BTreeMap<String, Input>,
    /// The files that go, below the output folder.
    pub(super) removed: Vec<String>,
}

/// What a run that was killed had left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mended {
    /// What the files of the case begin with that was being written, and is whole now.
    pub finished: Option<String>,
    /// How many files had been laid ready for nothing and were swept.
    pub swept: usize,
}

/// Where files are laid ready.
fn ready_of(store: &Store) -> PathBuf {
    store.beside("ready", "")
}

/// Where the step is written down.
fn step_of(store: &Store) -> PathBuf {
    store.beside("step", ".json")
}

/// Lays the files ready, writes the step down and takes it; the caller holds the lock.
pub(super) fn carry_out(
    root: &Path,
    store: &mut Store,
    step: Step,
    outputs: &[Output],
) -> Result<(), Diagnostic> {
    let ready = ready_of(store);
    make_folder(&ready)?;
    for output in outputs {
        if let Err(error) = lay(&ready, output) {
            // What was laid ready is of no use to anybody: nothing of the case changes.
            let _ = fs::remove_dir_all(&ready);
            return Err(not_written(&root.join(&output.name), &error));
        }
    }
    let written = write_down(store, &step);
    if let Err(error) = written {
        let _ = fs::remove_dir_all(&ready);
        return Err(not_written(&step_of(store), &error));
    }
    take(root, store, step)
}

/// Brings to its end what a killed run had begun, and sweeps what it had not.
pub(super) fn mend(root: &Path, store: &mut Store) -> Result<Mended, Diagnostic> {
    let _lock = store.lock()?;
    store.refresh()?;
    let path = step_of(store);
    let mut mended = Mended::default();
    if let Some(step) = read_step(&path) {
        mended.finished = Some(step.case.id.clone());
        take(root, store, step)?;
    }
    let ready = ready_of(store);
    mended.swept = files_in(&ready).len();
    remove_all(&ready).map_err(|error| folder_finding(&ready, &error))?;
    Ok(mended)
}

/// Takes a step that is written down: doing it twice is as doing it once.
fn take(root: &Path, store: &mut Store, step: Step) -> Result<(), Diagnostic> {
    let ready = ready_of(store);
    for name in files_in(&ready) {
        let target = below(root, &name)?;
        fs::rename(ready.join(&name), &target).map_err(|error| not_written(&target, &error))?;
    }
    for name in &step.removed {
        remove(root, Path::new(name))?;
    }
    flush(root, &step.case).map_err(|error| folder_finding(root, &error))?;
    store.record(step.case, step.inputs)?;
    let path = step_of(store);
    fs::remove_file(&path).map_err(|error| not_written(&path, &error))?;
    remove_all(&ready).map_err(|error| folder_finding(&ready, &error))
}

fn lay(ready: &Path, output: &Output) -> io::Result<()> {
    let path = ready.join(&output.name);
    fs::create_dir_all(path.parent().unwrap_or(ready))?;
    let mut options = fs::OpenOptions::new();
    options.create_new(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&path)?;
    file.write_all(&output.bytes)?;
    file.sync_all()
}

/// Where a file takes its name, in a folder that is made for it; no link on the way is
/// followed.
fn below(root: &Path, name: &Path) -> Result<PathBuf, Diagnostic> {
    if let Some(link) = link_on_the_way(root, name) {
        return Err(refusal::link_on_the_way(&link));
    }
    let target = root.join(name);
    let folder = target.parent().unwrap_or(root);
    make_folder(folder)?;
    Ok(target)
}

/// Takes a file away, and the folders that are empty then.
fn remove(root: &Path, name: &Path) -> Result<(), Diagnostic> {
    if let Some(link) = link_on_the_way(root, name) {
        return Err(refusal::link_on_the_way(&link));
    }
    let target = root.join(name);
    match fs::remove_file(&target) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(not_written(&target, &error));
        }
        _ => {}
    }
    let folders = name.ancestors().skip(1);
    for folder in folders.filter(|folder| *folder != Path::new("")) {
        // A folder that holds something is left as it is.
        let _ = fs::remove_dir(root.join(folder));
    }
    Ok(())
}

/// Every folder that a file of the case took its name in.
fn flush(root: &Path, case: &CaseEntry) -> io::Result<()> {
    let files = case
        .documents
        .iter()
        .map(|document| Path::new(&document.file));
    let folders = files.flat_map(|file| file.ancestors().skip(1));
    let folders: BTreeSet<&Path> = folders.collect();
    let there = folders.into_iter().map(|folder| root.join(folder));
    let mut there = there.filter(|folder| folder.is_dir());
    there.try_for_each(|folder| flush_folder(&folder))
}

/// The step is there whole or not at all.
fn write_down(store: &Store, step: &Step) -> io::Result<()> {
    let (folder, ready) = (store.folder(), ready_of(store));
    for laid in files_in(&ready) {
        flush_folder(ready.join(laid).parent().unwrap_or(folder))?;
    }
    let text = serde_json::to_vec(step).map_err(io::Error::other)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(&text)?;
    file.as_file().sync_all()?;
    file.persist(step_of(store))?;
    flush_folder(folder)
}

fn read_step(path: &Path) -> Option<Step> {
    let bytes = fs::read(path).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// The files that were laid ready, by their names below the output folder, in their order.
fn files_in(ready: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(ready.join(&folder)).into_iter().flatten();
        for entry in entries.flatten() {
            let name = folder.join(entry.file_name());
            match entry.path().is_dir() {
                true => folders.push(name),
                false => files.push(name),
            }
        }
    }
    files.sort();
    files
}

fn remove_all(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
