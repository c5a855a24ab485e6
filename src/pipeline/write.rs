//! The last step: all files of a case are written, or none, and the case is recorded.

use std::collections::BTreeMap;

use super::built::{Artefact, Built, Why};
use super::cause::Cause;
use super::made::Made;
use crate::diagnostics::Findings;
use crate::output::manifest::{CaseEntry, CaseOutcome, DocumentEntry};
use crate::output::{CaseFiles, Folder, Output};

/// Writes what was made of a case into a folder, and takes away what no longer applies.
///
/// # Errors
/// `O01` to `O14`; nothing of the case is written then.
pub(super) fn write(
    folder: &mut Folder,
    entry: CaseEntry,
    made: Vec<(Made, Vec<Cause>)>,
    applies: impl Fn(&DocumentEntry) -> bool,
) -> Result<Built, Findings> {
    let mut files = CaseFiles {
        entry: CaseEntry {
            outcome: CaseOutcome::Whole,
            ..entry
        },
        outputs: Vec::new(),
        inputs: BTreeMap::new(),
    };
    let mut built = Built::default();
    for (one, because) in made {
        let made = match (&one.bytes, because.is_empty()) {
            (None, _) => Why::Kept,
            (Some(_), true) => Why::New,
            (Some(_), false) => Why::Rebuilt,
        };
        let artefact = Artefact {
            path: folder.path(&one.entry.file),
            entry: one.entry.clone(),
            made,
            because,
        };
        match one.bytes {
            Some(bytes) => {
                let name = one.entry.file.clone();
                files.outputs.push(Output { name, bytes });
                built.written.push(artefact);
            }
            None => built.kept.push(artefact),
        }
        files.inputs.extend(one.inputs);
        files.entry.documents.push(one.entry);
    }
    let written = folder.write(files, applies)?;
    built.removed = written.removed;
    built.findings = written.findings;
    Ok(built)
}
