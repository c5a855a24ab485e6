//! Words that change with what follows them: a and ac, â and ag, na and nac, gyda and gydag
//! (chyda and chydag after a), y, yr and ’r; and the two numerals that change after y, dau
//! and dwy.
//!
//! A phrase of a locale has them in their first form before a place, `{before} a
//! {after}`; the value decides (sources: Arddulliadur, “a/ac” and “y/yr”). The
//! words of a value are left as they are: names of people do not mutate.

use std::borrow::Cow;

use super::mutation::soft;
use super::sound::Sound;

/// Adds the value of a place to what stands before it. `words` are the phrase’s own
/// words just before the place; a value before it is nobody’s grammar.
pub(in crate::language) fn push(text: &mut String, words: &str, value: &str) {
    let Some(word) = linking_word(words) else {
        text.push_str(value);
        return;
    };
    if let Some(rest) = after_article(value).filter(|_| joins_the_article(word)) {
        text.pop();
        text.push_str("’r ");
        text.push_str(rest);
        return;
    }
    if let Some(form) = form_before(word, Sound::of(value)) {
        text.truncate(text.len() - word.len() - 1);
        text.push_str(form);
        text.push(' ');
    }
    text.push_str(&after(word, value));
}

/// A value after this word. Dau and dwy soften after the article, alone of all numerals:
/// y ddwy wythnos, o’r ddau (source: Aberystwyth).
fn after<'a>(word: &str, value: &'a str) -> Cow<'a, str> {
    let follows_article = matches!(word, "y" | "Y") || word.ends_with("’r");
    let numeral = value.split(' ').next().unwrap_or_default();
    match follows_article && ["dau", "dwy"].contains(&numeral) {
        true => soft(value).into(),
        false => value.into(),
    }
}

/// The last of the words, if nothing but a space parts it from the place.
pub(in crate::language) fn linking_word(words: &str) -> Option<&str> {
    let word = words.strip_suffix(' ')?.rsplit(' ').next()?;
    Some(word.trim_start_matches(|c: char| !c.is_alphabetic()))
}

/// What a value says after its article: of `y ceisydd`, `ceisydd`.
fn after_article(value: &str) -> Option<&str> {
    value
        .strip_prefix("y ")
        .or_else(|| value.strip_prefix("yr "))
}

/// Words of a phrase that take the article as ’r: o’r heddlu. All end in a vowel; the
/// list is short so that no name in front of an article is drawn in.
fn joins_the_article(word: &str) -> bool {
    const WORDS: [&str; 15] = [
        "a", "â", "chyda", "drwy", "dyma", "dyna", "gyda", "i", "mae", "na", "neu", "o", "trwy",
        "tua", "wedi",
    ];
    WORDS.contains(&word.to_lowercase().as_str())
}

/// The form of a linking word before this sound, where it is not the first one. `A`
/// with a capital is another word, which asks a question.
fn form_before(word: &str, sound: Sound) -> Option<&'static str> {
    match (word, sound) {
        ("y", Sound::Vowel | Sound::VowelAfterArticle) => Some("yr"),
        ("Y", Sound::Vowel | Sound::VowelAfterArticle) => Some("Yr"),
        ("a", Sound::Vowel) => Some("ac"),
        ("â", Sound::Vowel) => Some("ag"),
        ("na", Sound::Vowel) => Some("nac"),
        ("chyda", Sound::Vowel) => Some("chydag"),
        ("gyda", Sound::Vowel) => Some("gydag"),
        ("Gyda", Sound::Vowel) => Some("Gydag"),
        _ => None,
    }
}
