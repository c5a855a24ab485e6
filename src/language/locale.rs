//! The catalogue of one language: every phrase under its dotted key.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostics::{Diagnostic, Findings, Place, SourceFile, code, did_you_mean};

use super::Language;
use super::calendar::Calendar;
use super::entries::{self, Entry};
use super::nouns::{self, Nouns};
use super::patterns::Patterns;
use super::phrase::Phrase;
use super::plurals;
use super::provenance::{Remarks, Source, Sources};
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
        let (file, mut entries) = entries::read(file)?;
        let mut findings = Findings::new();
        let language = take_language(&file, &mut entries, &mut findings);
        let sources = Sources::take(&mut entries);
        let nouns = match language {
            Some(Language::Cy) => nouns::take(&mut entries, &mut findings),
            _ => Nouns::new(),
        };
        if language.is_some_and(Language::is_translation) {
            findings.extend(sources.wanting(&entries));
        }
        // In what is no language we write, faults of single phrases are told all the same.
        let read_as = language.unwrap_or(Language::En);
        let phrases = phrases(read_as, entries, &sources, &mut findings);
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
                nouns,
                calendar,
                patterns,
                remarks: sources.into_remarks(),
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

/// Takes `language` out of the entries: it is a fact about the file, not a phrase.
fn take_language(
    file: &Arc<SourceFile>,
    entries: &mut Vec<Entry>,
    findings: &mut Findings,
) -> Option<Language> {
    let Some(at) = entries.iter().position(|entry| entry.key == "language") else {
        findings.push(required::missing("language", Place::new(file, 0..0)));
        return None;
    };
    let entry = entries.remove(at);
    let language = Language::from_code(&entry.text);
    if language.is_none() {
        let codes = Language::ALL.iter().map(|language| language.code());
        findings.push(
            Diagnostic::new(
                &code::language::NO_SUCH_LANGUAGE,
                "`language` is not a known code",
            )
            .at(entry.place)
            .help(did_you_mean(&entry.text, codes)),
        );
    }
    language
}

/// The entries that are fit to print, each under its key.
fn phrases(
    language: Language,
    entries: Vec<Entry>,
    sources: &Sources,
    findings: &mut Findings,
) -> BTreeMap<String, Phrase> {
    entries
        .into_iter()
        .filter_map(|entry| {
            let source = sources.of(&entry.key).cloned();
            phrase(language, entry, source, findings)
        })
        .collect()
}

/// One entry as a phrase, if its text is fit to print.
fn phrase(
    language: Language,
    entry: Entry,
    source: Option<Source>,
    findings: &mut Findings,
) -> Option<(String, Phrase)> {
    let Entry { key, text, place } = entry;
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
