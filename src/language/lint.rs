//! Welsh that a reader would not sign: turns of English in Welsh words, forms that agree with
//! nothing, and mutations that nobody decided on. No spelling is wrong in any of them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::diagnostics::{Code, Diagnostic, Findings, code};
use crate::reading::table;

use super::locale::Locale;
use super::phrase::Phrase;
use super::welsh::Mutation;

/// Turns of English, each with what Welsh says and who says so.
static CALQUES: LazyLock<BTreeMap<String, Calque>> =
    LazyLock::new(|| table(include_str!("calques.yaml")));

/// Openings whose pronoun agrees with a noun outside the phrase, small.
const AGREEING: [&str; 5] = ["heb ei ", "heb eu ", "wedi’i ", "wedi’u ", "i’w "];

/// Words before which no `y` is wanted: `beth mae`, `sut mae`. Before any other, mae opens a
/// relative clause, which has it (source: Arddulliadur, “y/yr”).
const NO_Y_AFTER: [&str; 10] = [
    "y", "beth", "sut", "ble", "pam", "pryd", "ac", "ond", "neu", "felly",
];

/// Words that soften a noun after them, and that aspirate one (source: Aberystwyth).
const SOFTENING: [&str; 12] = [
    "am", "ar", "at", "dan", "dros", "drwy", "gan", "heb", "i", "o", "tan", "wrth",
];
const ASPIRATING: [&str; 3] = ["gyda", "tua", "â"];

/// Places that never mutate, because a name, a figure, a date in figures or a noun behind its
/// article or pronoun fills them: `gyda’r fam`, `gyda dy dad`.
const FIRM: [&str; 26] = [
    "about", "by", "children", "date", "days", "end", "even", "first", "from", "item", "last",
    "months", "name", "names", "nights", "number", "odd", "people", "person", "start", "time",
    "to", "total", "until", "weeks", "who",
];

/// What is wrong with the words of a Welsh locale.
pub(super) fn lint(welsh: &Locale) -> Findings {
    let mut findings = Findings::new();
    let phrases = welsh
        .keys()
        .filter_map(|key| Some((key, welsh.phrase(key)?)));
    for (key, phrase) in phrases {
        let told = [
            calque(key, phrase),
            dated_day_after_ar(key, phrase),
            agrees_with_nothing(key, phrase, welsh),
            relative_without_y(key, phrase),
            undecided_mutation(key, phrase),
        ];
        findings.extend(told.into_iter().flatten());
    }
    findings
}

/// A turn of English in Welsh words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Calque {
    term: String,
    instead: String,
    source: String,
}

fn calque(key: &str, phrase: &Phrase) -> Option<Diagnostic> {
    let small = phrase.text().to_lowercase();
    let mut calques = CALQUES.values();
    let calque = calques.find(|calque| says(&small, &calque.term))?;
    let message = format!("`{key}` has the term `{}`", calque.term);
    let help = format!("write `{}` ({})", calque.instead, calque.source);
    Some(told(&code::language::DISCARDED_TERM, message, phrase, help))
}

/// Whether whole words stand in a text. The name of a place is not among its words.
fn says(text: &str, term: &str) -> bool {
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || "{_".contains(c));
    let ends_open = term.ends_with('{');
    text.match_indices(term).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + term.len()..]);
        let begins = !is_part(before.chars().next_back());
        begins && (ends_open || !is_part(after.chars().next()))
    })
}

/// `ar ddydd Llun` is every Monday. On one Monday it is `ddydd Llun 15 Mehefin`, without a
/// preposition (source: Dr Gramadeg, parallel.cymru).
fn dated_day_after_ar(key: &str, phrase: &Phrase) -> Option<Diagnostic> {
    let after_ar = |(word, name, mutation): (&str, &str, Option<Mutation>)| {
        let is_day = name.contains("date") || name.contains("day");
        (word == "ar" && is_day && mutation == Some(Mutation::Soft)).then(|| name.to_owned())
    };
    let name = phrase.places().find_map(after_ar)?;
    let message = format!("`{key}` has `ar` before the day `{name}`");
    let help = format!("write `{{{name}:soft}}` alone; `ar` is for every such day");
    Some(told(&code::language::DAY_AFTER_AR, message, phrase, help))
}

/// `Heb ei gofnodi` is said of a masculine noun and `Heb ei chofnodi` of a feminine one, so
/// that its entry names the noun (source: Aberystwyth, the pronouns ei and eu).
fn agrees_with_nothing(key: &str, phrase: &Phrase, welsh: &Locale) -> Option<Diagnostic> {
    let small = phrase.text().to_lowercase();
    let opening = AGREEING
        .iter()
        .find(|opening| small.starts_with(**opening))?;
    if welsh.noun_of(key).is_some() {
        return None;
    }
    let message = format!(
        "`{key}` opens with `{}` and agrees with nothing",
        opening.trim()
    );
    let help = "add `noun: …`, the one thing it is said of, or write what agrees with all, as \
                `Ni chofnodwyd`";
    Some(told(&code::language::AGREEMENT, message, phrase, help))
}

fn relative_without_y(key: &str, phrase: &Phrase) -> Option<Diagnostic> {
    let small = phrase.text().to_lowercase();
    let words: Vec<&str> = small.split(' ').collect();
    let pair = words.windows(2).find(|pair| {
        let is_mae = pair[1] == "mae" || pair[1].starts_with("mae’");
        let goes_on = pair[0].ends_with(char::is_alphanumeric);
        is_mae && goes_on && !NO_Y_AFTER.contains(&pair[0])
    })?;
    let message = format!("`{key}` has `{}` before `mae` without `y`", pair[0]);
    let help = format!("write `{} y {}`", pair[0], pair[1]);
    Some(told(&code::language::RELATIVE, message, phrase, help))
}

/// A place behind a word that mutates says which mutation its value takes, unless a name, a
/// figure or a date stands there.
fn undecided_mutation(key: &str, phrase: &Phrase) -> Option<Diagnostic> {
    let undecided = |(word, name, mutation): (&str, &str, Option<Mutation>)| {
        let wanted = match word.to_lowercase() {
            word if SOFTENING.contains(&word.as_str()) => "soft",
            word if ASPIRATING.contains(&word.as_str()) => "aspirate",
            _ => return None,
        };
        let is_open = mutation.is_none() && !FIRM.contains(&name);
        is_open.then(|| (word.to_owned(), name.to_owned(), wanted))
    };
    let (word, name, wanted) = phrase.places().find_map(undecided)?;
    let message = format!("`{key}` does not say how `{name}` mutates after `{word}`");
    let help = format!(
        "write `{{{name}:{wanted}}}`, or give the place a name that says what never mutates, as \
         `{{name}}`, `{{number}}` or `{{date}}`"
    );
    Some(told(
        &code::language::UNDECIDED_MUTATION,
        message,
        phrase,
        help,
    ))
}

fn told(
    code: &'static Code,
    message: String,
    phrase: &Phrase,
    help: impl Into<String>,
) -> Diagnostic {
    Diagnostic::new(code, message)
        .at(phrase.place().clone())
        .help(help)
}
