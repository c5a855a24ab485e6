//! Words of addresses and of places' names: `words.yaml`, typed.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::reading::table;

/// Shorter words are in too many names to be told from others.
const SHORTEST_NAME: usize = 5;

/// The lists, read once.
pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| table(include_str!("words.yaml")));

/// Each list in small letters; the file says what it is for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    streets: Vec<String>,
    short: BTreeMap<String, String>,
    flats: Vec<String>,
    not_a_street: Vec<String>,
    calendar: Vec<String>,
    ordinary: Vec<String>,
    kinds: Vec<String>,
    regions: Vec<String>,
    whose: Vec<String>,
    descriptions: Vec<String>,
    numbers: BTreeMap<String, String>,
    tens: BTreeMap<String, String>,
    times: BTreeMap<String, usize>,
    hundred: Vec<String>,
    bases: BTreeMap<String, u32>,
    common: Vec<String>,
    towns: BTreeMap<String, String>,
    ends: Vec<String>,
    maps: Vec<String>,
    endings: Vec<String>,
}

impl Words {
    /// Whether a word tells a street from a village or a town.
    pub(super) fn is_street(&self, word: &str) -> bool {
        holds(&self.streets, word)
    }

    /// The word for a street that is written so in short.
    pub(super) fn in_full(&self, short: &str) -> Option<&str> {
        self.short.get(short).map(String::as_str)
    }

    /// The digits of a number up to nineteen that is spelled so.
    pub(super) fn number(&self, word: &str) -> Option<&str> {
        self.numbers.get(word).map(String::as_str)
    }

    /// Whether a number can begin with a word; most words of a text begin none.
    pub(super) fn begins_number(&self, word: &str) -> bool {
        let is_alone = self.number(word).is_some() || self.tens(word).is_some();
        is_alone || self.times(word).is_some() || word == "a"
    }

    /// The two digits of twenty, thirty and so on.
    pub(super) fn tens(&self, word: &str) -> Option<&str> {
        self.tens.get(word).map(String::as_str)
    }

    /// How often the digit is said that follows: `double`.
    pub(super) fn times(&self, word: &str) -> Option<usize> {
        self.times.get(word).copied()
    }

    /// Whether a word makes hundreds of the digit before it.
    pub(super) fn is_hundred(&self, word: &str) -> bool {
        holds(&self.hundred, word)
    }

    /// What is added to a digit before `ar`, as in `pedwar ar bymtheg`.
    pub(super) fn base(&self, word: &str) -> Option<u32> {
        self.bases.get(word).copied()
    }

    /// Whether a word of a name can be told from any other: `Coppermill`, and not `Church`.
    pub(super) fn is_distinctive(&self, word: &str) -> bool {
        let plain = word.replace('’', "'");
        let plain = plain.trim_end_matches("'s");
        plain.chars().count() >= SHORTEST_NAME
            && plain.starts_with(char::is_uppercase)
            && self.is_name(plain)
            && !self.is_description(plain)
            && ![&self.common, &self.regions]
                .iter()
                .any(|known| holds(known, plain))
    }

    /// Whether a word is a month or a day in Welsh.
    pub(super) fn is_of_calendar(&self, word: &str) -> bool {
        holds(&self.calendar, word)
    }

    /// What a town is called in the other language.
    pub(super) fn town_in_the_other_language(&self, town: &str) -> Option<&str> {
        let town = town.to_lowercase();
        let mut both = self.towns.iter();
        both.find_map(
            |(english, welsh)| match (*english == town, *welsh == town) {
                (true, _) => Some(welsh.as_str()),
                (_, true) => Some(english.as_str()),
                _ => None,
            },
        )
    }

    /// Words before the last digits of a number: `it ends in 417`.
    pub(super) fn ends(&self) -> &[String] {
        &self.ends
    }

    /// What a link to a map holds, and the name of a way to tell a place by signs.
    pub(super) fn maps(&self) -> &[String] {
        &self.maps
    }

    /// Whether a word ends an address on the web.
    pub(super) fn ends_address(&self, word: &str) -> bool {
        holds(&self.endings, word)
    }

    /// Whether a word is for a part of a house.
    pub(super) fn is_part_of_house(&self, word: &str) -> bool {
        holds(&self.flats, word)
    }

    /// Whether a word after a number can begin the name of a street.
    pub(super) fn begins_street(&self, word: &str) -> bool {
        ![&self.flats, &self.not_a_street]
            .iter()
            .any(|known| holds(known, word))
    }

    /// Whether a word can make a name of the words for a street.
    pub(super) fn is_name(&self, word: &str) -> bool {
        let ordinary = [
            &self.streets,
            &self.flats,
            &self.not_a_street,
            &self.ordinary,
        ];
        !ordinary.iter().any(|known| holds(known, word))
    }

    /// Whether a word says what a place is and not which.
    pub(super) fn is_kind(&self, word: &str) -> bool {
        holds(&self.kinds, word)
    }

    /// Whether a line is a county or a country, below the town of an address.
    pub(super) fn is_region(&self, line: &str) -> bool {
        holds(&self.regions, line)
    }

    /// Whether a word of a place's name says whose it is, as in `the mother’s home`.
    pub(super) fn says_whose(&self, word: &str) -> bool {
        let word = word.replace('’', "'");
        holds(
            &self.whose,
            word.trim_end_matches("'s").trim_end_matches('\''),
        )
    }

    /// Whether it says whose or what the place is, and not which.
    pub(super) fn is_description(&self, word: &str) -> bool {
        self.says_whose(word) || self.is_kind(word) || holds(&self.descriptions, word)
    }
}

fn holds(known: &[String], word: &str) -> bool {
    let word = word.to_lowercase();
    known.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_in_small_letters() {
        let lists = [
            &WORDS.streets,
            &WORDS.flats,
            &WORDS.not_a_street,
            &WORDS.ordinary,
        ];
        let others = [
            &WORDS.kinds,
            &WORDS.regions,
            &WORDS.whose,
            &WORDS.descriptions,
        ];
        let lists = lists.into_iter().chain(others);
        for word in lists.flatten().chain(WORDS.short.keys()) {
            assert_eq!(*word, word.to_lowercase());
        }
        for word in WORDS.short.values() {
            assert!(WORDS.is_street(word), "{word}");
        }
    }
}
