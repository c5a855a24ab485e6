//! The catalogue of one language: every phrase under its dotted key.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::Arc;

use crate::diagnostics::{Diagnostic, Findings, SourceFile, code};

use super::Language;
use super::calendar::Calendar;
use super::entries::Entry;
use super::laid::{self, Laid};
use super::nouns::{self, Nouns};
use super::patterns::Patterns;
use super::phrase::Phrase;
use super::plurals;
use super::provenance::Remarks;
use super::required::{self, Required};
use super::welsh;

/// The words of one language, checked whole when they are read.
///
/// ```
/// use concord::diagnostics::SourceFile;
/// use concord::language::Locale;
///
/// let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/locales/en.yaml"));
/// let locale = Locale::parse(&SourceFile::new("en.yaml", text)).expect("the locale is sound");
/// assert_eq!(locale.date(jiff::civil::date(2026, 3, 2)), "2 March 2026");
/// assert_eq!(locale.count(4, "session").as_deref(), Some("four sessions"));
/// ```
#[derive(Clone, Debug)]
pub struct Locale {
    language: Language,
    phrases: BTreeMap<String, Phrase>,
    /// Of each phrase that is not the lowest file's, whose it is.
    layers: BTreeMap<String, usize>,
    added: BTreeSet<String>,
    nouns: Nouns,
    calendar: Calendar,
    patterns: Patterns,
    remarks: Remarks,
}

impl Locale {
    /// Reads a locale: nested keys over phrases, `language` among them.
    ///
    /// # Errors
    /// The faults of the file, each with its place: `Y02`–`Y15`, else codes of the family
    /// `L`. A missing phrase is told once every phrase can be read, lest a blank one be told twice.
    pub fn parse(file: &Arc<SourceFile>) -> Result<Self, Findings> {
        Self::laid(std::slice::from_ref(file))
    }

    /// Reads a locale of several files, the lowest first: of each key the last file that has
    /// it says the words.
    ///
    /// # Errors
    /// As [`Locale::parse`], of each file; `A09` for one in another language, and `L10` for
    /// words with other places than those that they take the place of.
    pub fn laid(files: &[Arc<SourceFile>]) -> Result<Self, Findings> {
        let mut findings = Findings::new();
        let Laid {
            file,
            language,
            mut entries,
            hidden,
            added,
            remarks,
        } = laid::lay(files, &mut findings)?;
        let nouns = match language {
            Some(Language::Cy) => nouns::take(&mut entries, &mut findings),
            _ => Nouns::new(),
        };
        // In what is no language we write, faults of single phrases are told all the same.
        let read_as = language.unwrap_or(Language::En);
        let over = entries.iter().filter(|entry| entry.layer > 0);
        let layers = over.map(|entry| (entry.key.clone(), entry.layer)).collect();
        let phrases = phrases(read_as, entries, &mut findings);
        for below in hidden {
            findings.extend(placed_otherwise(read_as, below, &phrases));
        }
        let Some(language) = language.filter(|_| findings.is_empty()) else {
            return Err(findings);
        };
        plurals::check(language, &phrases, &mut findings);
        if language == Language::Cy {
            welsh::check_answers(&phrases, &mut findings);
        }
        let mut required = Required::new(&file, &phrases, &mut findings);
        match (Calendar::take(&mut required), Patterns::take(&mut required)) {
            (Some(calendar), Some(patterns)) if findings.is_empty() => Ok(Locale {
                language,
                phrases,
                layers,
                added,
                nouns,
                calendar,
                patterns,
                remarks,
            }),
            _ => Err(findings),
        }
    }

    /// The language it is written in.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The phrase of a dotted key (`court-report.title`), if there is one.
    pub fn phrase(&self, key: &str) -> Option<&Phrase> {
        self.phrases.get(key)
    }

    /// The phrase of a block that follows a number, in the form the number asks for:
    /// `phrase_for("heading.children", 2)` is `heading.children.other`.
    pub fn phrase_for(&self, key: &str, number: u64) -> Option<&Phrase> {
        self.phrase(&format!("{key}.{}", self.language.plural_form(number)))
    }

