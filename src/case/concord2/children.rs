//! What an adult is to every child, said once: `relationship: {for_all: mother}`.

use std::sync::Arc;

use super::tree::{each, field, fields, said};
use crate::diagnostics::{Diagnostic, Findings, SourceFile, code};
use crate::reading::{Entry, Node};

/// The key that stands for every child.
pub(crate) const FOR_ALL: &str = "for_all";

/// The blocks of an adult that have an entry for each child.
pub(crate) const BY_CHILD: [&str; 3] = ["relationship", "pr", "called_by"];

/// Gives each child its own entry in place of the one for all.
pub(super) fn spell_out(tree: &mut Node, file: &Arc<SourceFile>, findings: &mut Findings) {
    let people = tree.entry("people").map(|entry| &entry.value);
    let children = people.and_then(|people| people.entry("children"));
    let children = children.map_or(&[][..], |entry| entry.value.items());
    let ids: Vec<Entry> = children
        .iter()
        .filter_map(|child| said(child, "id").cloned())
        .collect();
    for id in ids.iter().filter(|id| id.value.text() == Some(FOR_ALL)) {
        let message = "`for_all` stands for every child, and cannot be the id of one";
        let finding = Diagnostic::new(&code::model::FOR_ALL, message)
            .at(id.value_place(file))
            .help("give the child another id, here and where it is named");
        findings.push(finding);
    }
    let names: Vec<&str> = ids.iter().filter_map(|id| id.value.text()).collect();
    for key in BY_CHILD {
        each(tree, &["people", "adults", "*", key], &mut |block| {
            said_of_each(block, &names);
        });
    }
}

/// The entry for all as one for each child; a child with an entry of its own keeps it.
fn said_of_each(block: &mut Node, names: &[&str]) {
    let Some(entries) = fields(block) else { return };
    let Some(at) = entries.iter().position(|entry| entry.key == FOR_ALL) else {
        return;
    };
    let for_all = entries.remove(at);
    let own: Vec<String> = entries.iter().map(|entry| entry.key.clone()).collect();
    for name in names {
        if !own.iter().any(|own| own == name) {
            entries.push(field(name, &for_all.key_range, for_all.value.clone()));
        }
    }
}
