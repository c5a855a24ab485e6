//! Arrangements: what is the same for many said once, schedules in lines, words of time that a
//! schedule says left to it.

use std::collections::BTreeMap;

use super::block::{Change, Changes};
use super::line::text;
use super::schedule::{Around, Field};
use super::told::Told;
use crate::case::Case;
use crate::case::form::Id;
use crate::reading::{Content, Entry, Node};

/// The words of `status` by which a point is agreed.
const AGREED: [&str; 2] = ["agreed", "agreed_in_principle"];

/// Changes the arrangements of a case; `composed` is when each is, as an order says it in the
/// words that its schedule makes.
pub(super) fn change(changes: &mut Changes<'_>, case: &Case, composed: &BTreeMap<Id, String>) {
    let tree = &changes.accepted.tree;
    let Some(list) = tree.entry("arrangements") else {
        return;
    };
    let all = list.value.items();
    let for_all = match changes.written.is_in_brackets(&list.value) {
        true => Vec::new(),
        false => said_for_all(changes, all),
    };
    let mut lines = 0;
    for (node, arrangement) in all.iter().zip(&case.arrangements) {
        let mut changed: Vec<(&Entry, Change)> = Vec::new();
        for (key, value) in &for_all {
            let entry = node
                .entry(key)
                .filter(|entry| words(changes, entry) == *value);
            let is_meant = is_agreed(node) || *key == "children";
            changed.extend(
                entry
                    .filter(|_| is_meant)
                    .map(|entry| (entry, Change::Gone)),
            );
        }
        if let Some(entry) = node.entry("schedule").filter(|one| !one.value.is_blank())
            && let Some(change) = schedule(changes, node, entry)
        {
            lines += 1;
            changed.push((entry, change));
        }
        if let Some(entry) = node.entry("when").filter(|one| !one.value.is_blank()) {
            let composed = composed.get(&arrangement.id);
            changed.extend(when(changes, entry, &arrangement.id, composed));
        }
        changes.change(node, changed);
    }
    if lines > 0 {
        changes.tell(Told::of(format!("{lines} schedules are written in lines")));
    }
    if let (false, Some(first)) = (for_all.is_empty(), all.first()) {
        put_for_all(changes, list, first, &for_all);
    }
}

/// What many arrangements say in the same words, and no other leaves unsaid.
fn said_for_all(changes: &Changes<'_>, all: &[Node]) -> Vec<(&'static str, String)> {
    let mut for_all = Vec::new();
    for key in ["children", "agreed_in", "agreed_by"] {
        let meant = all.iter().filter(|one| key == "children" || is_agreed(one));
        let entries: Vec<Option<&Entry>> = meant.map(|one| one.entry(key)).collect();
        let mut times: BTreeMap<String, usize> = BTreeMap::new();
        for entry in entries.iter().flatten() {
            *times.entry(words(changes, entry)).or_default() += 1;
        }
        let most = times.into_iter().max_by_key(|(_, times)| *times);
        let is_said_by_each = entries.iter().all(Option::is_some);
        let most = most.filter(|(value, times)| {
            is_said_by_each && *times > 1 && !value.contains('\n') && !value.is_empty()
        });
        for_all.extend(most.map(|(value, _)| (key, value)));
    }
    for_all
}

fn is_agreed(arrangement: &Node) -> bool {
    text(arrangement, "status").is_some_and(|status| AGREED.contains(&status))
}

/// A value as it is written behind its key.
fn words(changes: &Changes<'_>, entry: &Entry) -> String {
    let end = changes.written.end_of_entry(entry);
    let value = changes.written.text(entry.key_range.end..end);
    value.trim_start_matches(':').trim().to_owned()
}

