//! A line read word by word, each with its place.

use std::ops::Range;

use jiff::civil;

use crate::case::form::{Date, Id, Misfit, MisfitKind, Time};
use crate::case::recurrence::Weekday;
use crate::diagnostics::did_you_mean;

/// A word of a line, or a comma.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    start: usize,
}

impl Word<'_> {
    pub(super) fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }
}

/// The words of a line that are still to be read.
#[derive(Clone)]
pub(super) struct Words<'a> {
    text: &'a str,
    at: usize,
    /// How the whole line is written, for whoever wrote it otherwise.
    form: &'static str,
}

pub(super) const DAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

impl<'a> Words<'a> {
    pub(super) fn of(text: &'a str, form: &'static str) -> Self {
        Words { text, at: 0, form }
    }

    /// The next word, which stays to be read.
    pub(super) fn next(&self) -> Option<Word<'a>> {
        let rest = &self.text[self.at..];
        let trimmed = rest.trim_start();
        let start = self.at + rest.len() - trimmed.len();
        let is_end = |c: char| c.is_whitespace() || c == ',';
        let length = match trimmed.find(is_end) {
            Some(0) => 1,
            Some(end) => end,
            None => trimmed.len(),
        };
        let text = trimmed.get(..length).filter(|text| !text.is_empty())?;
        Some(Word { text, start })
    }

    fn pass(&mut self, word: Word<'a>) -> Word<'a> {
        self.at = word.start + word.text.len();
        word
    }

    /// The next word, if it is this one.
    pub(super) fn take(&mut self, wanted: &str) -> Option<Word<'a>> {
        let word = self.next().filter(|word| word.text == wanted)?;
        Some(self.pass(word))
    }

    /// The next word, if it is one of these.
    pub(super) fn take_of(&mut self, wanted: &[&str]) -> Option<Word<'a>> {
        let word = self.next().filter(|word| wanted.contains(&word.text))?;
        Some(self.pass(word))
    }

    /// Whatever word comes next.
    pub(super) fn any(&mut self, message: &str) -> Result<Word<'a>, Misfit> {
        match self.next() {
            Some(word) => Ok(self.pass(word)),
            None => Err(self.wrong(message)),
        }
    }

    /// The word that must come next.
    pub(super) fn must(&mut self, wanted: &str, message: &str) -> Result<Word<'a>, Misfit> {
        self.take(wanted).ok_or_else(|| self.wrong(message))
    }

    /// What is wrong with the next word, or with the line where it has none.
    pub(super) fn wrong(&self, message: &str) -> Misfit {
        let misfit = Misfit::new(message, self.form);
        match self.next() {
            Some(word) => misfit.within(word.range()),
            None => misfit,
        }
    }

    pub(super) fn end(&self) -> Result<(), Misfit> {
        match self.next() {
            Some(_) => Err(self.wrong("goes on where it must end")),
            None => Ok(()),
        }
    }

    /// A day of the week, in the words of the model.
    pub(super) fn weekday(&mut self) -> Result<Word<'a>, Misfit> {
        self.one_of(&DAYS, "has no day of the week here")
    }

    /// One of several words; the nearest is named to whoever wrote another.
    pub(super) fn one_of(&mut self, words: &[&str], message: &str) -> Result<Word<'a>, Misfit> {
        if let Some(word) = self.take_of(words) {
            return Ok(word);
        }
        let misfit = self.wrong(message);
        match self.next() {
            Some(word) if word.text.chars().count() <= 32 => Err(Misfit {
                help: did_you_mean(&word.text.to_lowercase(), words.iter().copied()),
                ..misfit
            }),
            _ => Err(misfit),
        }
    }

    /// A time of day.
    pub(super) fn time(&mut self) -> Result<Word<'a>, Misfit> {
        self.formed::<Time>("has no time of day here")
    }

    /// A day.
    pub(super) fn date(&mut self) -> Result<Word<'a>, Misfit> {
        self.formed::<Date>("has no date here")
    }

    /// The id of a person or a place.
    pub(super) fn id(&mut self) -> Result<Word<'a>, Misfit> {
        self.formed::<Id>("has no id here")
    }

    fn formed<T: std::str::FromStr<Err = Misfit>>(
        &mut self,
        message: &str,
    ) -> Result<Word<'a>, Misfit> {
        let word = self.next().ok_or_else(|| self.wrong(message))?;
        match word.text.parse::<T>() {
            Ok(_) => Ok(self.pass(word)),
            Err(misfit) if misfit.kind == MisfitKind::NoSuchDate => Err(Misfit {
                message: message.replace("has no", "has no such"),
                ..misfit.within(word.range())
            }),
            Err(_) => Err(self.wrong(message)),
        }
    }

    /// Whole numbers and "and" between them: `1 and 3`.
    pub(super) fn numbers(&mut self) -> Result<Vec<Range<usize>>, Misfit> {
        let mut numbers = Vec::new();
        loop {
            let word = self.next().filter(|word| number(word.text).is_some());
            let word = word.ok_or_else(|| self.wrong("has no number here"))?;
            let text = self.text;
            let is_new = |one: &Range<usize>| text[one.clone()] != *word.text;
            if !numbers.iter().all(is_new) {
                return Err(self.wrong("has this number twice"));
            }
            numbers.push(self.pass(word).range());
            if self.take("and").is_none() {
                return Ok(numbers);
            }
        }
    }
}

/// A number from 1 to 99 in plain digits.
pub(super) fn number(text: &str) -> Option<u32> {
    let plain = text.len() <= 2 && !text.starts_with('0');
    let digits = text.bytes().all(|c| c.is_ascii_digit());
    text.parse().ok().filter(|_| plain && digits)
}

/// How far a weekday is from Monday.
pub(super) fn from_monday(day: &str) -> Option<usize> {
    DAYS.iter().position(|one| *one == day)
}

/// The Monday of the week of a day.
pub(crate) fn monday(day: civil::Date) -> Option<civil::Date> {
    let back = Weekday::from(day.weekday()) as i64;
    day.checked_sub(jiff::Span::new().days(back)).ok()
}
