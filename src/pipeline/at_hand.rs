//! Whether a report has beside it the record whose numbers it names.
//!
//! The report gives a line to each term that was agreed, and the record its words: the one
//! without the other leaves a court with numbers. A record that an earlier run wrote for the
//! same reader, and that still stands, is at hand.

use super::examine::CaseFile;
use super::plan::{Plan, PlannedCopy};
use crate::audience::Reader;
use crate::diagnostics::{Diagnostic, Findings, Pointer, Unplaced, code};
use crate::output::Folder;
use crate::output::manifest::{CaseEntry, DocumentEntry};
use crate::view::{Document, Documents};

/// An error for each document that is made without the one it rests on (D21).
///
/// # Errors
/// Where what is recorded of the case cannot be read.
pub(super) fn not_at_hand(
    case: &CaseFile,
    plan: &Plan,
    documents: &Documents,
    folder: &Folder,
    entry: &CaseEntry,
) -> Result<Findings, Diagnostic> {
    let known = folder.recorded(entry)?;
    let known = known.map_or_else(Vec::new, |known| known.documents);
    let lacks = |copy: &&PlannedCopy| {
        let record = copy.document.rests_on().and_then(|id| documents.named(id));
        record.is_some_and(|record| {
            is_for(record, case, &copy.copy.reader)
                && !is_planned(record, plan, &copy.copy.reader)
                && !stands(record, case, &copy.copy.reader, folder, &known)
        })
    };
    let mut lacking: Vec<&Document> = Vec::new();
    for copy in plan.copies.iter().filter(lacks) {
        if !lacking.contains(&&copy.document) {
            lacking.push(&copy.document);
        }
    }
    Ok(case.located(lacking.into_iter().map(alone).collect()))
}

fn is_for(record: &Document, case: &CaseFile, reader: &Reader) -> bool {
    let copies = record.copies(case.office()).unwrap_or_default();
    copies.iter().any(|copy| copy.reader == *reader)
}

fn is_planned(record: &Document, plan: &Plan, reader: &Reader) -> bool {
    let mut copies = plan.copies.iter();
    copies.any(|copy| copy.document == *record && copy.copy.reader == *reader)
}

fn stands(
    record: &Document,
    case: &CaseFile,
    reader: &Reader,
    folder: &Folder,
    known: &[DocumentEntry],
) -> bool {
    let reader = reader.word(&case.case);
    known.iter().any(|one| {
        one.document == record.id() && one.reader == reader && folder.path(&one.file).is_file()
    })
}

fn alone(document: &Document) -> Unplaced {
    let record = document.rests_on().unwrap_or_default();
    let message = format!(
        "`{}` names the numbers of `{record}`, which is neither made now nor in the output folder",
        document.id()
    );
    let at = Pointer::root().key("agreement");
    let mut finding = Unplaced::new(&code::document::NOT_AT_HAND, at, message);
    finding.help(format!(
        "make both: `--document {} --document {record}`",
        document.id()
    ));
    finding
}
