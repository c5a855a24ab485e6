//! What an adult is to every child, said once.

use super::block::{Change, Changes};
use super::told::Told;
use crate::case::concord2::{BY_CHILD, FOR_ALL};
use crate::reading::{Entry, Node};

/// Says once what an adult's block says of each child in the same words.
pub(super) fn change(changes: &mut Changes<'_>) {
    let tree = &changes.accepted.tree;
    let Some(people) = tree.entry("people").map(|entry| &entry.value) else {
        return;
    };
    let list = |key: &str| {
        people
            .entry(key)
            .map_or(&[][..], |entry| entry.value.items())
    };
    let mut names = Vec::new();
    for child in list("children") {
        if let Some(id) = child.entry("id") {
            if id.value.text() == Some(FOR_ALL) {
                changes.refuse(
                    id,
                    "in `concord/2`, `for_all` stands for every child and cannot be an id",
                    "give the child another id, here and where it is named",
                );
            }
            names.extend(id.value.text());
        }
    }
    let mut said = 0;
    for adult in list("adults") {
        for key in BY_CHILD {
            if let Some(block) = adult.entry(key) {
                said += usize::from(say_once(changes, &block.value, &names));
            }
        }
    }
    if said > 0 {
        changes.tell(Told::of(format!(
            "what an adult is to every child in the same words is said once, as `for_all`, in \
             {said} places"
        )));
    }
}

/// Says once what a block says of all children; whether it did.
fn say_once(changes: &mut Changes<'_>, block: &Node, names: &[&str]) -> bool {
    let entries = block.entries();
    let is_of_all = names.len() > 1
        && entries.len() == names.len()
        && names.iter().all(|name| block.entry(name).is_some());
    let value = |entry: &Entry| {
        let end = changes.written.end_of_entry(entry);
        changes.written.text(entry.key_range.end..end)
    };
    let Some((first, rest)) = entries.split_first().filter(|_| is_of_all) else {
        return false;
    };
    let is_on_a_line = !value(first).contains('\n');
    if !is_on_a_line || rest.iter().any(|entry| value(entry) != value(first)) {
        return false;
    }
    let gone = rest.iter().map(|entry| (entry, Change::Gone));
    let all = std::iter::once((first, Change::Key(FOR_ALL))).chain(gone);
    changes.change(block, all.collect());
    true
}
