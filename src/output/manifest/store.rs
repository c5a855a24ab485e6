//! The manifest of an output folder with the journal of the run that is under way. Whoever
//! writes holds the folder's lock, so that two runs in one folder see each other's cases and
//! none is lost. Cases stay on the disk and are read when they are asked for: a run over ten
//! thousand holds hardly more than one over ten.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::index::{Index, Slot};
use super::journal::{Journal, Line};
use super::office::{CaseEntry, Input, Manifest, Options, Program};
use super::place::{FOLDER, Lock, Seen, in_the_way, lock, not_merged, shards};
use super::{file, older, places};
use crate::diagnostics::Diagnostic;
use crate::output::Digest;
use crate::output::shard::{Shard, file_name};
use crate::output::write::{flush_folder, folder_finding, make_folder, not_written};

/// What a folder holds, and where that stands.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    shard: Option<Shard>,
    /// All but the cases.
    head: Manifest,
    /// The inputs of the manifest file, in its order.
    keys: Vec<String>,
    journal: Journal,
    index: Index,
    /// The manifest file that was read.
    seen: Option<Seen>,
    /// The older Concord whose manifest this one has taken over.
    taken_over: Option<String>,
}

impl Store {
    /// The store of an output folder, which is made where it is not there, for a run that
    /// begins: until it is closed the manifest says that the run has not come to its end.
    ///
    /// # Errors
    /// `O01` to `O05` for a folder that cannot be used, `O08` for a manifest that is
    /// damaged or of another form, `O11` where a link stands in its place, `O23` where
    /// there are shards of which this is none.
    pub fn open(
        out: &Path,
        program: Program,
        options: Options,
        shard: Option<Shard>,
    ) -> Result<Self, Diagnostic> {
        let folder = out.join(FOLDER);
        if fs::symlink_metadata(&folder).is_ok_and(|there| !there.is_dir()) {
            return Err(in_the_way(&folder));
        }
        make_folder(&folder)?;
        let head = Manifest::new(program.clone(), options.clone());
        let mut store = Store::of(folder, head, shard);
        let _lock = store.lock()?;
        if let Some(other) = shards(&store.folder)
            .into_iter()
            .find(|other| shard.is_none_or(|shard| shard.of() != other.of()))
        {
            return Err(not_merged(out, other));
        }
        store.taken_over = older::take_over(&store.folder, shard, &store.head)?;
        store.begin_with_merged()?;
        store.refresh()?;
        store.head.program = program;
        store.head.options = options;
        store.write(false)?;
        store.refresh()?;
        Ok(store)
    }

    /// What is recorded of a shard, or of a folder without shards; nothing is written.
    pub(crate) fn look(folder: &Path, shard: Option<Shard>) -> Result<Self, Diagnostic> {
        let path = folder.join(file_name(shard, "manifest", ".json"));
        let head = file::read(&path, drop)?;
        let mut store = Store::of(folder.to_owned(), head, shard);
        store.refresh()?;
        Ok(store)
    }

    /// Whether an output folder has a manifest, and none of shards.
    pub(crate) fn is_of_one_run(out: &Path) -> bool {
        let folder = out.join(FOLDER);
        let manifest = folder.join(file_name(None, "manifest", ".json"));
        manifest.exists() && shards(&folder).is_empty()
    }

    fn of(folder: PathBuf, head: Manifest, shard: Option<Shard>) -> Self {
        Store {
            journal: Journal::at(folder.join(file_name(shard, "journal", ""))),
            head,
            keys: Vec::new(),
            index: Index::default(),
            seen: None,
            taken_over: None,
            shard,
            folder,
        }
    }

    /// The version of an older Concord whose manifest this run has taken over.
    pub(crate) fn taken_over(&self) -> Option<&str> {
        self.taken_over.as_deref()
    }

    /// A shard goes on from what was merged before: from those of its cases that are its own.
    fn begin_with_merged(&self) -> Result<(), Diagnostic> {
        let merged = self.folder.join(file_name(None, "manifest", ".json"));
        let Some(shard) = self.shard else {
            return Ok(());
        };
        if self.path().exists() || !merged.exists() {
            return Ok(());
        }
        let merged = Store::look(&self.folder, None)?;
        let own = |slot: &&Slot| shard.holds(&slot.brief.path);
        let cases = merged.index.slots().iter().filter(own);
        let cases: Vec<(&Store, &Slot)> = cases.map(|slot| (&merged, slot)).collect();
        write(&self.path(), merged.head.clone(), cases)
    }

    /// The folder of the manifest, inside the output folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The shard that it is of.
    pub(crate) fn shard(&self) -> Option<Shard> {
        self.shard
    }

    /// A file beside the manifest that no other shard has.
    pub(crate) fn beside(&self, stem: &str, ending: &str) -> PathBuf {
        self.folder.join(file_name(self.shard, stem, ending))
    }

