//! A case written whole, also across a kill.
//!
//! The new files are laid ready beside the manifest and flushed; then the step that is to be
//! taken is written down, and only then does the first file take its name. A run that is
//! killed before that leaves nothing behind but what is swept; one that is killed after it
//! is brought to its end by the next run, which finds the step and all its files.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::manifest::{CaseEntry, Input, Store};
use super::write::{Output, flush_folder, folder_finding, make_folder, not_written};
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
const READY: &str = "ready";

/// Where the step is written down.
const STEP: &str = "step.json";

/// Lays the files ready, writes the step down and takes it; the caller holds the lock.
pub(super) fn carry_out(
    root: &Path,
    store: &mut Store,
    step: Step,
    outputs: &[Output],
) -> Result<(), Diagnostic> {
    let ready = store.folder().join(READY);
    make_folder(&ready)?;
    for output in outputs {
        let laid = lay(&ready.join(&output.name), &output.bytes);
        if let Err(error) = laid {
            // What was laid ready is of no use to anybody: nothing of the case changes.
            let _ = fs::remove_dir_all(&ready);
            return Err(not_written(&root.join(&output.name), &error));
        }
    }
    let written = write_down(store.folder(), &step);
    if let Err(error) = written {
        let _ = fs::remove_dir_all(&ready);
        return Err(not_written(&store.folder().join(STEP), &error));
    }
    take(root, store, step)
}

/// Brings to its end what a killed run had begun, and sweeps what it had not.
pub(super) fn mend(root: &Path, store: &mut Store) -> Result<Mended, Diagnostic> {
    let _lock = store.lock()?;
    store.refresh()?;
    let path = store.folder().join(STEP);
    let mut mended = Mended::default();
    if let Some(step) = read_step(&path) {
        mended.finished = Some(step.case.id.clone());
        take(root, store, step)?;
    }
    let ready = store.folder().join(READY);
    mended.swept = files_in(&ready).len();
    remove_all(&ready).map_err(|error| folder_finding(&ready, &error))?;
    Ok(mended)
}

/// Takes a step that is written down: doing it twice is as doing it once.
fn take(root: &Path, store: &mut Store, step: Step) -> Result<(), Diagnostic> {
    let ready = store.folder().join(READY);
    for file in files_in(&ready) {
        let name = file.file_name().unwrap_or_default();
        let target = root.join(name);
        fs::rename(&file, &target).map_err(|error| not_written(&target, &error))?;
    }
    for name in &step.removed {
        let target = root.join(name);
        match fs::remove_file(&target) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(not_written(&target, &error));
            }
            _ => {}
        }
    }
    flush_folder(root).map_err(|error| folder_finding(root, &error))?;
    store.record(step.case, step.inputs)?;
    let path = store.folder().join(STEP);
    fs::remove_file(&path).map_err(|error| not_written(&path, &error))?;
    remove_all(&ready).map_err(|error| folder_finding(&ready, &error))
}

fn lay(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.create_new(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// The step is there whole or not at all.
fn write_down(folder: &Path, step: &Step) -> io::Result<()> {
    flush_folder(&folder.join(READY))?;
    let text = serde_json::to_vec(step).map_err(io::Error::other)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(&text)?;
    file.as_file().sync_all()?;
    file.persist(folder.join(STEP))?;
    flush_folder(folder)
}

fn read_step(path: &Path) -> Option<Step> {
    let bytes = fs::read(path).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// The files that were laid ready, in their order.
fn files_in(ready: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(ready).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.sort();
    files
}

fn remove_all(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
