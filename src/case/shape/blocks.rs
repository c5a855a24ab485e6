//! Blocks: fields that are there, fields that are not, fields nobody knows.

use serde_yaml::{Mapping, Value as Typed};

use super::wording::{Name, is_free, line};
use super::{Checker, Spot};
use crate::diagnostics::{Diagnostic, code, did_you_mean, nearest};
use crate::reading::Entry;
use crate::schema::wanted::{Fields, Map, Wanted};

/// A block with more unknown fields than this is no part of a case: to compare them all
/// with every known field would take a second and tell nobody more.
const ENOUGH_SLIPS: usize = 100;

/// A field that nobody knows, and the last before it that somebody does, with what that is to
/// be.
type Slip<'e, 'a> = (&'e Entry, Option<(&'e Entry, &'a serde_json::Value)>);

impl<'a> Checker<'a> {
    /// A block of known fields; those left blank that may be are as if not there.
    pub(super) fn fields(
        &mut self,
        spot: &Spot<'_>,
        entries: &[Entry],
        fields: &Fields<'a>,
    ) -> Typed {
        let mut typed = Mapping::new();
        let mut slips = Vec::new();
        let spot = &spot.holding(self.holds_in_line(spot, entries));
        for (at, entry) in entries.iter().enumerate() {
            let Some(schema) = fields.get(&entry.key) else {
                let before = entries[..at].iter().rev();
                let mut before = before.filter_map(|other| Some((other, fields.get(&other.key)?)));
                slips.push((entry, before.next()));
                continue;
            };
            let name = spot.name.field(&entry.key);
            let required = fields.required.contains(&entry.key.as_str());
            if let Some(value) = self.entry(entry, name, schema, required) {
                typed.insert(Typed::String(entry.key.clone()), value);
            }
        }
        let mut free = fields.names();
        free.retain(|field| !written(entries, field));
        let meant = self.unknown(spot, &slips, &free);
        for field in fields.required.iter().filter(|field| free.contains(field)) {
            if !meant.contains(field) {
                self.missing(spot, field, fields);
            }
        }
        Typed::Mapping(typed)
    }

    /// A block of keys of the writer's choice.
    pub(super) fn map(&mut self, spot: &Spot<'_>, entries: &[Entry], map: &Map<'a>) -> Typed {
        let mut typed = Mapping::new();
        let spot = &spot.holding(self.holds_in_line(spot, entries));
        for entry in entries {
            self.map_key(spot, entry, map.pattern);
            if let Some(value) = self.entry(entry, spot.name.keyed(), map.value, true) {
                typed.insert(Typed::String(entry.key.clone()), value);
            }
        }
        Typed::Mapping(typed)
    }

    /// Whether the entries of a block stand inside `{ }`.
    fn holds_in_line(&self, spot: &Spot<'_>, entries: &[Entry]) -> bool {
        match entries.first() {
            Some(first) => self.is_behind('{', first.key_range.start),
            None => !spot.node.range.is_empty(),
        }
    }

    fn entry(
        &mut self,
        entry: &Entry,
        name: Name,
        schema: &'a serde_json::Value,
        required: bool,
    ) -> Option<Typed> {
        let spot = Spot {
            node: &entry.value,
            key: Some(&entry.key_range),
            name,
        };
        if !entry.value.is_blank() {
            return Some(self.value(&spot, schema));
        }
        if required && !self.schema.may_be_blank(schema) {
            self.blank(&spot, schema);
        }
        None
    }

    /// Something that must be said and is not.
    pub(super) fn blank(&mut self, spot: &Spot<'_>, schema: &'a serde_json::Value) {
        let message = format!("{} is left blank", spot.name);
        let finding = Diagnostic::new(&code::model::BLANK, message)
            .at(spot.head(self.file))
            .help(format!("write {}", line(&self.schema, &spot.name, schema)));
        self.findings.push(finding);
    }

    fn map_key(&mut self, spot: &Spot<'_>, entry: &Entry, pattern: Option<&str>) {
        let form = self
            .forms
            .iter()
            .find(|row| row.pattern.is_some() && row.pattern == pattern);
        if let Some(Err(misfit)) = form.map(|row| (row.parses)(&entry.key)) {
            let message = format!("a key of {} {}", spot.name, misfit.message);
            let finding = Diagnostic::new(&code::model::WRONG_FORM, message)
                .at(entry.key_place(self.file))
                .help(misfit.help);
            self.findings.push(finding);
        }
    }

    /// Fields that nobody knows; gives back those that were meant by them, as far as
    /// the spelling tells.
    fn unknown(
        &mut self,
        spot: &Spot<'_>,
        slips: &[Slip<'_, 'a>],
        free: &[&'a str],
    ) -> Vec<&'a str> {
        let message = format!("{} has no field of this name", spot.name);
        let mut meant = Vec::new();
        let mut cut = None;
        for (entry, before) in slips.iter().take(ENOUGH_SLIPS) {
            if self.is_rest_of_a_text(entry) {
                let of = before.map_or(0, |(before, _)| before.key_range.start);
                if cut.replace(of) != Some(of) {
                    self.cut_by_a_comma(entry, *before);
                }
                continue;
            }
            if let Some(at) = entry.key.find(|c: char| c.is_whitespace() && !c.is_ascii()) {
                self.odd_space(entry, &entry.key[at..]);
                continue;
            }
            if let Some(field) = resaved(&entry.key, free) {
                self.resaved_field(entry, &message, field);
                meant.push(field);
                continue;
            }
            let help = if free.is_empty() {
                "take it out: every field there can be is there already".to_owned()
            } else {
                did_you_mean(&entry.key, free.iter().copied())
            };
            let finding = Diagnostic::new(&code::model::UNKNOWN_FIELD, &message)
                .at(entry.key_place(self.file))
                .help(help);
            self.findings.push(finding);
            meant.extend(nearest(&entry.key, free.iter().copied()));
        }
        meant
    }

    /// Whether a field without a colon is what a comma inside `{ }` cut off a text.
    fn is_rest_of_a_text(&self, entry: &Entry) -> bool {
        let end = entry.key_range.end;
        let rest = self.file.text().get(end..).unwrap_or_default();
        entry.value.range.is_empty() && rest.trim_start().starts_with([',', '}'])
    }

    /// The words behind the comma belong to somebody: nothing of them may be taken out. Where
    /// a list was meant, what stands before the comma is told.
    fn cut_by_a_comma(&mut self, entry: &Entry, before: Option<(&Entry, &'a serde_json::Value)>) {
        let wanted = before.map(|(_, schema)| self.schema.wanted(schema));
        let is_list = before.is_some_and(|(before, _)| !before.value.items().is_empty());
        let (message, caption, help) = match wanted.as_deref() {
            Some(Wanted::List { .. }) if is_list => (
                "this stands behind the brackets of the list before it",
                "",
                "put it inside them, with a comma between",
            ),
            Some(Wanted::List { .. }) => return,
            Some(Wanted::Either(several)) if self.may_be_list(several) => (
                "a comma ends a value inside `{ }`, and this is read as a field",
                "",
                "to name several, put brackets around them: `[…, …]`",
            ),
            Some(wanted) if is_one_word(wanted) => (
                "a comma ends a value inside `{ }`, and this is read as a field",
                "",
                "one value stands before the comma: take this out, or write which field it is of",
            ),
            _ => (
                "a comma ends a text inside `{ }`, and its rest is read as a field",
                "these words belong to the text before the comma",
                "put the whole text in quotes, with its commas, and lose no word of it",
            ),
        };
        let finding = Diagnostic::new(&code::model::UNKNOWN_FIELD, message)
            .at(entry.key_place(self.file))
            .caption(caption)
            .help(help);
        self.findings.push(finding);
    }

    fn may_be_list(&self, several: &[&'a serde_json::Value]) -> bool {
        let mut wanted = several.iter().map(|one| self.schema.wanted(one));
        wanted.any(|wanted| matches!(*wanted, Wanted::List { .. }))
    }

    fn odd_space(&mut self, entry: &Entry, space: &str) {
        let number = space.chars().next().map_or(0, u32::from);
        let message = format!("the space U+{number:04X} in this field looks like a plain one");
        let finding = Diagnostic::new(&code::model::UNKNOWN_FIELD, message)
            .at(entry.key_place(self.file))
            .help("delete it and type a space; it comes with text pasted from elsewhere");
        self.findings.push(finding);
    }

    fn resaved_field(&mut self, entry: &Entry, message: &str, field: &str) {
        let finding = Diagnostic::new(&code::model::UNKNOWN_FIELD, message)
            .at(entry.key_place(self.file))
            .help(format!(
                "write `{field}:`; a program that saved the file again took `{field}` for a truth, \
                 and wrote `{}`",
                entry.key
            ));
        self.findings.push(finding);
    }

    fn missing(&mut self, spot: &Spot<'_>, field: &str, fields: &Fields<'a>) {
        let Some(schema) = fields.get(field) else {
            return;
        };
        let name = spot.name.field(field);
        let help = format!("add {}", line(&self.schema, &name, schema));
        self.lacks(spot, field, help);
    }

    /// A block without a field that it must have.
    pub(super) fn lacks(&mut self, spot: &Spot<'_>, field: &str, help: String) {
        let message = format!("{} has no `{field}`", spot.name);
        let finding = Diagnostic::new(&code::model::MISSING_FIELD, message)
            .at(spot.head(self.file))
            .help(help);
        self.findings.push(finding);
    }
}

/// Whether a value is a word or a number, and no words with commas between them.
fn is_one_word(wanted: &Wanted<'_>) -> bool {
    match wanted {
        Wanted::Choice(_) | Wanted::Whole { .. } | Wanted::Truth => true,
        Wanted::Text { format } => format.is_some() && !is_free(*format),
        _ => false,
    }
}

/// The field that some programs write as `true` or `false` when they save a file again.
fn resaved<'a>(key: &str, free: &[&'a str]) -> Option<&'a str> {
    let other = match key {
        "true" => "on",
        "false" => "off",
        _ => return None,
    };
    free.iter().copied().find(|field| *field == other)
}

fn written(entries: &[Entry], field: &str) -> bool {
    entries.iter().any(|entry| entry.key == field)
}
