//! An output folder and whose files are whose.
//!
//! A case writes all its files or none, over its own and over nobody else's: a file of
//! another case, one that no build made and one that somebody changed by hand are left as
//! they are and named. What a document of the case no longer applies to is taken away in
//! the same write.

mod handed;
mod own;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::Digest;
use super::manifest::{CaseEntry, DocumentEntry, Input, LeftBehind, Options, Program, Store};
use super::refusal;
use super::shard::Shard;
use super::transaction::{self, Mended, Step};
use super::write::{Output, link_on_the_way, make_folder};
use crate::diagnostics::{Diagnostic, Findings, code};

/// An output folder that is open for writing.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    store: Store,
    mended: Mended,
    takes_over: Option<String>,
}

/// All that a case writes at once.
#[derive(Debug)]
pub struct CaseFiles {
    /// What is to be recorded; its documents are those of this run alone.
    pub entry: CaseEntry,
    /// The files that are new or other than they were.
    pub outputs: Vec<Output>,
    /// The inputs of its documents.
    pub inputs: BTreeMap<String, Input>,
}

/// What a write did.
#[derive(Debug, Default)]
pub struct Written {
    /// Files that were taken away, below the output folder.
    pub removed: Vec<String>,
    /// Files that no longer apply and that somebody changed since: they were left.
    pub findings: Findings,
}

impl Folder {
    /// Opens an output folder: makes it where it is not there, tries that it can be written
    /// to, and mends what a run that was killed has left.
    ///
    /// `takes_over` is the path of a case file whose files now belong to whatever case of
    /// this run claims them.
    ///
    /// # Errors
    /// `O01` to `O05`, `O08`, `O11`, `O23`.
    pub fn open(
        root: &Path,
        program: Program,
        options: Options,
        takes_over: Option<String>,
    ) -> Result<Self, Diagnostic> {
        make_folder(root)?;
        let store = Store::open(root, program, options, None)?;
        Folder::mended_of(root, store, takes_over)
    }

    /// The same for one shard of the cases, beside the others or alone.
    ///
    /// # Errors
    /// As [`Folder::open`].
    pub fn open_shard(
        root: &Path,
        program: Program,
        options: Options,
        shard: Shard,
    ) -> Result<Self, Diagnostic> {
        make_folder(root)?;
        if Store::is_of_one_run(root) {
            // What such a run left when it was killed is brought to its end first, unless
            // another shard has seen to it.
            let of_one_run = Folder::open(root, program.clone(), options.clone(), None);
            of_one_run.map(drop).or_else(|finding| {
                match *finding.code == code::output::NOT_MERGED {
                    true => Ok(()),
                    false => Err(finding),
                }
            })?;
        }
        let store = Store::open(root, program, options, Some(shard))?;
        Folder::mended_of(root, store, None)
    }

    fn mended_of(
        root: &Path,
        mut store: Store,
        takes_over: Option<String>,
    ) -> Result<Self, Diagnostic> {
        let mended = transaction::mend(root, &mut store)?;
        Ok(Folder {
            root: root.to_owned(),
            store,
            mended,
            takes_over,
        })
    }

    /// What a run that was killed had left, and what was done about it.
    pub fn mended(&self) -> &Mended {
        &self.mended
    }

    /// The version of an older Concord whose files are known, and are made again.
    pub fn taken_over(&self) -> Option<&str> {
        self.store.taken_over()
    }

    /// What took part in the documents of the folder.
    pub fn inputs(&self) -> &BTreeMap<String, Input> {
        self.store.inputs()
    }

    /// What was recorded of a case.
    ///
    /// # Errors
    /// `O08`, and `O01` to `O05` where the machine fails.
    pub fn recorded(&self, case: &CaseEntry) -> Result<Option<CaseEntry>, Diagnostic> {
        self.store.entry(&case.path, &case.family)
    }

    /// Where a file of the folder stands.
    pub fn path(&self, file: &str) -> PathBuf {
        self.root.join(file)
    }

    /// What was recorded of a file of this case, if it still stands as it was written and
    /// would be made from the same now.
    pub fn kept(&self, case: &CaseEntry, file: &str, made_from: &Digest) -> Option<DocumentEntry> {
        // What cannot be read is made again.
        let known = self.recorded(case).ok().flatten()?;
        let mut documents = known.documents.into_iter();
        let document = documents.find(|one| one.file == file && one.made_from == *made_from)?;
        let stands = self.on_disk(file) == Some(document.sha256);
        stands.then_some(document)
    }

    /// Writes the files of a case, all of them or none, and takes away those of its files
    /// that `applies` denies.
    ///
    /// # Errors
    /// `O10` for a file of another case, `O12` for one that no build made, `O13` for one that
    /// was changed by hand, `O04` and `O11` for a folder or a link in its place, `O24` for a
    /// folder that another shard may have made; `O08`, and `O01` to `O05` where the machine
    /// fails. Nothing of the case is written then.
    pub fn write(
        &mut self,
        files: CaseFiles,
        applies: impl Fn(&DocumentEntry) -> bool,
    ) -> Result<Written, Findings> {
        let CaseFiles {
            mut entry,
            mut outputs,
            inputs,
        } = files;
        let _lock = self.store.lock()?;
        self.store.refresh()?;
        let own = self.own(&entry)?;
        self.refuse(&entry, &own, &outputs)?;
        let mut written = Written::default();
        for old in own {
            if entry.documents.iter().any(|one| one.file == old.file) {
                continue;
            }
            if applies(&old) {
                entry.documents.push(old);
                continue;
            }
            match self.on_disk(&old.file) {
                None => {}
                Some(there) if there == old.sha256 => written.removed.push(old.file),
                Some(_) => {
                    written
                        .findings
                        .push(refusal::no_longer_and_changed(&self.path(&old.file)));
                    entry.left_behind.push(LeftBehind {
                        file: old.file,
                        sha256: old.sha256,
                    });
                }
            }
        }
        let mut removed = written.removed.clone();
        let (handed_over, of_nobody) = self.handed_over(&entry)?;
        outputs.extend(handed_over);
        removed.extend(of_nobody);
        let step = Step {
            case: entry,
            inputs,
            removed,
        };
        transaction::carry_out(&self.root, &mut self.store, step, &outputs)?;
        Ok(written)
    }

