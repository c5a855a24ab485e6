//! The figures a text states, whatever the language: its days, times and numbers.
//!
//! Two halves of a bilingual document say the same only if they state the same figures;
//! this reads them out of the finished text, by the same patterns that wrote them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Time;

use super::locale::Locale;

/// The figures of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Days, `2026-03-02` or without a year `03-02`, and how often each stands there.
    dates: BTreeMap<String, usize>,
    /// Times of day, `17:30`, and how often each stands there.
    times: BTreeMap<String, usize>,
    /// All other numbers, and words with a figure in them.
    numbers: BTreeSet<String>,
    /// Numbers that are written as words.
    in_words: BTreeSet<String>,
}

impl Figures {
    /// The figures that this text states and the other does not, or not as often. A number
    /// in figures may stand in the other text as a word.
    pub fn not_in<'a>(&'a self, other: &'a Figures) -> Vec<&'a str> {
        let counted = |mine: &'a BTreeMap<String, usize>, theirs: &'a BTreeMap<String, usize>| {
            let mine = mine.iter();
            mine.filter(|(figure, times)| theirs.get(*figure).copied().unwrap_or(0) < **times)
                .map(|(figure, _)| figure.as_str())
        };
        let numbers = self.numbers.iter().map(String::as_str);
        counted(&self.dates, &other.dates)
            .chain(counted(&self.times, &other.times))
            .chain(numbers.filter(|number| !other.has_number(number)))
            .collect()
    }

    fn has_number(&self, number: &str) -> bool {
        self.numbers.contains(number) || self.in_words.contains(number)
    }
}

impl Locale {
    /// Reads the figures out of a text in this language.
    ///
    /// ```
    /// use concord::diagnostics::SourceFile;
    /// use concord::language::Locale;
    ///
    /// let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/locales/en.yaml"));
    /// let english = Locale::parse(&SourceFile::new("en.yaml", text)).expect("the locale is sound");
    /// let one = english.figures("four sessions until 2 March 2026, 5.30 pm");
    /// let other = english.figures("4 sessions until 3 March 2026, 5.30 pm");
    /// assert_eq!(one.not_in(&other), ["2026-03-02"]);
    /// ```
    pub fn figures(&self, text: &str) -> Figures {
        let words: Vec<&str> = text.split_whitespace().map(bare).collect();
        let times = self.times_of_day();
        let mut figures = Figures::default();
        let mut at = 0;
        while let Some(word) = words.get(at) {
            if let Some((date, length)) = self.date_at(&words[at..]) {
                *figures.dates.entry(date).or_default() += 1;
                at += length;
            } else if let Some((time, length)) = time_at(&words[at..], &times) {
                *figures.times.entry(time).or_default() += 1;
                at += length;
            } else {
                if word.contains(|c: char| c.is_ascii_digit()) {
                    figures.numbers.insert(number(word));
                }
                at += 1;
            }
        }
        figures.in_words = self.numerals_among(&words);
        figures
    }

    /// `2 March 2026` at the head of the words, and how many of them it takes.
    fn date_at(&self, words: &[&str]) -> Option<(String, usize)> {
        let day: u8 = words.first()?.parse().ok().filter(|day| *day <= 31)?;
        let name = words.get(1)?;
        let month = (1..=12).find(|month| self.month_named(*month) == Some(*name))?;
        let year = words.get(2).filter(|year| is_year(year));
        Some(match year {
            Some(year) => (format!("{year}-{month:02}-{day:02}"), 3),
            None => (format!("{month:02}-{day:02}"), 2),
        })
    }

    fn month_named(&self, month: u8) -> Option<&str> {
        let phrase = self.phrase(&format!("calendar.month.{month}"))?;
        Some(phrase.text())
    }

    /// Every time of day as this language writes it.
    fn times_of_day(&self) -> BTreeMap<String, String> {
        let hours = 0..24;
        let times = hours.flat_map(|hour| (0..60).filter_map(move |minute| at(hour, minute)));
        times
            .map(|time| {
                (
                    self.time(time),
                    format!("{:02}:{:02}", time.hour(), time.minute()),
                )
            })
            .collect()
    }

    fn numerals_among(&self, words: &[&str]) -> BTreeSet<String> {
        let written = |number: &u64| {
            let numeral = self.number(*number);
            words.iter().any(|word| word.eq_ignore_ascii_case(&numeral))
        };
        let numbers = (1..=20).filter(written);
        numbers.map(|number| number.to_string()).collect()
    }
}

fn at(hour: i8, minute: i8) -> Option<Time> {
    Time::new(hour, minute, 0, 0).ok()
}

/// A time at the head of the words, in one word or two.
fn time_at(words: &[&str], times: &BTreeMap<String, String>) -> Option<(String, usize)> {
    let first = *words.first()?;
    let two = words.get(1).map(|second| (format!("{first} {second}"), 2));
    let candidates = two.into_iter().chain([(first.to_owned(), 1)]);
    candidates
        .filter_map(|(written, length)| Some((times.get(&written)?.clone(), length)))
        .next()
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// A word without the punctuation around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// A number as it counts: without the letters of an ordinal, and without commas.
fn number(word: &str) -> String {
    let plain = word.replace(',', "");
    let digits = plain.trim_end_matches(char::is_alphabetic);
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        digits.to_owned()
    } else {
        plain
    }
}
