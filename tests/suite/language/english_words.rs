//! English that shows through in a Welsh text: a list of words that are English and not
//! Welsh (`fixtures/locales/english-words.txt`), for the locale and for finished pages.
//!
//! A reader of Welsh winces at one English word. Names, quotations and titles that have
//! no Welsh form are let through by whoever asks.

use std::collections::BTreeSet;

use concord::language::Source;

use super::{english, file, welsh};

/// The English words of a Welsh text in their order, in small letters, after everything in
/// `allowed` (names, quotations, titles) is taken out of it.
pub(crate) fn english_words_in(text: &str, allowed: &[&str]) -> Vec<String> {
    let list = file("fixtures/locales/english-words.txt");
    let list: BTreeSet<&str> = list
        .text()
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .collect();
    let mut allowed = allowed.to_vec();
    allowed.sort_by_key(|words| std::cmp::Reverse(words.len()));
    let without = allowed
        .into_iter()
        .filter(|words| !words.is_empty())
        .fold(text.to_owned(), |text, words| text.replace(words, " … "));
    without
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric() && !"’-".contains(c))
        .filter(|word| list.contains(word))
        .map(str::to_owned)
        .collect()
}

/// What a Welsh document may say in English: the entries that are rightly the same.
pub(crate) fn listed_terms() -> Vec<String> {
    let welsh = welsh();
    welsh
        .keys()
        .filter_map(|key| welsh.phrase(key))
        .filter(|phrase| phrase.source() == Some(&Source::Same))
        .map(|phrase| phrase.text().to_owned())
        .filter(|text| text.contains(' ') && !text.contains('{'))
        .collect()
}

#[test]
fn no_welsh_phrase_lets_english_show_through() {
    let (welsh, terms) = (welsh(), listed_terms());
    let terms: Vec<&str> = terms.iter().map(String::as_str).collect();
    for key in welsh.keys() {
        let text = welsh.phrase(key).expect("it has its own keys").text();
        let names: Vec<&str> = text
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
            .collect();
        let found = english_words_in(text, &[&terms[..], &names[..]].concat());
        assert!(found.is_empty(), "`{key}` has {found:?}");
    }
}

#[test]
fn most_english_phrases_would_be_noticed() {
    let english = english();
    let phrases = english.keys().filter_map(|key| english.phrase(key));
    let sentences: Vec<_> = phrases
        .map(|phrase| phrase.text())
        .filter(|text| text.split(' ').filter(|word| !word.contains('{')).count() > 3)
        .collect();
    let unnoticed: Vec<_> = sentences
        .iter()
        .filter(|text| english_words_in(text, &[]).is_empty())
        .collect();
    assert!(unnoticed.is_empty(), "{unnoticed:#?}");
}

#[test]
fn names_and_titles_are_let_through() {
    let text = "Mae Will May yn mynychu Working Together for Children gyda the court.";
    let allowed = ["Will May", "Working Together for Children"];
    assert_eq!(english_words_in(text, &allowed), ["the", "court"]);
}
