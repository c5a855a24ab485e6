//! What is remembered from one document to the next.
//!
//! A theme is the same for every document, and parsing it anew is work. But modules may hold
//! what a family wrote. So a process that is not a worker remembers nothing, and a worker,
//! which ends with the run, the modules of its last documents.

use std::collections::BTreeMap;

use typst::syntax::{FileId, Source};

/// The memory of a process that sets documents in type.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// The modules of the last document, by path; none where nothing is kept.
    modules: Option<BTreeMap<String, Source>>,
    /// Whether the last document left Typst's cache as it was.
    is_older: bool,
}

impl Memory {
    /// The memory of a worker; that of any other process is the default.
    pub(super) fn of_worker() -> Self {
        Memory {
            modules: Some(BTreeMap::new()),
            is_older: false,
        }
    }

    /// Whether Typst's cache is to age before the next document. To go through it costs a worker
    /// a fiftieth of a document, so that it does so for every other one.
    pub(super) fn is_to_age(&mut self) -> bool {
        self.is_older = !self.is_older;
        self.modules.is_none() || !self.is_older
    }

    /// A module, parsed, unless the last document had the same.
    pub(super) fn module(&mut self, id: FileId, path: &str, text: &str) -> Source {
        let same = |module: &&mut Source| module.text() == text;
        match &mut self.modules {
            None => Source::new(id, text.to_owned()),
            Some(modules) => match modules.get_mut(path).filter(same) {
                Some(module) => module.clone(),
                None => {
                    let module = Source::new(id, text.to_owned());
                    modules.insert(path.to_owned(), module.clone());
                    module
                }
            },
        }
    }
}
