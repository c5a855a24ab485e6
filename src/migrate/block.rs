//! Changes to a text: fields taken out, said otherwise, put in.

use std::collections::BTreeSet;
use std::ops::Range;

use super::told::Told;
use super::written::Written;
use crate::case::form::Id;
use crate::diagnostics::{Diagnostic, Findings, Place, code};
use crate::reading::{Accepted, Entry, Node};

/// All that is to be changed in a file.
pub(super) struct Changes<'a> {
    pub(super) accepted: &'a Accepted,
    pub(super) written: Written<'a>,
    edits: Vec<(Range<usize>, String)>,
    told: Vec<Told>,
    /// The arrangements whose words of time the schedule says.
    dropped: BTreeSet<Id>,
    refused: Findings,
}

/// What becomes of a field.
pub(super) enum Change {
    Gone,
    /// The same key, with another value on its line.
    Value(String),
    /// Another key, with the value that stands.
    Key(&'static str),
    /// The key and below it these lines.
    Below(Vec<String>),
}

impl<'a> Changes<'a> {
    pub(super) fn of(accepted: &'a Accepted) -> Self {
        Changes {
            accepted,
            written: Written::of(accepted),
            edits: Vec::new(),
            told: Vec::new(),
            dropped: BTreeSet::new(),
            refused: Findings::new(),
        }
    }

    pub(super) fn version(&mut self) {
        if let Some(entry) = self.accepted.tree.entry("schema") {
            let range = entry.value.range.clone();
            self.edits.push((range, "concord/2".to_owned()));
        }
    }

    pub(super) fn tell(&mut self, told: Told) {
        self.told.push(told);
    }

    pub(super) fn drop_when(&mut self, arrangement: &Id) {
        self.dropped.insert(arrangement.clone());
    }

    /// Says what has no form in `concord/2`, and where.
    pub(super) fn refuse(&mut self, at: &Entry, message: &str, help: &str) {
        let finding = Diagnostic::new(&code::model::NOT_CONVERTED, message)
            .at(at.key_place(&self.accepted.file))
            .help(help);
        self.refused.push(finding);
    }

    /// Changes fields of one block.
    pub(super) fn change(&mut self, block: &Node, changes: Vec<(&Entry, Change)>) {
        if changes.is_empty() {
            return;
        }
        if self.written.is_in_brackets(block) {
            return self.change_in_brackets(block, &changes);
        }
        for (entry, change) in changes {
            let end = self.written.end_of_entry(entry);
            let behind_key = entry.key_range.end..end;
            match change {
                Change::Gone => self.take_out(block, entry),
                Change::Key(key) => self.edits.push((entry.key_range.clone(), key.to_owned())),
                Change::Value(value) => {
                    let indent = self.written.indent(entry.key_range.start);
                    self.hoist(entry.key_range.start, behind_key.clone(), indent);
                    self.edits.push((behind_key, format!(": {value}")));
                }
                Change::Below(lines) => {
                    let indent = self.written.indent(entry.key_range.start) + 2;
                    let comments = self.written.comments(behind_key.clone());
                    let comments = comments.into_iter().map(str::to_owned);
                    let below = comments.chain(lines);
                    let below = below.map(|line| format!("\n{}{line}", " ".repeat(indent)));
                    let text = format!(":{}", below.collect::<String>());
                    self.edits.push((behind_key, text));
                }
            }
        }
    }

    /// Takes a field out of a block without brackets, with its line; its comments stay.
    fn take_out(&mut self, block: &Node, entry: &Entry) {
        let start = self.written.line_start(entry.key_range.start);
        let end = self.written.end_of_entry(entry);
        let line_end = self.written.line_end(end);
        let before = self.written.text(start..entry.key_range.start);
        let indent = self.written.indent(entry.key_range.start);
        if before.trim().is_empty() {
            let comments = self.written.comments(entry.key_range.end..line_end);
            let kept = comments
                .iter()
                .map(|one| format!("{}{one}\n", " ".repeat(indent)));
            let whole = self.written.whole().len().min(line_end + 1);
            self.edits.push((start..whole, kept.collect()));
            return;
        }
        // The first field of a list's entry: the next takes its place behind the dash.
        let mut fields = block.entries().iter();
        let next = fields.find(|one| one.key_range.start > entry.key_range.start);
        if let Some(next) = next {
            let gone = entry.key_range.start..next.key_range.start;
            self.hoist(entry.key_range.start, gone.clone(), start_of_dash(before));
            self.edits.push((gone, String::new()));
        }
    }

    /// Puts the comments of a stretch that goes on lines of their own above it.
    fn hoist(&mut self, at: usize, gone: Range<usize>, indent: usize) {
        let comments = self.written.comments(gone);
        if !comments.is_empty() {
            let start = self.written.line_start(at);
            let lines = comments
                .iter()
                .map(|one| format!("{}{one}\n", " ".repeat(indent)));
            self.edits.push((start..start, lines.collect()));
        }
    }

    /// Writes the fields of a block in brackets anew, each as it stands but for its change.
    fn change_in_brackets(&mut self, block: &Node, changes: &[(&Entry, Change)]) {
        let whole = block.range.start..self.written.end(block);
        let change_of = |entry: &Entry| {
            let mut changes = changes.iter();
            changes.find(|(one, _)| one.key_range == entry.key_range)
        };
        let kept = block.entries().iter().filter_map(|entry| {
            let end = self.written.end_of_entry(entry);
            let value = || self.written.text(entry.key_range.end..end);
            match change_of(entry).map(|(_, change)| change) {
                None => Some(self.written.text(entry.key_range.start..end).to_owned()),
                Some(Change::Gone) => None,
                Some(Change::Value(value)) => Some(format!("{}: {value}", entry.key)),
                Some(Change::Key(key)) => Some(format!("{key}{}", value())),
                Some(Change::Below(lines)) => {
                    Some(format!("{}: {{{}}}", entry.key, lines.join(", ")))
                }
            }
        });
        let text = format!("{{{}}}", kept.collect::<Vec<_>>().join(", "));
        let indent = self.written.indent(block.range.start);
        let line = self.written.line_start(block.range.start);
        let lead = self.written.text(line..block.range.start);
        let column = lead.len() - lead.trim_start().len();
        self.hoist(block.range.start, whole.clone(), column.min(indent));
        self.edits.push((whole, text));
    }

    /// Puts lines in below the line of a key.
    pub(super) fn put_below(&mut self, key: &Entry, lines: &str) {
        let at = self.written.line_end(key.key_range.end);
        let at = self.written.whole().len().min(at + 1);
        self.edits.push((at..at, lines.to_owned()));
    }

    /// The text with every change, and what was changed; or why it cannot be.
    pub(super) fn done(mut self) -> Result<(String, Vec<Told>, BTreeSet<Id>), Findings> {
        if !self.refused.is_empty() {
            return Err(self.refused);
        }
        self.edits
            .sort_by_key(|(range, _)| (range.start, range.end));
        let mut text = String::new();
        let mut at = 0;
        for (range, new) in self.edits {
            text.push_str(self.written.text(at..range.start));
            text.push_str(&new);
            at = at.max(range.end);
        }
        text.push_str(self.written.text(at..self.written.whole().len()));
        Ok((text, self.told, self.dropped))
    }

    pub(super) fn place(&self, entry: &Entry) -> Place {
        entry.key_place(&self.accepted.file)
    }
}

/// The column of the dash behind which a field stands.
fn start_of_dash(before: &str) -> usize {
    before.find('-').unwrap_or(0)
}
