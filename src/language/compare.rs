//! Whether a translation says all that the English locale says, in the other language
//! and in today’s terms. What a person would overlook in a thousand entries is compared
//! here: an entry that is not there, or is still English, or fills other places.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::diagnostics::{Diagnostic, Findings, Place, code};
use crate::reading::table;

use super::lint::lint;
use super::locale::Locale;
use super::phrase::Phrase;
use super::required;
use super::source::Source;

/// Blocks that a translation may do without: Welsh writes numbers in figures, because a
/// numeral in words has a gender and mutates what follows. At the head of a sentence its
/// grammar writes them.
const ENGLISH_ONLY: &str = "numerals.";

/// What a Welsh phrase may not say: `discarded.yaml`.
static DISCARDED: LazyLock<Discarded> = LazyLock::new(|| table(include_str!("discarded.yaml")));

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Discarded {
    /// In small letters.
    marks: Vec<String>,
    terms: Vec<Term>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    term: String,
    instead: String,
}

/// Compares a translation with the English locale, phrase by phrase. The grammar of
/// single entries was checked when each locale was read.
///
/// ```
/// use concord::diagnostics::SourceFile;
/// use concord::language::{Locale, compare};
///
/// let english = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/locales/en.yaml"));
/// let welsh = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/locales/cy.yaml"));
/// let read = |name, text| Locale::parse(&SourceFile::new(name, text)).expect("it is sound");
/// assert!(compare(&read("en.yaml", english), &read("cy.yaml", welsh)).is_empty());
/// ```
pub fn compare(english: &Locale, welsh: &Locale) -> Findings {
    let mut findings = Findings::new();
    // A phrase that a firm adds may be of a document that is written in English alone; where
    // it is not, the template that asks for it in Welsh is told.
    let due = |key: &&str| !key.starts_with(ENGLISH_ONLY) && english.layer_of(key) == 0;
    for key in english.keys().filter(due) {
        if let (Some(original), None) = (english.phrase(key), welsh.phrase(key)) {
            findings.push(missing(key, original, welsh));
        }
    }
    for key in welsh.keys() {
        let Some(phrase) = welsh.phrase(key) else {
            continue;
        };
        match english.phrase(key) {
            Some(original) => findings.extend(unlike(key, original, phrase)),
            None => findings.push(not_in_english(key, phrase)),
        }
        findings.extend(ill_said(key, phrase));
    }
    findings.extend(lint(welsh).sorted());
    findings
}

/// What keeps a phrase from standing for its original.
fn unlike(key: &str, original: &Phrase, phrase: &Phrase) -> Option<Diagnostic> {
    let sorted = |phrase: &Phrase| {
        let names = phrase.placeholders().into_iter().map(str::to_owned);
        let mut names: Vec<String> = names.collect();
        names.sort_unstable();
        names
    };
    let same = phrase.source() == Some(&Source::Same);
    if sorted(original) != sorted(phrase) {
        let finding = required::other_placeholders(key, phrase, &original.placeholders());
        return Some(finding.label(original.place().clone(), "the English phrase stands here"));
    }
    match (original.text() == phrase.text(), same) {
        (true, false) => Some(untranslated(key, original, phrase)),
        (false, true) => Some(not_the_same(key, original, phrase)),
        _ => None,
    }
}

/// What is wrong with the words themselves, once each.
fn ill_said(key: &str, phrase: &Phrase) -> Option<Diagnostic> {
    let small = phrase.text().to_lowercase();
    if DISCARDED.marks.iter().any(|mark| small.contains(mark)) {
        return Some(marked(key, phrase));
    }
    let mut terms = DISCARDED.terms.iter();
    let found = terms.find(|term| small.contains(&term.term.to_lowercase()))?;
    Some(discarded(key, phrase, found))
}

/// At the head of the Welsh file: there is no better place for what is not there.
fn missing(key: &str, original: &Phrase, welsh: &Locale) -> Diagnostic {
    let file = welsh
        .keys()
        .find_map(|key| welsh.phrase(key))
        .map_or(&original.place().file, |phrase| &phrase.place().file);
    required::missing(key, Place::new(file, 0..0))
        .label(original.place().clone(), "the English phrase stands here")
}

fn not_in_english(key: &str, phrase: &Phrase) -> Diagnostic {
    let message = format!("the English locale has no `{key}`");
    Diagnostic::new(&code::language::NOT_IN_ENGLISH, message)
        .at(phrase.place().clone())
        .help("take it out, or add it to the English locale first")
}

fn untranslated(key: &str, original: &Phrase, phrase: &Phrase) -> Diagnostic {
    let message = format!("`{key}` is still English");
    Diagnostic::new(&code::language::UNTRANSLATED, message)
        .at(phrase.place().clone())
        .label(original.place().clone(), "the English phrase stands here")
        .help("translate it, or write `{phrase: …, source: same}` if it is a name or a pattern")
}

fn not_the_same(key: &str, original: &Phrase, phrase: &Phrase) -> Diagnostic {
    let message = format!("`{key}` says `source: same` and is not the English phrase");
    Diagnostic::new(&code::language::NOT_THE_SAME, message)
        .at(phrase.place().clone())
        .label(original.place().clone(), "the English phrase stands here")
        .help("name who answers for the Welsh words, or write `source: unverified`")
}

fn marked(key: &str, phrase: &Phrase) -> Diagnostic {
    let message = format!("`{key}` has a mark in place of a translation");
    Diagnostic::new(&code::language::MARKED, message)
        .at(phrase.place().clone())
        .help("translate it; `source: unverified` says that nobody has confirmed the words")
}

fn discarded(key: &str, phrase: &Phrase, found: &Term) -> Diagnostic {
    let message = format!("`{key}` has the term `{}`", found.term);
    Diagnostic::new(&code::language::DISCARDED_TERM, message)
        .at(phrase.place().clone())
        .help(format!("write `{}`", found.instead))
}
