//! The phrases that Rust itself asks for: calendar words and the patterns of
//! counts and lists. They are compared with their placeholders when a locale is
//! read, so that writing a date can never fail.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostics::{Diagnostic, Findings, Place, SourceFile, code, in_backticks};

use super::phrase::Phrase;

/// Takes required phrases out of a locale and collects what is wrong with them.
pub(super) struct Required<'a> {
    file: &'a Arc<SourceFile>,
    phrases: &'a BTreeMap<String, Phrase>,
    findings: &'a mut Findings,
}

impl<'a> Required<'a> {
    pub(super) fn new(
        file: &'a Arc<SourceFile>,
        phrases: &'a BTreeMap<String, Phrase>,
        findings: &'a mut Findings,
    ) -> Self {
        Required {
            file,
            phrases,
            findings,
        }
    }

    /// The phrase of this key with exactly these placeholders; `None` after saying
    /// what is wrong.
    pub(super) fn phrase(&mut self, key: &str, placeholders: &[&str]) -> Option<Phrase> {
        let Some(phrase) = self.phrases.get(key) else {
            self.findings
                .push(missing(key, Place::new(self.file, 0..0)));
            return None;
        };
        let mut found = phrase.placeholders();
        let mut wanted = placeholders.to_vec();
        found.sort_unstable();
        wanted.sort_unstable();
        if found == wanted {
            return Some(phrase.clone());
        }
        self.findings
            .push(other_placeholders(key, phrase, placeholders));
        None
    }

    /// Plain words: a phrase without placeholders.
    pub(super) fn words(&mut self, key: &str) -> Option<String> {
        self.phrase(key, &[]).map(|phrase| phrase.text().to_owned())
    }

    /// Plain words under each of several keys, all asked for before one may fail.
    pub(super) fn all_words(&mut self, keys: impl Iterator<Item = String>) -> Option<Vec<String>> {
        let found: Vec<_> = keys.map(|key| self.words(&key)).collect();
        found.into_iter().collect()
    }
}

/// "The locale has no `x`": at the nearest phrase there is, else at the head of the file.
pub(super) fn missing(key: &str, place: Place) -> Diagnostic {
    let code = place.file.name().rsplit(['/', '.']).nth(1).unwrap_or("en");
    let help = match key {
        "language" => {
            format!("begin the file with a line that says whose words they are: `language: {code}`")
        }
        key => format!("add `{key}`; no other language stands in for it"),
    };
    let message = format!("the locale has no `{key}`");
    Diagnostic::new(&code::language::MISSING_PHRASE, message)
        .at(place)
        .help(help)
}

/// A phrase that wants to be filled otherwise than Rust fills it.
pub(super) fn other_placeholders(key: &str, phrase: &Phrase, wanted: &[&str]) -> Diagnostic {
    let help = if wanted.is_empty() {
        "write it without placeholders".to_owned()
    } else {
        let names = wanted.iter().map(|name| format!("{{{name}}}"));
        format!("use each of {} and no other", in_backticks(names))
    };
    let message = format!("`{key}` has other placeholders than it must have");
    Diagnostic::new(&code::language::OTHER_PLACEHOLDERS, message)
        .at(phrase.place().clone())
        .help(help)
}
