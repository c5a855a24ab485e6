//! Arrangements as the model has them: each with what is said for all.

use std::sync::Arc;

use super::schedule::Around;
use super::tree::{at, fields, items, said};
use crate::diagnostics::{Diagnostic, Findings, SourceFile, code};
use crate::reading::{Content, Entry, Node};

/// What is said once of all that is agreed. Of a point on which the parents differ it would
/// say what is not so.
const OF_THE_AGREED: [&str; 2] = ["agreed_in", "agreed_by"];

/// The words of `status` by which a point is agreed.
const AGREED: [&str; 2] = ["agreed", "agreed_in_principle"];

/// Gives each arrangement what is said for all, and its schedule the form of the model.
pub(super) fn spell_out(tree: &mut Node, file: &Arc<SourceFile>, findings: &mut Findings) {
    let Some(all) = at(tree, "arrangements").and_then(items) else {
        return;
    };
    let said_for_all = taken_out(all, file, findings);
    for arrangement in all {
        for entry in &said_for_all {
            give(arrangement, entry);
        }
        let is_one = |entry: &&Entry| matches!(entry.value.content, Content::Scalar { .. });
        let with = said(arrangement, "with").filter(is_one).cloned();
        let from = said(arrangement, "from").cloned();
        let around = Around {
            file,
            with: with.as_ref().map(|entry| &entry.value),
            from: from.as_ref().map(|entry| &entry.value),
        };
        match at(arrangement, "schedule").map(|one| &mut one.content) {
            Some(Content::List(several)) => {
                for schedule in several {
                    *schedule = around.spelt(schedule, findings);
                }
            }
            Some(Content::Block(_)) => {
                let schedule = at(arrangement, "schedule");
                schedule
                    .into_iter()
                    .for_each(|one| *one = around.spelt(one, findings));
            }
            _ => {}
        }
    }
}

/// The fields that are said for all, which are no arrangement.
fn taken_out(all: &mut Vec<Node>, file: &Arc<SourceFile>, findings: &mut Findings) -> Vec<Entry> {
    for later in all.iter().skip(1) {
        if let Some(entry) = later.entry("for_all") {
            let message = "what is said for all arrangements stands among them";
            let finding = Diagnostic::new(&code::model::FOR_ALL, message)
                .at(entry.key_place(file))
                .help("make it the first entry of `arrangements`, and write it once");
            findings.push(finding);
        }
    }
    match all.first().and_then(|first| first.entry("for_all")) {
        Some(entry) => {
            let said = entry.value.entries().to_vec();
            all.remove(0);
            said
        }
        None => Vec::new(),
    }
}

/// Gives an arrangement a field that it has not itself.
fn give(arrangement: &mut Node, entry: &Entry) {
    let status = arrangement.entry("status").and_then(|one| one.value.text());
    let is_agreed = status.is_some_and(|status| AGREED.contains(&status));
    let is_meant = is_agreed || !OF_THE_AGREED.contains(&entry.key.as_str());
    let has_own = arrangement.entry(&entry.key).is_some();
    if let Some(fields) = fields(arrangement).filter(|_| is_meant && !has_own) {
        fields.push(entry.clone());
    }
}
