//! The catalogue of one language: every phrase under its dotted key.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostics::{Diagnostic, Findings, Place, SourceFile, code, did_you_mean};

use super::Language;
use super::calendar::Calendar;
use super::numbers::Patterns;
use super::phrase::Phrase;
use super::reading::{self, Entry};
use super::required::{self, Required};

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
    calendar: Calendar,
    patterns: Patterns,
}

impl Locale {
    /// Reads a locale: nested keys over phrases, `language` among them.
    ///
    /// # Errors
    /// Every fault of the file at once, each with its place: codes of the family `L`.
    pub fn parse(file: &Arc<SourceFile>) -> Result<Self, Findings> {
        let mut entries = reading::read(file)?;
        let mut findings = Findings::new();
        let language = take_language(file, &mut entries, &mut findings);
        let mut phrases = BTreeMap::new();
        for entry in entries {
            match phrase(entry) {
                Ok((key, phrase)) => drop(phrases.insert(key, phrase)),
                Err(fault) => findings.push(fault),
            }
        }
        if let Some(language) = language {
            check_nouns(file, language, &phrases, &mut findings);
        }
        let mut required = Required::new(file, &phrases, &mut findings);
        let (calendar, patterns) = (Calendar::take(&mut required), Patterns::take(&mut required));
        match (language, calendar, patterns) {
            (Some(language), Some(calendar), Some(patterns)) if findings.is_empty() => Ok(Locale {
                language,
                phrases,
                calendar,
                patterns,
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

    /// Every dotted key, in alphabetical order.
    pub fn keys(&self) -> impl Iterator<Item = &str> + Clone {
        self.phrases.keys().map(String::as_str)
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
        findings.push(required::missing(file, "language"));
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

/// One entry as a phrase, if its text is fit to print.
fn phrase(entry: Entry) -> Result<(String, Phrase), Diagnostic> {
    let Entry { key, text, place } = entry;
    if text.trim().is_empty() {
        let help = "write the phrase; one that begins with `{` stands in double quotes";
        return Err(fault(
            &code::language::EMPTY,
            format!("`{key}` is blank"),
            place,
            help,
        ));
    }
    if text.contains(['\'', '"']) {
        let message = format!("`{key}` has a straight quotation mark");
        let help = "write ’ for an apostrophe, and ‘ ’ or “ ” around a quotation";
        return Err(fault(&code::language::STRAIGHT_QUOTE, message, place, help));
    }
    Phrase::parse(text, place.clone())
        .map(|phrase| (key.clone(), phrase))
        .map_err(|why| {
            let help = "write `{name}`: one brace on each side, lower-case letters, digits and `_`";
            fault(
                &code::language::PLACEHOLDER,
                format!("`{key}` {why}"),
                place,
                help,
            )
        })
}

fn fault(code: &'static code::Code, message: String, place: Place, help: &str) -> Diagnostic {
    Diagnostic::new(code, message).at(place).help(help)
}

/// Every noun has each plural form of its language, and no other.
fn check_nouns(
    file: &Arc<SourceFile>,
    language: Language,
    phrases: &BTreeMap<String, Phrase>,
    findings: &mut Findings,
) {
    let forms = language.plural_forms();
    for (key, phrase) in phrases {
        let Some((noun, form)) = key
            .strip_prefix("nouns.")
            .map(|rest| rest.split_once('.').unwrap_or((rest, "")))
        else {
            continue;
        };
        if !forms.contains(&form) {
            let message = format!("`{key}` is not a plural form");
            let help = format!("write `{noun}: {{{}}}`", forms.join(": …, ") + ": …");
            let place = phrase.place().clone();
            findings.push(fault(&code::language::PLURAL_FORM, message, place, &help));
        } else if !phrase.placeholders().is_empty() {
            findings.push(required::other_placeholders(key, phrase, &[]));
        }
        for absent in forms.iter().map(|form| format!("nouns.{noun}.{form}")) {
            if !phrases.contains_key(&absent) {
                findings.push(required::missing(file, &absent));
            }
        }
    }
}
