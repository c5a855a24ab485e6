//! Days and their hours, in one value.

use super::block::{Change, Changes};
use super::told::Told;
use crate::case::concord2::MOMENTS;
use crate::reading::{Entry, Node};

/// Puts the hours of sessions, hearings, workshops and holidays behind their days.
pub(super) fn change(changes: &mut Changes<'_>) {
    let tree = &changes.accepted.tree;
    let mut joined = 0;
    let mut blocks: Vec<(&Node, &str, &[&str])> = Vec::new();
    for (path, key, hours) in MOMENTS {
        let mut of_path = Vec::new();
        nodes(tree, path, &mut of_path);
        blocks.extend(of_path.into_iter().map(|node| (node, *key, *hours)));
    }
    // Both ends of a holiday are fields of one block, which is changed at once.
    let mut at = 0;
    while let Some((block, ..)) = blocks.get(at) {
        let same = blocks.iter().filter(|(one, ..)| std::ptr::eq(*one, *block));
        let is_first = blocks[..at]
            .iter()
            .all(|(one, ..)| !std::ptr::eq(*one, *block));
        let all: Vec<(&Entry, Change)> = match is_first {
            true => same
                .flat_map(|(_, key, hours)| moment(changes, block, key, hours))
                .collect(),
            false => Vec::new(),
        };
        joined += usize::from(!all.is_empty());
        changes.change(block, all);
        at += 1;
    }
    if joined > 0 {
        changes.tell(Told::of(format!(
            "hours stand behind their day in {joined} sessions, hearings, workshops and holidays"
        )));
    }
}

/// The changes that put hours behind one day.
fn moment<'n>(
    changes: &mut Changes<'_>,
    block: &'n Node,
    key: &str,
    hours: &[&str],
) -> Vec<(&'n Entry, Change)> {
    let said = |key: &str| block.entry(key);
    let text = |entry: &'n Entry| entry.value.text().filter(|_| !entry.value.is_blank());
    let written: Vec<&Entry> = hours.iter().filter_map(|hour| said(hour)).collect();
    let times: Vec<&str> = written.iter().filter_map(|entry| text(entry)).collect();
    let mut changed: Vec<(&Entry, Change)> =
        written.iter().map(|entry| (*entry, Change::Gone)).collect();
    let [first, ..] = times[..] else {
        return changed;
    };
    let has_first = written.first().is_some_and(|entry| entry.key == hours[0]);
    let day = said(key).and_then(|entry| Some((entry, text(entry)?)));
    match day {
        Some((entry, day)) if has_first && text(written[0]).is_some() => {
            let value = match times.get(1) {
                Some(end) => format!("{day} {first} to {end}"),
                None => format!("{day} {first}"),
            };
            changed.push((entry, Change::Value(value)));
        }
        Some(_) => changes.refuse(
            written[0],
            "an end without a beginning has no form in `concord/2`",
            "write when it begins, or take the end out",
        ),
        None => changes.refuse(
            written[0],
            "a time without its day has no form in `concord/2`",
            "write the day, or take the time out",
        ),
    }
    changed
}

/// The blocks to which a path leads; `*` is each item of a list.
fn nodes<'n>(node: &'n Node, path: &[&str], found: &mut Vec<&'n Node>) {
    match path {
        [] => found.push(node),
        ["*", rest @ ..] => node
            .items()
            .iter()
            .for_each(|item| nodes(item, rest, found)),
        [key, rest @ ..] => {
            if let Some(entry) = node.entry(key) {
                nodes(&entry.value, rest, found);
            }
        }
    }
}
