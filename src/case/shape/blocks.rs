//! Blocks: fields that are there, fields that are not, fields nobody knows.

use serde_yaml::{Mapping, Value as Typed};

use super::schema::{Fields, Map};
use super::wording::{Name, line};
use super::{Checker, Spot};
use crate::case::reading::Entry;
use crate::diagnostics::{Diagnostic, code, did_you_mean, nearest};

impl<'a> Checker<'a> {
    /// A block of known fields; those left blank that may be are as if not there.
    pub(super) fn fields(
        &mut self,
        spot: &Spot<'_>,
        entries: &[Entry],
        fields: &Fields<'a>,
    ) -> Typed {
        let mut typed = Mapping::new();
        for entry in entries {
            match fields.get(&entry.key) {
                Some(schema) => {
                    let name = spot.name.field(&entry.key);
                    let required = fields.required.contains(&entry.key.as_str());
                    if let Some(value) = self.entry(entry, name, schema, required) {
                        typed.insert(Typed::String(entry.key.clone()), value);
                    }
                }
                None => self.unknown(spot, entry, entries, fields),
            }
        }
        self.missing(spot, entries, fields);
        Typed::Mapping(typed)
    }

    /// A block of keys of the writer's choice.
    pub(super) fn map(&mut self, spot: &Spot<'_>, entries: &[Entry], map: &Map<'a>) -> Typed {
        let mut typed = Mapping::new();
        for entry in entries {
            self.map_key(spot, entry, map.pattern);
            if let Some(value) = self.entry(entry, spot.name.keyed(), map.value, true) {
                typed.insert(Typed::String(entry.key.clone()), value);
            }
        }
        Typed::Mapping(typed)
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
            .help(format!("write {}", line(self.schema, &spot.name, schema)));
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

    fn unknown(&mut self, spot: &Spot<'_>, entry: &Entry, all: &[Entry], fields: &Fields<'a>) {
        let message = format!("{} has no field of this name", spot.name);
        let free = free(all, fields);
        let help = if free.is_empty() {
            "take it out: every field there can be is there already".to_owned()
        } else {
            did_you_mean(&entry.key, free.iter().copied())
        };
        let finding = Diagnostic::new(&code::model::UNKNOWN_FIELD, message)
            .at(entry.key_place(self.file))
            .help(help);
        self.findings.push(finding);
    }

    /// Required fields that are not there, unless a misspelt one was meant for them.
    fn missing(&mut self, spot: &Spot<'_>, entries: &[Entry], fields: &Fields<'a>) {
        let free = free(entries, fields);
        let meant: Vec<&str> = entries
            .iter()
            .filter(|entry| fields.get(&entry.key).is_none())
            .filter_map(|entry| nearest(&entry.key, free.iter().copied()))
            .collect();
        for field in &fields.required {
            let absent = free.contains(field) && !meant.contains(field);
            if let (true, Some(schema)) = (absent, fields.get(field)) {
                let name = spot.name.field(field);
                let help = format!("add {}", line(self.schema, &name, schema));
                self.lacks(spot, field, help);
            }
        }
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

/// The fields that are not written in a block yet.
fn free<'a>(entries: &[Entry], fields: &Fields<'a>) -> Vec<&'a str> {
    let written = |field: &str| entries.iter().any(|entry| entry.key == field);
    let all = fields.all.iter().map(|(field, _)| *field);
    all.filter(|field| !written(field)).collect()
}
