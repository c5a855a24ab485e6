//! How large a file is once it is spelt out: what is said once for all is then said of each,
//! and a short file could be one without end.

use std::sync::Arc;

use super::children::{BY_CHILD, FOR_ALL};
use super::tree::{each, said};
use super::words::number;
use crate::diagnostics::{Diagnostic, Findings, Place, SourceFile, code};
use crate::reading::{Content, MOST_NODES, Node};

/// The keys and values of a slot.
const SLOT: usize = 16;

/// Refuses a file that holds more than the guard lets by, once it is spelt out.
///
/// # Errors
/// `Y06`, at the beginning of the file.
pub(super) fn check(tree: &Node, file: &Arc<SourceFile>) -> Result<(), Findings> {
    if spelt_out(tree) <= MOST_NODES {
        return Ok(());
    }
    let message = format!("spelt out, the file holds more than {MOST_NODES} keys and values");
    let finding = Diagnostic::new(&code::reading::TOO_MANY, message)
        .at(Place::new(file, tree.range.clone()))
        .help("a long case holds a thousand: is this the right file?");
    Err(finding.into())
}

fn spelt_out(tree: &Node) -> usize {
    let list = |node: &Node, key: &str| node.entry(key).map_or(0, |one| one.value.items().len());
    let people = tree.entry("people").map(|entry| &entry.value);
    let children = people.map_or(0, |people| list(people, "children"));
    let mut size = nodes(tree);
    let mut tree = tree.clone();
    for key in BY_CHILD {
        each(&mut tree, &["people", "adults", "*", key], &mut |block| {
            let for_all = block.entry(FOR_ALL).map_or(0, |entry| nodes(&entry.value));
            size = size.saturating_add(for_all.saturating_mul(children));
        });
    }
    let arrangements = list(&tree, "arrangements");
    each(&mut tree, &["arrangements", "*", FOR_ALL], &mut |block| {
        size = size.saturating_add(nodes(block).saturating_mul(arrangements));
    });
    let mut add = |schedule: &mut Node| size = size.saturating_add(slots(schedule));
    each(&mut tree, &["arrangements", "*", "schedule"], &mut add);
    each(&mut tree, &["arrangements", "*", "schedule", "*"], &mut add);
    size
}

/// The keys and values of all slots of a schedule.
fn slots(schedule: &Node) -> usize {
    let cycle = said(schedule, "cycle_weeks").and_then(|entry| number(entry.value.text()?));
    let lines = schedule
        .entry("times")
        .map_or(&[][..], |entry| entry.value.items());
    let of_line = |line: &Node| {
        let text = line.text().unwrap_or_default();
        let named = text.matches(" and ").count();
        named.max(cycle.unwrap_or(1) as usize) + 1
    };
    lines.iter().map(|line| of_line(line) * SLOT).sum()
}

/// The keys and values of a node.
fn nodes(node: &Node) -> usize {
    match &node.content {
        Content::Scalar { .. } => 1,
        Content::List(items) => 1 + items.iter().map(nodes).sum::<usize>(),
        Content::Block(entries) => {
            1 + entries
                .iter()
                .map(|entry| 1 + nodes(&entry.value))
                .sum::<usize>()
        }
    }
}
