//! What a build would write for the first time. A folder of documents may hold a part of what
//! could be made; one that keeps words holds all of it, or what is missing is told.

use super::verdict::{Outcome, Verdict};
use crate::diagnostics::Findings;
use crate::output::manifest::CaseEntry;
use crate::pipeline::{Again, CaseFile, Made, Pipeline, PlannedCopy};

/// The files of a copy that a build would write for the first time, and where they are to be
/// made, what would stand in them.
pub(super) fn first_time(
    pipeline: &Pipeline,
    entry: &CaseEntry,
    (case, copy): (&CaseFile, &PlannedCopy),
    is_made: bool,
) -> Result<(Vec<Verdict>, Vec<Made>), Findings> {
    let names = copy.files.iter().map(|file| file.name.clone());
    let verdicts = names.map(|file| Verdict::unrecorded(file, Some(&entry.path), Outcome::New));
    let made = match is_made {
        true => pipeline.make_again(case, copy, &|_, _| None)?,
        false => Vec::new(),
    };
    Ok((verdicts.collect(), made))
}

/// The documents that did not apply when the case was built, and do now.
pub(super) fn news(entry: &CaseEntry, again: &Again) -> Vec<Verdict> {
    let applies = |document: &str| {
        let left_out =
            |entry: &CaseEntry| entry.left_out.iter().any(|one| one.document == document);
        left_out(entry) && !left_out(&again.entry)
    };
    let documents = entry.left_out.iter().map(|one| one.document.as_str());
    let news = documents.filter(|document| applies(document));
    news.map(|document| {
        let file = format!("{}/…/{document}", entry.id);
        Verdict {
            remark: Some("it applies now, and was left out before".to_owned()),
            ..Verdict::unrecorded(file, Some(&entry.path), Outcome::New)
        }
    })
    .collect()
}