    /// Every dotted key, in alphabetical order.
    pub fn keys(&self) -> impl Iterator<Item = &str> + Clone {
        self.phrases.keys().map(String::as_str)
    }

    /// The same from this key on.
    pub fn keys_from<'l>(&'l self, first: &str) -> impl Iterator<Item = &'l str> + use<'l> {
        let from = (Bound::Included(first), Bound::Unbounded);
        self.phrases
            .range::<str, _>(from)
            .map(|(key, _)| key.as_str())
    }

    /// Which of its files says the phrase of this key: 0 is the lowest.
    pub fn layer_of(&self, key: &str) -> usize {
        self.layers.get(key).copied().unwrap_or_default()
    }

    /// The phrases that the lowest file does not have.
    pub fn added(&self) -> impl Iterator<Item = (&str, &Phrase)> {
        let added = self.added.iter();
        added.filter_map(|key| Some((key.as_str(), self.phrases.get(key)?)))
    }

    /// The noun that the phrase of this key is said of, if its entry names one.
    pub(super) fn noun_of(&self, key: &str) -> Option<&str> {
        self.remarks.nouns.get(key).map(String::as_str)
    }

    /// The note for the next translator on the phrase of this key.
    pub(super) fn note_on(&self, key: &str) -> Option<&str> {
        self.remarks.notes.get(key).map(String::as_str)
    }

    pub(super) fn nouns(&self) -> &Nouns {
        &self.nouns
    }

    pub(super) fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    pub(super) fn patterns(&self) -> &Patterns {
        &self.patterns
    }
}

/// The entries that are fit to print, each under its key.
fn phrases(
    language: Language,
    entries: Vec<Entry>,
    findings: &mut Findings,
) -> BTreeMap<String, Phrase> {
    let entries = entries.into_iter();
    let read = entries.filter_map(|entry| phrase(language, entry, findings));
    read.collect()
}

/// Words that leave out a place of those they take the place of, or have another: whoever
/// fills the phrase knows only the places it had.
fn placed_otherwise(
    language: Language,
    below: Entry,
    phrases: &BTreeMap<String, Phrase>,
) -> Option<Diagnostic> {
    let phrase = phrases.get(&below.key)?;
    let Entry {
        key, text, place, ..
    } = below;
    let below = Phrase::parse(language, text, place, None).ok()?;
    let places = |phrase: &Phrase| -> BTreeSet<String> {
        let names = phrase.placeholders().into_iter();
        names.map(str::to_owned).collect()
    };
    (places(phrase) != places(&below)).then(|| {
        let finding = required::other_placeholders(&key, phrase, &below.placeholders());
        finding.label(below.place().clone(), "it takes the place of this phrase")
    })
}

/// One entry as a phrase, if its text is fit to print.
fn phrase(language: Language, entry: Entry, findings: &mut Findings) -> Option<(String, Phrase)> {
    let Entry {
        key,
        text,
        place,
        source,
        ..
    } = entry;
    let (code, message, help) = if text.trim().is_empty() {
        let help = "write the phrase; one that begins with `{` stands in double quotes";
        (&code::language::EMPTY, format!("`{key}` is blank"), help)
    } else if text.contains(['\'', '"']) {
        let help = "write ’ for an apostrophe, and ‘ ’ or “ ” around a quotation";
        (
            &code::language::STRAIGHT_QUOTE,
            format!("`{key}` has a straight quotation mark"),
            help,
        )
    } else {
        match Phrase::parse(language, text, place.clone(), source) {
            Ok(phrase) => return Some((key, phrase)),
            Err(why) => {
                let help = "write `{name}`: one brace on each side, and in between lower-case \
                            letters, digits and `_`";
                (&code::language::PLACEHOLDER, format!("`{key}` {why}"), help)
            }
        }
    };
    findings.push(Diagnostic::new(code, message).at(place).help(help));
    None
}
