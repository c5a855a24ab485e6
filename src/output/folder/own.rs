//! What is recorded already of a case that is to be written.

use super::Folder;
use crate::diagnostics::Diagnostic;
use crate::output::manifest::{CaseEntry, DocumentEntry};

impl Folder {
    /// The documents recorded of this case, and of the one it takes over.
    pub(super) fn own(&self, entry: &CaseEntry) -> Result<Vec<DocumentEntry>, Diagnostic> {
        let cases = self.own_cases(entry)?.into_iter();
        Ok(cases.flat_map(|case| case.documents).collect())
    }

    /// What was recorded of this case, and of the one it takes over.
    pub(super) fn own_cases(&self, entry: &CaseEntry) -> Result<Vec<CaseEntry>, Diagnostic> {
        let own = self.recorded(entry)?;
        let taken = self.takes_over.as_deref();
        let taken = taken.map(|path| self.store.called(path)).transpose()?;
        Ok(own.into_iter().chain(taken.into_iter().flatten()).collect())
    }
}
