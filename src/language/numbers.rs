//! Numbers, counted things and lists: "four sessions", "13 sessions", "A, B and C".

use super::locale::Locale;
use super::phrase::Phrase;
use super::required::Required;

/// The patterns of counts and lists of a locale.
#[derive(Clone, Debug)]
pub(super) struct Patterns {
    some: Phrase,
    none: Phrase,
    comma: Phrase,
    last: Phrase,
}

impl Patterns {
    /// Takes the patterns out of a locale; `None` after saying what it lacks.
    pub(super) fn take(required: &mut Required<'_>) -> Option<Self> {
        let some = required.phrase("count.some", &["number", "noun"]);
        let none = required.phrase("count.none", &["noun"]);
        let comma = required.phrase("list.comma", &["before", "after"]);
        let last = required.phrase("list.last", &["before", "after"]);
        Some(Patterns {
            some: some?,
            none: none?,
            comma: comma?,
            last: last?,
        })
    }
}

impl Locale {
    /// A number in words as far as the locale has them under `numerals` (in English up to
    /// twelve), in figures above: "twelve", "13".
    pub fn number(&self, number: u64) -> String {
        match self.phrase(&format!("numerals.{number}")) {
            Some(words) => words.text().to_owned(),
            None => number.to_string(),
        }
    }

    /// A number with its noun from `nouns`: "no sessions", "one session", "13 sessions".
    /// `None` if the locale has no such noun.
    pub fn count(&self, number: u64, noun: &str) -> Option<String> {
        let noun = self.phrase_for(&format!("nouns.{noun}"), number)?.text();
        Some(match number {
            0 => self.patterns().none.fill_checked(&[("noun", noun)]),
            _ => {
                let number = self.number(number);
                self.patterns()
                    .some
                    .fill_checked(&[("number", &number), ("noun", noun)])
            }
        })
    }

    /// "A", "A and B", "A, B and C": no comma before the last. Empty for no items.
    pub fn list(&self, items: &[impl AsRef<str>]) -> String {
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
            Some(before) => self
                .patterns()
                .last
                .fill_checked(&[("before", &before), ("after", last)]),
            None => last.to_owned(),
        }
    }
}
