//! Phrases: what a key says in each language, what fills it, and which templates ask for it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::meaning::{Kind, Meaning};
use super::page::Page;
use super::texts::mentioning;
use crate::diagnostics::{SourceFile, in_backticks};
use crate::language::{Locale, Phrase};

/// What the phrase of this key says.
pub(super) fn meaning(
    key: &str,
    (english, welsh): (&Locale, &Locale),
    texts: &BTreeMap<String, Arc<SourceFile>>,
) -> Option<Meaning> {
    let phrase = english.phrase(key)?;
    let mut rest = Page::default();
    if let Some(welsh) = welsh.phrase(key) {
        rest.labelled(2, "Welsh", welsh.text());
    }
    rest.labelled(2, "stands in", &stands(phrase));
    let places = phrase.placeholders();
    if !places.is_empty() {
        rest.labelled(2, "filled by", &in_backticks(places));
    }
    rest.labelled(2, "asked by", &users(key, texts));
    Some(Meaning {
        written: key.to_owned(),
        kind: Kind::Phrase,
        sentence: phrase.text().to_owned(),
        rest,
    })
}

/// The phrases below a key.
pub(super) fn group(
    key: &str,
    english: &Locale,
    texts: &BTreeMap<String, Arc<SourceFile>>,
) -> Option<Meaning> {
    let prefix = format!("{key}.");
    let below: Vec<_> = english
        .keys()
        .filter_map(|one| one.strip_prefix(&prefix))
        .collect();
    let first = below.first()?;
    let mut rest = Page::default();
    for key in &below {
        let phrase = english.phrase(&format!("{prefix}{key}"))?;
        rest.words(2, &format!("{key}: {}", phrase.text()));
    }
    let asked = users(&format!("{prefix}{first}"), texts);
    let mut sentence = format!("{} phrases", below.len());
    if below.iter().all(|key| !key.contains('.')) {
        sentence.push_str(&format!(", asked by {asked}"));
    }
    Some(Meaning {
        written: format!("{key}.*"),
        kind: Kind::Group,
        sentence,
        rest,
    })
}

/// `templates/locales/en.yaml:866`.
pub(super) fn stands(phrase: &Phrase) -> String {
    let place = phrase.place();
    format!("{}:{}", place.file.name(), place.start().line)
}

/// The templates that ask for a phrase: by its key, or for its group by a choice of the case.
pub(super) fn users(key: &str, texts: &BTreeMap<String, Arc<SourceFile>>) -> String {
    let group = key
        .rsplit_once('.')
        .map(|(group, _)| format!("in=\"{group}\""));
    let noun = key
        .strip_prefix("nouns.")
        .and_then(|rest| rest.split('.').next());
    let asked: BTreeSet<String> = [
        Some(format!("\"{key}\"")),
        group,
        noun.map(|noun| format!(" \"{noun}\"")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let users = mentioning(texts, |text| asked.iter().any(|asked| text.contains(asked)));
    match users.is_empty() {
        true => "no template: the program asks for it itself".to_owned(),
        false => users.join(", "),
    }
}
