//! The folder in which a manifest stands, with its lock and with the manifests of shards.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::path::Path;
use std::time::SystemTime;

use crate::diagnostics::{Diagnostic, code};
use crate::output::shard::Shard;
use crate::output::write::not_written;

/// Where in the output folder the manifest stands.
pub(crate) const FOLDER: &str = ".concord";

/// The folder's lock; it is let go when this is dropped.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

/// What tells one manifest file from the next: each is a new file that takes the name.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Seen {
    bytes: u64,
    changed: Option<SystemTime>,
    /// Its number on the disk, where the system has one.
    number: u64,
}

impl Seen {
    pub(super) fn of(there: &fs::Metadata) -> Self {
        #[cfg(unix)]
        let number = std::os::unix::fs::MetadataExt::ino(there);
        #[cfg(not(unix))]
        let number = 0;
        Seen {
            bytes: there.len(),
            changed: there.modified().ok(),
            number,
        }
    }
}

/// The shards whose manifests stand in a folder of manifests, in their order.
pub(crate) fn shards(folder: &Path) -> BTreeSet<Shard> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    names.filter_map(|name| Shard::of_manifest(&name)).collect()
}

/// Waits for the lock of a folder of manifests.
pub(crate) fn lock(folder: &Path) -> Result<Lock, Diagnostic> {
    let path = folder.join("lock");
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let locked = options.open(&path).and_then(|file| {
        file.lock()?;
        Ok(Lock { _file: file })
    });
    locked.map_err(|error| not_written(&path, &error))
}

/// `O23`: some shards of the folder were built, and its manifest knows nothing of them.
pub(crate) fn not_merged(out: &Path, other: Shard) -> Diagnostic {
    let out = out.display();
    let message = format!(
        "`{out}` holds some of {} shards, and they are not merged",
        other.of()
    );
    Diagnostic::new(&code::output::NOT_MERGED, message).help(format!(
        "build those of the {} that are missing, then `concord manifest merge {out}`",
        other.of()
    ))
}

/// `O11`.
pub(super) fn in_the_way(folder: &Path) -> Diagnostic {
    let message = format!(
        "`{}` is not a folder of this program's own",
        folder.display()
    );
    Diagnostic::new(&code::output::LINK, message)
        .help("move away what stands there, or name another folder with `--out`")
}
