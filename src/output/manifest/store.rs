//! The manifest of an output folder with the journal of the run that is under way.
//!
//! Whoever looks or writes holds the folder's lock, so that two runs in one folder see
//! each other's cases and none is lost.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::index::Index;
use super::journal::{Journal, Line};
use super::office::{CaseEntry, DocumentEntry, Input, Manifest, Options, Program, SCHEMA};
use crate::diagnostics::{Diagnostic, code};
use crate::output::write::{flush_folder, folder_finding, make_folder, not_written};

/// What a folder holds, and where that stands.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    manifest: Manifest,
    journal: Journal,
    index: Index,
    /// The manifest file that was read.
    seen: Option<Seen>,
}

/// What tells one manifest file from the next: each is a new file that takes the name.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    bytes: u64,
    changed: Option<SystemTime>,
    /// Its number on the disk, where the system has one.
    number: u64,
}

impl Seen {
    fn of(there: &fs::Metadata) -> Self {
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

/// The folder's lock; it is let go when this is dropped.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Store {
    /// The store of an output folder, which is made where it is not there.
    ///
    /// # Errors
    /// `O01` to `O05` for a folder that cannot be used, `O08` for a manifest that is
    /// damaged or of another form, `O11` where a link stands in its place.
    pub fn open(out: &Path, program: Program, options: Options) -> Result<Self, Diagnostic> {
        let folder = out.join(FOLDER);
        if fs::symlink_metadata(&folder).is_ok_and(|there| !there.is_dir()) {
            return Err(in_the_way(&folder));
        }
        make_folder(&folder)?;
        let mut store = Store {
            journal: Journal::of(&folder),
            manifest: Manifest::new(program.clone(), options.clone()),
            index: Index::default(),
            seen: None,
            folder,
        };
        let _lock = store.lock()?;
        store.refresh()?;
        store.manifest.program = program;
        store.manifest.options = options;
        Ok(store)
    }

    /// The folder of the manifest, inside the output folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Waits for the folder's lock.
    pub(crate) fn lock(&self) -> Result<Lock, Diagnostic> {
        let path = self.folder.join("lock");
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

    /// Takes in what other runs have recorded; the caller holds the lock.
    pub(crate) fn refresh(&mut self) -> Result<(), Diagnostic> {
        let path = self.path();
        let there = match fs::metadata(&path) {
            Ok(there) => Some(Seen::of(&there)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(not_written(&path, &error)),
        };
        if there != self.seen {
            if there.is_some() {
                let bytes = fs::read(&path).map_err(|error| not_written(&path, &error))?;
                let read = parse(&path, &bytes)?;
                self.index = Index::of(&read.cases);
                self.manifest.cases = read.cases;
                self.manifest.inputs = read.inputs;
                self.manifest.complete = read.complete;
            }
            self.journal = Journal::of(&self.folder);
            self.seen = there;
        }
        let news = self.journal.news();
        for line in news.map_err(|error| not_written(&path, &error))? {
            self.take_in(line);
        }
        Ok(())
    }

    /// What was recorded of a case.
    pub fn entry(&self, path: &str, family: &[super::Digest]) -> Option<&CaseEntry> {
        self.called(path).find(|case| is_same(case, path, family))
    }

    /// What was recorded of the cases whose file is called so.
    pub fn called(&self, path: &str) -> impl Iterator<Item = &CaseEntry> {
        let called = self.index.called(path).iter();
        called.map(|at| &self.manifest.cases[*at])
    }

    /// The case that a file belongs to, and what was recorded of the file.
    pub fn owner(&self, file: &str) -> Option<(&CaseEntry, &DocumentEntry)> {
        let (case, document) = self.index.owner(file)?;
        let case = &self.manifest.cases[case];
        Some((case, &case.documents[document]))
    }

    /// The manifest as it stands.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Records a case; the caller holds the lock.
    pub(crate) fn record(
        &mut self,
        case: CaseEntry,
        inputs: BTreeMap<String, Input>,
    ) -> Result<(), Diagnostic> {
        let line = Line { case, inputs };
        let path = self.path();
        self.journal
            .append(&line)
            .and_then(|()| self.journal.news())
            .map(|news| news.into_iter().for_each(|line| self.take_in(line)))
            .map_err(|error| not_written(&path, &error))
    }

    /// Writes the manifest and forgets the journal: the run has ended, at its end or before.
    ///
    /// # Errors
    /// `O01` to `O05`: a run whose manifest cannot be written has failed.
    pub fn close(mut self, complete: bool) -> Result<(), Diagnostic> {
        let _lock = self.lock()?;
        self.refresh()?;
        self.manifest.complete = complete;
        self.manifest.sort();
        let path = self.path();
        let written = self.write(&path).and_then(|()| self.journal.clear());
        written.map_err(|error| not_written(&path, &error))?;
        flush_folder(&self.folder).map_err(|error| folder_finding(&self.folder, &error))
    }

    fn write(&self, path: &Path) -> io::Result<()> {
        let mut text = serde_json::to_string_pretty(&self.manifest).map_err(io::Error::other)?;
        text.push('\n');
        let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
        file.write_all(text.as_bytes())?;
        file.as_file().sync_all()?;
        file.persist(path)?;
        Ok(())
    }

    fn take_in(&mut self, line: Line) {
        let Line { case, inputs } = line;
        self.manifest.inputs.extend(inputs);
        let cases = &mut self.manifest.cases;
        let is_known = |at: &usize| is_same(&cases[*at], &case.path, &case.family);
        let known: Vec<usize> = self.index.called(&case.path).to_vec();
        let known: Vec<usize> = known.into_iter().filter(is_known).collect();
        match known[..] {
            [] => {
                self.index.add(cases.len(), &case);
                cases.push(case);
            }
            [at] => {
                self.index.replace(at, &cases[at], &case);
                cases[at] = case;
            }
            // A case that could not be read has no family, and is any of its name.
            _ => {
                cases.retain(|known| !is_same(known, &case.path, &case.family));
                cases.push(case);
                self.index = Index::of(cases);
            }
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.join("manifest.json")
    }
}

/// Where in the output folder the manifest stands.
pub(super) const FOLDER: &str = ".concord";

/// Whether an entry is of the case that has this path and family: a case file may be called
/// as another family's is, and a file that could not be read has no family.
pub(super) fn is_same(entry: &CaseEntry, path: &str, family: &[super::Digest]) -> bool {
    let related = entry.family.iter().any(|child| family.contains(child));
    entry.path == path && (related || entry.family.is_empty() || family.is_empty())
}

pub(super) fn parse(path: &Path, bytes: &[u8]) -> Result<Manifest, Diagnostic> {
    let form = |value: &serde_json::Value| {
        let schema = value.get("schema").and_then(serde_json::Value::as_str);
        schema.map(str::to_owned)
    };
    let tree: Option<serde_json::Value> = serde_json::from_slice(bytes).ok();
    let help = "build into another folder; nothing in this one was touched";
    match tree.as_ref().and_then(form) {
        Some(known) if known == SCHEMA => {}
        Some(other) => {
            let shown = path.display();
            let message =
                format!("`{shown}` is of the form `{other}`, and this program reads `{SCHEMA}`");
            return Err(Diagnostic::new(&code::output::MANIFEST, message).help(help));
        }
        None => return Err(damaged(path, help)),
    }
    let typed = tree.and_then(|tree| serde_json::from_value(tree).ok());
    typed.ok_or_else(|| damaged(path, help))
}

fn damaged(path: &Path, help: &str) -> Diagnostic {
    let message = format!("`{}` is damaged", path.display());
    Diagnostic::new(&code::output::MANIFEST, message).help(help)
}

fn in_the_way(folder: &Path) -> Diagnostic {
    let message = format!(
        "`{}` is not a folder of this program's own",
        folder.display()
    );
    Diagnostic::new(&code::output::LINK, message)
        .help("move away what stands there, or name another folder with `--out`")
}
