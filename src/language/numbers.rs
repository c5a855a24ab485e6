//! Numbers, counted things and lists: "four sessions", "13 sessions", "A, B and C";
//! in Welsh "4 sesiwn", "13 o sesiynau", "Aled, Elin a Tomos".

use super::english;
use super::locale::Locale;
use super::nouns;
use super::phrase::Phrase;

impl Locale {
    /// A number in words as far as the locale has them under `numerals` (in English up to
    /// twelve), in figures above: "twelve", "13".
    pub fn number(&self, number: u64) -> String {
        match self.phrase(&format!("numerals.{number}")) {
            Some(words) => words.text().to_owned(),
            None => number.to_string(),
        }
    }

    /// A number with its noun from `nouns`: "no sessions", "one session", "13 sessions";
    /// "dim plant", "2 blentyn", "11 o blant". `None` if the locale has no such noun.
    pub fn count(&self, number: u64, noun: &str) -> Option<String> {
        let word = self.noun_after(number, noun)?;
        Some(self.counted(number, &self.number(number), &word))
    }

    /// The same at the head of a sentence, where a figure may not stand: "four sessions",
    /// "pedair sesiwn". Numbers that the language has no word for stay in figures.
    pub fn count_in_words(&self, number: u64, noun: &str) -> Option<String> {
        let word = self.noun_after(number, noun)?;
        let numeral = self
            .nouns()
            .get(noun)
            .and_then(|grammar| grammar.numeral(number, &word));
        let number_word = numeral.map_or_else(|| self.number(number), str::to_owned);
        Some(self.counted(number, &number_word, &word))
    }

    /// A noun from `nouns` with an ordinal in figures: "3rd week", "3edd wythnos". `None` if
    /// the locale has no such noun.
    pub fn ordinal(&self, number: u64, noun: &str) -> Option<String> {
        let singular = self.phrase(&format!("nouns.{noun}.one"))?.text();
        Some(match self.nouns().get(noun) {
            Some(grammar) => grammar.ordinal(number, singular),
            None => format!("{} {singular}", english::ordinal(number)),
        })
    }

    fn noun_after(&self, number: u64, noun: &str) -> Option<String> {
        let block = format!("nouns.{noun}");
        match self.nouns().get(noun) {
            Some(grammar) => nouns::after(grammar, number, |form| {
                self.phrase(&format!("{block}.{form}"))
            }),
            None => Some(self.phrase_for(&block, number)?.text().to_owned()),
        }
    }

    fn counted(&self, number: u64, numeral: &str, noun: &str) -> String {
        let patterns = self.patterns();
        match number {
            0 => patterns.none.fill_checked(&[("noun", noun)]),
            _ => patterns
                .some
                .fill_checked(&[("number", numeral), ("noun", noun)]),
        }
    }

    /// "A", "A and B", "A, B and C": no comma before the last. Empty for no items. The
    /// items are names or quoted words, which no language changes in a list; in Welsh
    /// `a` is `ac` before a vowel.
    pub fn list(&self, items: &[impl AsRef<str>]) -> String {
        self.joined(items, &self.patterns().last)
    }

    /// "A", "A or B", "A, B or C". The items say how, where or when, which Welsh leaves as it
    /// is after `neu`; a noun would soften there.
    pub fn list_or(&self, items: &[impl AsRef<str>]) -> String {
        self.joined(items, &self.patterns().or)
    }

    fn joined(&self, items: &[impl AsRef<str>], last_pattern: &Phrase) -> String {
        let Some((last, before)) = items.split_last() else {
            return String::new();
        };
        let last = last.as_ref();
        let joined = before
            .iter()
            .map(|item| item.as_ref().to_owned())
            .reduce(|before, after| {
                self.patterns()
                    .comma
                    .fill_checked(&[("before", &before), ("after", &after)])
            });
        match joined {
            Some(before) => last_pattern.fill_checked(&[("before", &before), ("after", last)]),
            None => last.to_owned(),
        }
    }
}
