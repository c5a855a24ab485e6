//! What a locale says of its nouns besides their words: in Welsh the gender, and how
//! the noun stands after a number. These are facts, not phrases, and are taken out of
//! the entries before any phrase is made.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Findings, Place, code, did_you_mean};

use super::entries::Entry;
use super::phrase::Phrase;
use super::welsh::{Gender, NounGrammar};

/// The grammar of each noun of a Welsh locale, by its key under `nouns`.
pub(super) type Nouns = BTreeMap<String, NounGrammar>;

/// Facts of one noun as they are written.
#[derive(Default)]
struct Written {
    gender: Option<Gender>,
    singular_above_ten: bool,
    counted: Option<String>,
}

/// Takes `gender`, `above-ten` and `counted` out of the nouns.
pub(super) fn take(entries: &mut Vec<Entry>, findings: &mut Findings) -> Nouns {
    let mut written: BTreeMap<String, (Written, Place)> = BTreeMap::new();
    entries.retain(|entry| {
        let Some((noun, fact)) = entry
            .key
            .strip_prefix("nouns.")
            .and_then(|key| key.split_once('.'))
        else {
            return true;
        };
        let (facts, _) = written
            .entry(noun.to_owned())
            .or_insert_with(|| (Written::default(), entry.place.clone()));
        match fact {
            "gender" => facts.gender = gender(entry, findings),
            "above-ten" => facts.singular_above_ten = stays_singular(entry, findings),
            "counted" if !entry.text.trim().is_empty() => facts.counted = Some(entry.text.clone()),
            "counted" => findings.push(blank(entry)),
            _ => return true,
        }
        false
    });
    written
        .into_iter()
        .filter_map(|(noun, (facts, place))| {
            let Some(gender) = facts.gender else {
                findings.push(without_gender(&noun, place));
                return None;
            };
            let grammar = NounGrammar {
                gender,
                singular_above_ten: facts.singular_above_ten,
                counted: facts.counted,
            };
            Some((noun, grammar))
        })
        .collect()
}

fn gender(entry: &Entry, findings: &mut Findings) -> Option<Gender> {
    match entry.text.as_str() {
        "masculine" => Some(Gender::Masculine),
        "feminine" => Some(Gender::Feminine),
        _ => {
            findings.push(not_of(entry, &["masculine", "feminine"]));
            // What was meant is told; that there is a gender is not in doubt.
            Some(Gender::Masculine)
        }
    }
}

fn stays_singular(entry: &Entry, findings: &mut Findings) -> bool {
    let singular = entry.text == "singular";
    if !singular {
        findings.push(not_of(entry, &["singular"]));
    }
    singular
}

fn not_of(entry: &Entry, words: &[&'static str]) -> Diagnostic {
    let message = format!("`{}` is none of the words it may be", entry.key);
    Diagnostic::new(&code::language::NOUN_GRAMMAR, message)
        .at(entry.place.clone())
        .help(did_you_mean(&entry.text, words.iter().copied()))
}

fn blank(entry: &Entry) -> Diagnostic {
    Diagnostic::new(&code::language::EMPTY, format!("`{}` is blank", entry.key))
        .at(entry.place.clone())
        .help("write the form of the noun after two and more, or leave the key out")
}

fn without_gender(noun: &str, place: Place) -> Diagnostic {
    let message = format!("the noun `{noun}` has no `gender`");
    Diagnostic::new(&code::language::NOUN_GRAMMAR, message)
        .at(place)
        .help("add `gender: masculine` or `gender: feminine`: numbers mutate by it")
}

/// A noun in print, from its two forms and its grammar; `None` if a form is missing.
pub(super) fn after<'a>(
    grammar: &NounGrammar,
    number: u64,
    form: impl Fn(&str) -> Option<&'a Phrase>,
) -> Option<String> {
    Some(grammar.after(number, form("one")?.text(), form("other")?.text()))
}
