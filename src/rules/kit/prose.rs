//! The sentences and the words of a prose text.

use std::borrow::Cow;

/// A word as it stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word<'a> {
    /// Its letters, without the `’s` of what somebody has.
    pub(crate) text: &'a str,
    /// Whether it is what somebody has: `Isla’s`.
    pub(crate) is_possessive: bool,
    /// Whether a sentence begins with it, so that its capital tells nothing.
    pub(crate) is_first: bool,
    /// What stands between it and the word before.
    pub(crate) gap: &'a str,
}

impl<'a> Word<'a> {
    pub(crate) fn has_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// It in small letters, in which most words stand already.
    pub(crate) fn small(&self) -> Cow<'a, str> {
        let is_small = |c: u8| c.is_ascii() && !c.is_ascii_uppercase();
        match self.text.bytes().all(is_small) {
            true => Cow::Borrowed(self.text),
            false => Cow::Owned(self.text.to_lowercase()),
        }
    }

    /// It in small letters, with a plain apostrophe.
    pub(crate) fn plain(&self) -> String {
        match self.small() {
            small if small.contains('’') => small.replace('’', "'"),
            small => small.into_owned(),
        }
    }
}

const APOSTROPHES: [char; 2] = ['\'', '’'];

/// The sentences of a text: a point ends one before a space, but not in `3.15 pm`, `Mr. A.
/// Doyle` or `p.m.`; so does an empty line.
pub(crate) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").flat_map(|paragraph| {
        let mut start = 0;
        let mut sentences = Vec::new();
        for (at, end) in paragraph.match_indices(['.', '!', '?']) {
            let after = &paragraph[at + end.len()..];
            if ends_here(&paragraph[start..at], end, after) {
                sentences.push(&paragraph[start..at + end.len()]);
                start = at + end.len();
            }
        }
        sentences.push(&paragraph[start..]);
        sentences.retain(|sentence| sentence.contains(char::is_alphanumeric));
        sentences
    })
}

fn ends_here(before: &str, end: &str, after: &str) -> bool {
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).next();
    let is_short = last.is_some_and(|word| {
        matches!(word, "Mr" | "Mrs" | "Ms" | "Dr" | "St" | "No") || word.chars().count() == 1
    });
    let parts = after.is_empty() || after.starts_with(|c: char| !c.is_alphanumeric());
    parts && !(end == "." && is_short && !after.is_empty())
}

/// The words of a sentence, in order. A hyphen and an apostrophe stand within a word.
pub(crate) fn words(sentence: &str) -> Vec<Word<'_>> {
    let within = |c: char| c.is_alphanumeric() || c == '-' || APOSTROPHES.contains(&c);
    let mut words = Vec::new();
    let mut rest = sentence;
    while let Some(start) = rest.find(char::is_alphanumeric) {
        let (gap, from) = rest.split_at(start);
        let end = from.find(|c: char| !within(c)).unwrap_or(from.len());
        let whole = from[..end].trim_end_matches(|c: char| c == '-' || APOSTROPHES.contains(&c));
        let stem = whole.strip_suffix(['s', 'S']);
        let stem = stem.and_then(|stem| stem.strip_suffix(APOSTROPHES));
        words.push(Word {
            text: stem.unwrap_or(whole),
            is_possessive: stem.is_some() || from[whole.len()..end].starts_with(APOSTROPHES),
            is_first: words.is_empty() || gap.contains([':', '“', '‘', '"', '\n']),
            gap,
        });
        rest = &from[end..];
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_at_its_point() {
        let text = "From 3.15 pm to 5 p.m. on Friday. Mr. A. Doyle came! So?\n\nNo end";
        let all: Vec<&str> = sentences(text).map(str::trim).collect();
        let expected = [
            "From 3.15 pm to 5 p.m. on Friday.",
            "Mr. A. Doyle came!",
            "So?",
            "No end",
        ];
        assert_eq!(all, expected);
    }

    #[test]
    fn a_word_knows_whose_it_is_and_whether_it_begins() {
        let all = words("Max’s and Toby's parents’ half-term: He");
        let told: Vec<_> = all
            .iter()
            .map(|w| (w.text, w.is_possessive, w.is_first))
            .collect();
        let expected = [
            ("Max", true, true),
            ("and", false, false),
            ("Toby", true, false),
            ("parents", true, false),
            ("half-term", false, false),
            ("He", false, true),
        ];
        assert_eq!(told, expected);
    }
}
