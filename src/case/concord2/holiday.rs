//! How holidays are shared: `halves`, `whole` or `dates` in place of a block that says by what.

use super::moment::part;
use super::tree::{block, field, items, list, value};
use crate::diagnostics::SourceFile;
use crate::reading::{Entry, Node};

/// The ways to share a holiday: the field of this form, and the field of the model.
const SHARES: [(&str, &str); 3] = [("halves", "first"), ("whole", "with"), ("dates", "parts")];

/// A schedule of holidays, as the model has it.
pub(super) fn spelt(schedule: &Node, with: Option<&Node>, file: &SourceFile) -> Vec<Entry> {
    let mut spelt = Vec::new();
    let mut share: Vec<Entry> = Vec::new();
    for entry in schedule.entries() {
        let way = SHARES.iter().find(|(key, _)| *key == entry.key);
        match way {
            Some((by, field_of_it)) => {
                let at = &entry.key_range;
                share.insert(0, field("by", at, value(*by, at.clone())));
                let mut it = entry.value.clone();
                for dated in items(&mut it).into_iter().flatten() {
                    *dated = dated_part(dated, with, file);
                }
                share.push(field(field_of_it, at, it));
            }
            None if entry.key == "change_at" => share.push(entry.clone()),
            None => spelt.push(entry.clone()),
        }
    }
    if let Some(first) = share.first() {
        let at = first.key_range.clone();
        spelt.push(field("share", &at, block(share, &at)));
    }
    spelt
}

/// A part of a holiday, its days without their hours, with the person it is about.
fn dated_part(written: &Node, with: Option<&Node>, file: &SourceFile) -> Node {
    let mut dated = written.clone();
    part(&mut dated, "from", &["from_time"], file);
    part(&mut dated, "to", &["to_time"], file);
    let mut entries = dated.entries().to_vec();
    if let Some(with) = with.filter(|_| dated.entry("with").is_none()) {
        entries.push(field("with", &with.range, with.clone()));
    }
    block(entries, &written.range)
}

/// Who has a day in which years, gathered from the fields `every`, `even` and `odd`.
pub(super) fn rule(schedule: &Node) -> Option<Entry> {
    let years = ["every", "even", "odd"];
    let named = schedule.entries().iter();
    let rule: Vec<Entry> = named
        .filter(|entry| years.contains(&entry.key.as_str()))
        .cloned()
        .collect();
    let at = rule.first()?.key_range.clone();
    Some(field("rule", &at, block(rule, &at)))
}

/// A list of the values that stand at these parts of a line.
pub(super) fn parts_of(line: &Node, parts: &[std::ops::Range<usize>], file: &SourceFile) -> Node {
    let text = line.text().unwrap_or_default();
    let each = parts
        .iter()
        .map(|part| value(&text[part.clone()], line.part(file, part)));
    list(each.collect(), &line.range)
}
