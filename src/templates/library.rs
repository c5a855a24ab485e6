//! The partials that all documents of a folder may call, each read once for all of them and
//! for every language.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::load::{self, Loaded};
use super::sources::{Aliases, TemplateSources};
use crate::diagnostics::{Findings, SourceFile};

/// Partials, read when the first document calls them.
#[derive(Debug)]
pub(crate) struct Library {
    pub(super) files: BTreeMap<String, Arc<SourceFile>>,
    aliases: BTreeMap<String, Aliases>,
    /// Each by its number, as it was read, or what is wrong with it: codes T01–T11 and T70.
    read: BTreeMap<String, (usize, OnceLock<Result<Loaded, Findings>>)>,
    /// Whether a fault is told of a partial too that nothing calls.
    is_whole: bool,
}

impl Library {
    /// The partials of a document, which are those of its neighbours too. A firm is told of
    /// every one that is faulty; ours are sound, and are read as they are called.
    pub(crate) fn of(sources: &TemplateSources, is_whole: bool) -> Self {
        let names = sources.partials.keys().cloned().enumerate();
        let read = names.map(|(number, name)| (name, (number, OnceLock::new())));
        Library {
            files: sources.partials.clone(),
            aliases: sources.aliases.clone(),
            read: read.collect(),
            is_whole,
        }
    }

    /// The number of the outline, behind those of the partials.
    pub(super) fn outline(&self) -> usize {
        self.files.len()
    }

    /// The partials that a document needs which calls these, by name.
    pub(super) fn needed(
        &self,
        called: &BTreeSet<String>,
    ) -> BTreeMap<&str, &Result<Loaded, Findings>> {
        let all = self.is_whole.then(|| self.files.keys());
        let mut waiting: Vec<&String> = called.iter().chain(all.into_iter().flatten()).collect();
        let mut needed = BTreeMap::new();
        while let Some(name) = waiting.pop() {
            let Some((name, loaded)) = self.read(name) else {
                // A partial that is defined where it is called, or one that there is not.
                continue;
            };
            if needed.insert(name, loaded).is_none() {
                waiting.extend(loaded.iter().flat_map(|loaded| &loaded.called));
            }
        }
        needed
    }

    fn read(&self, name: &str) -> Option<(&str, &Result<Loaded, Findings>)> {
        let (name, file) = self.files.get_key_value(name)?;
        let (number, slot) = self.read.get(name)?;
        let read = || load::load(file, name, self.aliases.get(file.name()), *number);
        Some((name, slot.get_or_init(read)))
    }
}
