//! A phrase of a locale: text with named places for values, `Page {number} of {total}`.
//!
//! In Welsh a place may ask for a mutation of its value, `i {end_weekday:soft}`, and
//! a linking word before a place fits itself to the value (`welsh/joining.rs`).

use std::fmt;

use crate::diagnostics::{Place, in_backticks};

use super::Language;
use super::source::Source;
use super::welsh::{self, Mutation};

/// Fixed words of a document, with the place in the locale they come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    text: String,
    parts: Vec<Part>,
    place: Place,
    language: Language,
    source: Option<Source>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Words(String),
    Placeholder {
        name: String,
        mutation: Option<Mutation>,
    },
}

/// What is wrong with the placeholders of a text, in the middle of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PlaceholderFault {
    Unclosed,
    Unopened,
    BadName,
    BadForm,
}

impl fmt::Display for PlaceholderFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            PlaceholderFault::Unclosed => "opens a brace that it does not close",
            PlaceholderFault::Unopened => "closes a brace that it did not open",
            PlaceholderFault::BadName => "has a placeholder without a proper name",
            PlaceholderFault::BadForm => "has a placeholder in a form that there is not",
        })
    }
}

impl Phrase {
    /// Takes a text apart at its braces. A brace is never literal: documents of
    /// a court have no use for one.
    pub(super) fn parse(
        language: Language,
        text: String,
        place: Place,
        source: Option<Source>,
    ) -> Result<Self, PlaceholderFault> {
        let mut parts = Vec::new();
        let mut rest = text.as_str();
        while let Some(at) = rest.find(['{', '}']) {
            let (words, from_brace) = rest.split_at(at);
            let inside = from_brace
                .strip_prefix('{')
                .ok_or(PlaceholderFault::Unopened)?;
            let (inside, after) = inside.split_once('}').ok_or(PlaceholderFault::Unclosed)?;
            if !words.is_empty() {
                parts.push(Part::Words(words.to_owned()));
            }
            parts.push(placeholder(language, inside)?);
            rest = after;
        }
        if !rest.is_empty() {
            parts.push(Part::Words(rest.to_owned()));
        }
        Ok(Phrase {
            text,
            parts,
            place,
            language,
            source,
        })
    }

    /// The text as the locale has it, placeholders and all.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where it stands in the locale, for a finding about it.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Where its wording is from, if the locale says so.
    pub fn source(&self) -> Option<&Source> {
        self.source.as_ref()
    }

    /// The names it wants filled, each once, in the order they first stand.
    pub fn placeholders(&self) -> Vec<&str> {
        let mut names = Vec::new();
        for part in &self.parts {
            if let Part::Placeholder { name, .. } = part
                && !names.contains(&name.as_str())
            {
                names.push(name.as_str());
            }
        }
        names
    }

    /// Each place with the word just before it, its name and the mutation it asks for.
    pub(super) fn places(&self) -> impl Iterator<Item = (&str, &str, Option<Mutation>)> {
        let before = std::iter::once(None).chain(self.parts.iter().map(Some));
        self.parts.iter().zip(before).filter_map(|(part, before)| {
            let Part::Placeholder { name, mutation } = part else {
                return None;
            };
            let word = match before {
                Some(Part::Words(words)) => welsh::linking_word(words).unwrap_or_default(),
                _ => "",
            };
            Some((word, name.as_str(), *mutation))
        })
    }

    /// The phrase with each placeholder replaced by the value of its name. A value is
    /// taken as it is: braces in it are letters like any other.
    ///
    /// # Errors
    /// When a placeholder has no value, when a value has no placeholder, or when a
    /// name is given twice.
    pub fn fill(&self, values: &[(&str, &str)]) -> Result<String, FillError> {
        let wanted = self.placeholders();
        let missing = wanted
            .iter()
            .filter(|name| !values.iter().any(|(given, _)| given == *name))
            .map(|name| (*name).to_owned())
            .collect::<Vec<_>>();
        let superfluous = values
            .iter()
            .enumerate()
            .filter(|(at, (given, _))| {
                !wanted.contains(given) || values[..*at].iter().any(|(other, _)| other == given)
            })
            .map(|(_, (given, _))| (*given).to_owned())
            .collect::<Vec<_>>();
        if missing.is_empty() && superfluous.is_empty() {
            Ok(self.fill_checked(values))
        } else {
            Err(FillError {
                missing,
                superfluous,
            })
        }
    }

    /// Fills a phrase whose names were compared when the locale was read.
    pub(super) fn fill_checked(&self, values: &[(&str, &str)]) -> String {
        let value_of = |name: &str| {
            values
                .iter()
                .find(|(given, _)| *given == name)
                .map_or("", |(_, value)| *value)
        };
        let mut text = String::new();
        let mut words_before = "";
        for part in &self.parts {
            match part {
                Part::Words(words) => {
                    text.push_str(words);
                    words_before = words;
                }
                Part::Placeholder { name, mutation } => {
                    let value = value_of(name);
                    match (self.language, mutation) {
                        (Language::En, _) => text.push_str(value),
                        (Language::Cy, None) => welsh::push(&mut text, words_before, value),
                        (Language::Cy, Some(mutation)) => {
                            welsh::push(&mut text, words_before, &mutation.of(value));
                        }
                    }
                    words_before = "";
                }
            }
        }
        text
    }
}

/// What stands between two braces: a name, and in Welsh the mutation that its value
/// takes there.
fn placeholder(language: Language, inside: &str) -> Result<Part, PlaceholderFault> {
    let (name, mutation) = match inside.split_once(':') {
        Some((name, form)) if language == Language::Cy => {
            let mutation = Mutation::named(form).ok_or(PlaceholderFault::BadForm)?;
            (name, Some(mutation))
        }
        _ => (inside, None),
    };
    if !is_name(name) {
        return Err(PlaceholderFault::BadName);
    }
    Ok(Part::Placeholder {
        name: name.to_owned(),
        mutation,
    })
}

/// Lower-case letters, digits and `_`, a letter first.
fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// A phrase was given other names than it wants. Holds names, never values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FillError {
    /// Placeholders that no value was given for.
    pub missing: Vec<String>,
    /// Names given that the phrase has no placeholder for, or that were given twice.
    pub superfluous: Vec<String>,
}

impl fmt::Display for FillError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |names: &[String]| in_backticks(names);
        match (self.missing.is_empty(), self.superfluous.is_empty()) {
            (_, true) => write!(f, "the phrase wants {}", list(&self.missing)),
            (true, false) => write!(f, "the phrase has no place for {}", list(&self.superfluous)),
            (false, false) => write!(
                f,
                "the phrase wants {} and has no place for {}",
                list(&self.missing),
                list(&self.superfluous)
            ),
        }
    }
}

impl std::error::Error for FillError {}
