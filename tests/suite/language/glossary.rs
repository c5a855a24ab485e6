//! The Welsh locale uses the courts’ own terms: where an English phrase has a term of
//! `fixtures/locales/glossary.tsv`, the Welsh one has its Welsh, mutated or not, or the
//! entry has a `note` that says why it has another.
//!
//! The table holds term, Welsh and source; `|` parts forms of one word. A term with a
//! capital is looked for with it: the month of May is not the verb.

use std::collections::BTreeSet;

use concord::language::{Locale, Phrase};

use super::{LEAST_WELSH, english, file, in_front_of, welsh};

struct Term {
    english: String,
    /// Every form that counts, in small letters.
    welsh: Vec<String>,
}

/// The terms, the longest first: “child arrangements order” is no child and no order.
fn terms() -> Vec<Term> {
    let small_words = in_front_of("fixtures/locales/valid/small-words.yaml", LEAST_WELSH);
    let mutations = Locale::parse(&small_words).expect("the fixture is sound");
    let mutated = |form: &str| {
        ["none", "soft", "aspirate"].map(|mutation| {
            let phrase = mutations.phrase(&format!("mutation.{mutation}"));
            let filled = phrase.expect("the fixture has it").fill(&[("value", form)]);
            filled.expect("it wants one value").to_lowercase()
        })
    };
    let table = file("fixtures/locales/glossary.tsv");
    let mut terms: Vec<Term> = table
        .text()
        .lines()
        .skip(1)
        .map(|row| match row.split('\t').collect::<Vec<_>>()[..] {
            [english, welsh, _source] => Term {
                english: english.to_owned(),
                welsh: welsh.split('|').flat_map(mutated).collect(),
            },
            _ => panic!("a row has three cells: {row}"),
        })
        .collect();
    terms.sort_by_key(|term| std::cmp::Reverse(term.english.len()));
    terms
}

/// Where whole words stand in a text.
fn find(text: &str, words: &str) -> Option<usize> {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '{');
    text.match_indices(words).map(|(at, _)| at).find(|&at| {
        let (before, after) = (&text[..at], &text[at + words.len()..]);
        !letter(before.chars().next_back()) && !letter(after.chars().next())
    })
}

/// The terms of an English phrase; what one has taken, a shorter one does not see.
fn terms_in<'a>(terms: &'a [Term], phrase: &Phrase) -> Vec<&'a Term> {
    let mut text = phrase.text().to_owned();
    let mut found = Vec::new();
    for term in terms {
        let capital = term.english.starts_with(char::is_uppercase);
        let at = match capital {
            true => find(&text, &term.english),
            false => find(&text.to_lowercase(), &term.english.to_lowercase()),
        };
        if let Some(at) = at {
            text.replace_range(at..at + term.english.len(), "…");
            found.push(term);
        }
    }
    found
}

/// The keys whose entries have a note.
fn noted() -> BTreeSet<String> {
    fn walk(block: &serde_yaml::Value, key: &str, noted: &mut BTreeSet<String>) {
        for (name, value) in block.as_mapping().into_iter().flatten() {
            match name.as_str() {
                Some("note") => drop(noted.insert(key.to_owned())),
                Some(name) if key.is_empty() => walk(value, name, noted),
                Some(name) => walk(value, &format!("{key}.{name}"), noted),
                None => {}
            }
        }
    }
    let locale = file("templates/locales/cy.yaml");
    let value = serde_yaml::from_str(locale.text()).expect("it is YAML");
    let mut noted = BTreeSet::new();
    walk(&value, "", &mut noted);
    noted
}

#[test]
fn the_welsh_locale_agrees_with_the_glossary_or_says_why_not() {
    let (english, welsh, terms, noted) = (english(), welsh(), terms(), noted());
    let mut unused: BTreeSet<&str> = terms.iter().map(|term| term.english.as_str()).collect();
    let mut disagreeing = Vec::new();
    for key in english.keys() {
        let (Some(original), Some(phrase)) = (english.phrase(key), welsh.phrase(key)) else {
            continue;
        };
        let text = phrase.text().to_lowercase();
        for term in terms_in(&terms, original) {
            unused.remove(term.english.as_str());
            let said = term.welsh.iter().any(|form| find(&text, form).is_some());
            if !said && !noted.contains(key) {
                let (original, phrase) = (original.text(), phrase.text());
                let (term, forms) = (&term.english, term.welsh.join("|"));
                disagreeing.push(format!("{key}\t{term}\t{forms}\t{original}\t{phrase}"));
            }
        }
    }
    assert!(disagreeing.is_empty(), "\n{}", disagreeing.join("\n"));
    assert!(unused.is_empty(), "no phrase has these terms: {unused:?}");
}
