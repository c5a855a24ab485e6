//! The manifests that leave with the readers' folders: written, kept and taken away with the
//! documents they name.

use super::Folder;
use crate::diagnostics::Findings;
use crate::output::manifest::{self, CaseEntry, DocumentEntry};
use crate::output::write::Output;
use crate::output::{Digest, refusal};

impl Folder {
    /// The manifests that leave with the readers' folders, as far as they are other than they
    /// were, and the names of those whose folders hold nothing any more.
    ///
    /// # Errors
    /// As for the documents beside them.
    pub(super) fn handed_over(
        &self,
        entry: &CaseEntry,
    ) -> Result<(Vec<Output>, Vec<String>), Findings> {
        let cases = self.own_cases(entry)?;
        let own: Vec<DocumentEntry> = cases
            .iter()
            .flat_map(|case| case.documents.clone())
            .collect();
        let old: Vec<Output> = cases.iter().flat_map(manifest::handed_over).collect();
        let is_ours = |output: &Output| {
            let there = self.on_disk(&output.name);
            let mut known = old.iter().filter(|old| old.name == output.name);
            known.any(|old| there == Some(Digest::of(&old.bytes)))
        };
        let mut new = manifest::handed_over(entry);
        let gone = old
            .iter()
            .filter(|old| !new.iter().any(|new| new.name == old.name))
            .filter(|old| is_ours(old));
        let gone = gone.map(|old| old.name.clone()).collect();
        new.retain(|new| self.on_disk(&new.name) != Some(Digest::of(&new.bytes)));
        let refused = new.iter().filter(|new| !is_ours(new));
        let refused = refused.filter_map(|new| self.refusal(entry, &own, new));
        let refused = refusal::each_other_case_once(refused);
        match refused.is_empty() {
            true => Ok((new, gone)),
            false => Err(refused),
        }
    }
}