/// Writes what is said for all above the first arrangement.
fn put_for_all(
    changes: &mut Changes<'_>,
    list: &Entry,
    first: &Node,
    for_all: &[(&'static str, String)],
) {
    let line = changes.written.line_start(first.range.start);
    let before = changes.written.text(line..first.range.start);
    let dash = before.find('-').unwrap_or(0);
    let (dash, field) = (" ".repeat(dash), " ".repeat(dash + 4));
    let fields: String = for_all
        .iter()
        .map(|(key, value)| format!("{field}{key}: {value}\n"))
        .collect();
    changes.put_below(list, &format!("{dash}- for_all:\n{fields}"));
    let keys: Vec<String> = for_all.iter().map(|(key, _)| format!("`{key}`")).collect();
    let told = format!(
        "{} that many arrangements say in the same words stand once, in `for_all`",
        keys.join(", ")
    );
    let place = changes.place(list);
    changes.tell(Told::at(place, told));
}

/// A schedule in its new form, in brackets where it stood in them.
fn schedule(changes: &Changes<'_>, arrangement: &Node, entry: &Entry) -> Option<Change> {
    let is_one = |one: &&Entry| matches!(one.value.content, Content::Scalar { .. });
    let with = arrangement.entry("with").filter(is_one);
    let around = Around {
        written: &changes.written,
        with: with.and_then(|with| with.value.text()),
        from: text(arrangement, "from"),
    };
    let several = matches!(entry.value.content, Content::List(_));
    let each = match several {
        true => entry.value.items(),
        false => std::slice::from_ref(&entry.value),
    };
    let each: Option<Vec<Vec<Field>>> = each.iter().map(|one| around.fields(one)).collect();
    let in_brackets = changes.written.is_in_brackets(arrangement);
    if in_brackets || changes.written.is_in_brackets(&entry.value) {
        let each: Vec<String> = each?.into_iter().map(in_braces).collect();
        return Some(Change::Value(match several {
            true => format!("[{}]", each.join(", ")),
            false => each.concat(),
        }));
    }
    let lines = each?.into_iter().flat_map(|fields| below(fields, several));
    Some(Change::Below(lines.collect()))
}

/// The fields of a schedule line by line, behind a dash where it is one of several.
fn below(fields: Vec<Field>, several: bool) -> Vec<String> {
    let lines = fields.into_iter().flat_map(|field| match field {
        Field::One(line) => vec![line],
        Field::Lines(key, lines) => {
            let below = lines.into_iter().map(|line| format!("  - {line}"));
            std::iter::once(format!("{key}:")).chain(below).collect()
        }
    });
    let behind = |(at, line): (usize, String)| match (several, at) {
        (false, _) => line,
        (true, 0) => format!("- {line}"),
        (true, _) => format!("  {line}"),
    };
    lines.enumerate().map(behind).collect()
}

/// The fields of a schedule in braces.
fn in_braces(fields: Vec<Field>) -> String {
    let fields: Vec<String> = fields.into_iter().map(on_a_line).collect();
    format!("{{{}}}", fields.join(", "))
}

/// A field in brackets, where a comma would end it.
fn on_a_line(field: Field) -> String {
    let quoted = |line: String| match line.starts_with('{') {
        true => line,
        false => format!("\"{line}\""),
    };
    match field {
        Field::One(line) => line,
        Field::Lines(key, lines) => {
            let lines: Vec<String> = lines.into_iter().map(quoted).collect();
            format!("{key}: [{}]", lines.join(", "))
        }
    }
}

/// Leaves words of time to the schedule that says them, or tells why they stay.
fn when<'n>(
    changes: &mut Changes<'_>,
    entry: &'n Entry,
    id: &Id,
    composed: Option<&String>,
) -> Option<(&'n Entry, Change)> {
    let place = changes.place(entry);
    let Some(composed) = composed else {
        let told = format!("`when` of `{id}` stays: it has no schedule that could say it");
        changes.tell(Told::at(place, told));
        return None;
    };
    let written = entry.value.text().map(plain);
    if written.as_deref() == Some(&plain(composed)) {
        let told = format!(
            "`when` of `{id}` is taken out: an order says the same words by the schedule; a plan \
             and a child's plan say it in their own"
        );
        changes.tell(Told::at(place, told));
        changes.drop_when(id);
        return Some((entry, Change::Gone));
    }
    let told = format!(
        "`when` of `{id}` stays, in other words than the schedule's; take it out if these say \
         enough: {composed}"
    );
    changes.tell(Told::at(place, told));
    None
}

/// Words without what is no difference: how lines are broken, a full stop, a first capital.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let words = words.join(" ");
    words.trim_end_matches('.').to_lowercase()
}