    /// Waits for the folder's lock.
    pub(crate) fn lock(&self) -> Result<Lock, Diagnostic> {
        lock(&self.folder)
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
                let mut index = Index::default();
                let read = file::read(&path, |slot| index.put(slot))?;
                self.index = index;
                self.keys = read.inputs.keys().cloned().collect();
                self.head.inputs = read.inputs;
                self.head.complete = read.complete;
            }
            self.journal = Journal::at(self.journal.path().clone());
            self.seen = there;
        }
        self.read_journal()
    }

    fn read_journal(&mut self) -> Result<(), Diagnostic> {
        let Store {
            journal,
            index,
            head,
            ..
        } = self;
        let news = journal.news(|line, at| line.enter(at, index, &mut head.inputs));
        news.map_err(|error| not_written(journal.path(), &error))
    }

    /// What was recorded of a case.
    ///
    /// # Errors
    /// `O08`, and `O01` to `O05` where the machine fails.
    pub fn entry(&self, path: &str, family: &[Digest]) -> Result<Option<CaseEntry>, Diagnostic> {
        let first = self.index.same(path, family).next();
        first
            .map(|at| self.read(&self.index.slots()[at]))
            .transpose()
    }

    /// What was recorded of the cases whose file is called so.
    ///
    /// # Errors
    /// As [`Store::entry`].
    pub fn called(&self, path: &str) -> Result<Vec<CaseEntry>, Diagnostic> {
        let called = self.index.called(path);
        called
            .map(|at| self.read(&self.index.slots()[at]))
            .collect()
    }

    /// The paths of the other cases that have documents in the folder in which a file stands.
    pub fn others_beside<'a>(
        &'a self,
        file: &str,
        (path, family): (&str, &[Digest]),
    ) -> impl Iterator<Item = &'a str> {
        let own = self.index.same(path, family).next();
        let beside = self.index.beside(file);
        let others = beside.filter(move |at| Some(*at) != own);
        others.map(|at| &*self.index.slots()[at].brief.path)
    }

    /// What took part in the documents.
    pub fn inputs(&self) -> &BTreeMap<String, Input> {
        &self.head.inputs
    }

    /// All but the cases.
    pub(crate) fn head(&self) -> &Manifest {
        &self.head
    }

    /// The cases, each as it is asked for.
    pub(crate) fn cases(&self) -> impl Iterator<Item = Result<CaseEntry, Diagnostic>> {
        self.index.slots().iter().map(|slot| self.read(slot))
    }

    fn read(&self, slot: &Slot) -> Result<CaseEntry, Diagnostic> {
        let path = match slot.at.in_journal {
            true => self.journal.path().clone(),
            false => self.path(),
        };
        let line = file::at(&path, slot.at).map_err(|error| not_written(&path, &error))?;
        let case = match slot.at.in_journal {
            true => serde_json::from_slice(&line)
                .ok()
                .map(|line: Line| line.case),
            false => serde_json::from_slice(file::case_of(&line))
                .ok()
                .and_then(|mut case| places::unpack(&mut case, &self.keys).map(|()| case)),
        };
        let case = case.filter(|case: &CaseEntry| *case.path == *slot.brief.path);
        case.ok_or_else(|| file::damaged(&path))
    }

    /// Records a case; the caller holds the lock.
    pub(crate) fn record(
        &mut self,
        mut case: CaseEntry,
        mut inputs: BTreeMap<String, Input>,
    ) -> Result<(), Diagnostic> {
        case.documents
            .sort_by(|one, other| one.file.cmp(&other.file));
        inputs.retain(|key, _| !self.head.inputs.contains_key(key));
        let line = Line { case, inputs };
        let written = self.journal.append(&line);
        match written.map_err(|error| not_written(&self.path(), &error))? {
            Some(at) => line.enter(at, &mut self.index, &mut self.head.inputs),
            None => self.read_journal()?,
        }
        Ok(())
    }

    /// Writes the manifest and forgets the journal: the run has ended, at its end or before.
    ///
    /// # Errors
    /// `O01` to `O05`: a run whose manifest cannot be written has failed.
    pub fn close(mut self, complete: bool) -> Result<(), Diagnostic> {
        let _lock = self.lock()?;
        self.refresh()?;
        self.write(complete)
    }

    fn write(&mut self, complete: bool) -> Result<(), Diagnostic> {
        let path = self.path();
        let head = Manifest {
            complete,
            ..self.head.clone()
        };
        let cases = self.index.slots().iter().map(|slot| (&*self, slot));
        write(&path, head, cases.collect())?;
        let cleared = self.journal.clear();
        cleared.map_err(|error| not_written(&path, &error))?;
        flush_folder(&self.folder).map_err(|error| folder_finding(&self.folder, &error))
    }

    fn path(&self) -> PathBuf {
        self.beside("manifest", ".json")
    }
}

/// Writes one manifest of those of several shards that have the same head.
pub(crate) fn write_merged(path: &Path, stores: &[&Store]) -> Result<(), Diagnostic> {
    let Some(first) = stores.first() else {
        return Ok(());
    };
    let cases = stores.iter().flat_map(|store| {
        let slots = store.index.slots().iter();
        slots.map(|slot| (*store, slot))
    });
    write(path, first.head.clone(), cases.collect())
}

/// Writes cases of one store or several into a manifest, in their order, and of their inputs
/// those that a document uses. No more than one case is held.
fn write(path: &Path, head: Manifest, mut cases: Vec<(&Store, &Slot)>) -> Result<(), Diagnostic> {
    cases.sort_by(|(_, one), (_, other)| {
        let (one, other) = (&one.brief, &other.brief);
        (one.source, &one.path).cmp(&(other.source, &other.path))
    });
    let mut used = BTreeSet::new();
    for (store, slot) in &cases {
        let documents = store.read(slot)?.documents.into_iter();
        used.extend(documents.flat_map(|document| document.uses));
    }
    let stores = cases.iter().map(|(store, _)| store);
    let known = |key: &String| stores.clone().find_map(|store| store.head.inputs.get(key));
    let inputs = used
        .iter()
        .filter_map(|key| Some((key.clone(), known(key)?.clone())));
    let head = Manifest {
        inputs: inputs.collect(),
        ..head
    };
    let cases = cases.iter().map(|(store, slot)| store.read(slot));
    file::write(path, &head, cases)
}
