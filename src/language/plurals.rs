//! Wording that follows a number: a block with one phrase per plural form of the
//! language, `session: {one: session, other: sessions}`.
//!
//! Such a block is a noun (under `nouns`), or any other that has `one`.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Diagnostic, Findings, code, in_backticks};

use super::Language;
use super::phrase::Phrase;
use super::required;

/// Checks that every such block has each form of its language and no other, and that
/// nouns are plain words.
pub(super) fn check(
    language: Language,
    phrases: &BTreeMap<String, Phrase>,
    findings: &mut Findings,
) {
    let forms = language.plural_forms();
    let mut blocks = BTreeSet::new();
    for (key, phrase) in phrases {
        let Some((block, form)) = key.rsplit_once('.') else {
            continue;
        };
        let noun = block == "nouns" || block.starts_with("nouns.");
        if !noun && !phrases.contains_key(&format!("{block}.one")) {
            continue;
        }
        if !forms.contains(&form) {
            findings.push(no_such_form(key, phrase, forms));
        } else if noun && !phrase.placeholders().is_empty() {
            findings.push(required::other_placeholders(key, phrase, &[]));
        }
        if blocks.insert(block) && block != "nouns" {
            check_complete(block, phrase, forms, phrases, findings);
        }
    }
}

fn check_complete(
    block: &str,
    present: &Phrase,
    forms: &[&str],
    phrases: &BTreeMap<String, Phrase>,
    findings: &mut Findings,
) {
    for form in forms {
        let key = format!("{block}.{form}");
        if !phrases.contains_key(&key) {
            findings.push(required::missing(&key, present.place().clone()));
        }
    }
}

fn no_such_form(key: &str, phrase: &Phrase, forms: &[&str]) -> Diagnostic {
    let message = format!("`{key}` is not a plural form of the language");
    Diagnostic::new(&code::language::PLURAL_FORM, message)
        .at(phrase.place().clone())
        .help(format!(
            "write a phrase for each of {} and no other",
            in_backticks(forms)
        ))
}