    /// Records a case of which nothing was written; what an earlier build wrote of it stays,
    /// and is named in the entry.
    ///
    /// # Errors
    /// `O01` to `O05`.
    pub fn record_refused(&mut self, mut entry: CaseEntry) -> Result<(), Diagnostic> {
        let _lock = self.store.lock()?;
        self.store.refresh()?;
        let known = self.recorded(&entry)?;
        entry.documents = known.map_or_else(Vec::new, |known| known.documents);
        entry.left_behind = entry
            .documents
            .iter()
            .map(|document| LeftBehind {
                file: document.file.clone(),
                sha256: document.sha256,
            })
            .collect();
        self.store.record(entry, BTreeMap::new())
    }

    /// Ends the run: the manifest is written.
    ///
    /// # Errors
    /// `O01` to `O05`: a run whose manifest cannot be written has failed.
    pub fn close(self, complete: bool) -> Result<(), Diagnostic> {
        self.store.close(complete)
    }

    /// Lets files pass that may be written where they are to stand.
    fn refuse(
        &self,
        case: &CaseEntry,
        own: &[DocumentEntry],
        outputs: &[Output],
    ) -> Result<(), Findings> {
        let of_another_shard = outputs
            .iter()
            .find_map(|output| self.folder_of_another_shard(own, &output.name));
        if let Some(folder) = of_another_shard {
            return Err(refusal::folder_of_another_shard(&folder).into());
        }
        let refused = outputs
            .iter()
            .filter_map(|output| self.refusal(case, own, output));
        let refused = refusal::each_other_case_once(refused);
        match refused.is_empty() {
            true => Ok(()),
            false => Err(refused),
        }
    }

    /// Why a file may not be written where it is to stand.
    fn refusal(
        &self,
        case: &CaseEntry,
        own: &[DocumentEntry],
        output: &Output,
    ) -> Option<Diagnostic> {
        let target = self.path(&output.name);
        if let Some(link) = link_on_the_way(&self.root, Path::new(&output.name)) {
            return Some(refusal::link_on_the_way(&link));
        }
        let is_taken = |path: &&str| self.takes_over.as_deref() != Some(*path);
        let identity = (case.path.as_str(), &case.family[..]);
        let mut others = self.store.others_beside(&output.name, identity);
        if let Some(owner) = others.find(is_taken) {
            return Some(match output.name.split_once('/') {
                Some((folder, _)) => {
                    refusal::folder_of_another_case(&self.path(folder), &case.path, owner)
                }
                None => refusal::of_another_case(&target, &case.path, owner),
            });
        }
        let there = fs::symlink_metadata(&target).ok();
        if there.as_ref().is_some_and(fs::Metadata::is_dir) {
            return Some(refusal::folder_in_the_way(&target));
        }
        if there.as_ref().is_some_and(|there| !there.is_file()) {
            return Some(refusal::link_in_the_way(&target));
        }
        let there = self.on_disk(&output.name)?;
        // Words are kept to be compared, and are nobody's to write.
        if there == Digest::of(&output.bytes) || self.store.head().options.keeps_words() {
            return None;
        }
        let is_it = |one: &&DocumentEntry| one.file.eq_ignore_ascii_case(&output.name);
        match own.iter().find(is_it) {
            Some(document) if there == document.sha256 => None,
            Some(_) => Some(refusal::changed_by_hand(&target)),
            None => Some(refusal::of_no_build(&target)),
        }
    }

    /// The folder of a case that stands there and in which no document of the case does: of
    /// what the other shards write nothing is known before they are merged.
    fn folder_of_another_shard(&self, own: &[DocumentEntry], file: &str) -> Option<PathBuf> {
        self.store.shard()?;
        let (folder, _) = file.split_once('/')?;
        let lies_there = |document: &DocumentEntry| {
            let top = document.file.split_once('/');
            top.is_some_and(|(top, _)| top.eq_ignore_ascii_case(folder))
        };
        let path = self.path(folder);
        let is_strange = path.is_dir() && !own.iter().any(lies_there);
        is_strange.then_some(path)
    }

    /// What stands in a file now; nothing where there is no such file, or none that can be
    /// read.
    fn on_disk(&self, file: &str) -> Option<Digest> {
        let path = self.path(file);
        if link_on_the_way(&self.root, Path::new(file)).is_some() {
            return None;
        }
        let is_file = fs::symlink_metadata(&path).is_ok_and(|there| there.is_file());
        let bytes = is_file.then(|| fs::read(path).ok()).flatten()?;
        Some(Digest::of(&bytes))
    }
}
