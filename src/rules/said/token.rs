//! A sentence as what it says of time and of people, word by word.

use jiff::civil::Time;

use super::words::WORDS;
use crate::case::Case;
use crate::case::form::Id;
use crate::case::person::Relationship;
use crate::case::recurrence::Weekday;

/// A word, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Day(Weekday),
    Time(Time),
    /// Of years: whether they are even.
    Years(bool),
    /// A year in figures.
    Year(i16),
    Person(Id),
    Until,
    /// Any other word, in small letters.
    Word(String),
    /// A comma, a semicolon: what parts a sentence.
    Pause,
}

impl Token {
    pub(super) fn is(&self, known: &std::collections::BTreeSet<String>) -> bool {
        matches!(self, Token::Word(word) if known.contains(word))
    }
}

/// What the adults of a case are called.
pub(super) struct People(Vec<(String, Id)>);

impl People {
    pub(super) fn of(case: &Case) -> Self {
        let adults = &case.people.adults;
        let mut called: Vec<(String, Id)> = Vec::new();
        for adult in adults {
            called.push((adult.called().to_lowercase(), adult.id.clone()));
        }
        let parents = [
            (Relationship::Mother, &WORDS.mother),
            (Relationship::Father, &WORDS.father),
        ];
        for (what, words) in parents {
            let mut of_it = adults
                .iter()
                .filter(|adult| adult.relationship.values().any(|one| *one == what));
            // Of two mothers, `the mother` may be either.
            if let (Some(only), None) = (of_it.next(), of_it.next()) {
                called.extend(words.iter().map(|word| (word.clone(), only.id.clone())));
            }
        }
        for adult in adults {
            let Some(surname) = adult.surname() else {
                continue;
            };
            let bearers = adults
                .iter()
                .filter(|one| one.surname() == Some(surname))
                .count();
            let of_a_child = case
                .people
                .children
                .iter()
                .any(|c| c.surname() == Some(surname));
            if bearers == 1 && !of_a_child {
                called.push((surname.to_lowercase(), adult.id.clone()));
            }
        }
        People(called)
    }

    fn person(&self, word: &str) -> Option<&Id> {
        self.0
            .iter()
            .find(|(called, _)| called == word)
            .map(|(_, id)| id)
    }
}

/// The tokens of a sentence.
pub(super) fn read(sentence: &str, people: &People) -> Vec<Token> {
    let spaced = sentence
        .replace(['–', '—'], " – ")
        .replace("a.m.", "am")
        .replace("p.m.", "pm")
        .replace('’', "'")
        .to_lowercase();
    let mut tokens = Vec::new();
    let mut words = spaced.split_whitespace().peekable();
    let mut before = "";
    while let Some(raw) = words.next() {
        let word = raw.trim_matches(|c: char| !(c.is_alphanumeric() || "–-'".contains(c)));
        let word = word.strip_suffix("'s").unwrap_or(word);
        let next = words
            .peek()
            .map(|next| next.trim_end_matches(|c: char| !c.is_alphanumeric()));
        let mut last = raw;
        match time(word, next) {
            Some((time, taken)) => {
                tokens.push(Token::Time(time));
                last = if taken {
                    words.next().unwrap_or(raw)
                } else {
                    raw
                };
            }
            None if word.is_empty() => {}
            None => tokens.push(token(before, word, next, people)),
        }
        if last.ends_with(PAUSES) {
            tokens.push(Token::Pause);
        }
        before = word;
    }
    tokens
}

/// What parts a sentence where a word ends with it.
const PAUSES: [char; 5] = [',', ';', ':', ')', '.'];

fn token(before: &str, word: &str, next: Option<&str>, people: &People) -> Token {
    // `1 Mawrth` is a day of March, and no Tuesday.
    let is_a_month = before.starts_with(|c: char| c.is_ascii_digit());
    let day = WORDS.days.iter().position(|names| names.contains(word));
    if let Some(day) = day.filter(|_| !is_a_month) {
        return Token::Day(Weekday::ALL[day]);
    }
    if WORDS.until.contains(word) {
        return Token::Until;
    }
    let is_of_years =
        next.is_some_and(|next| WORDS.years.contains(next)) || WORDS.years.contains(before);
    if is_of_years && WORDS.even.contains(word) {
        return Token::Years(true);
    }
    if is_of_years && WORDS.odd.contains(word) {
        return Token::Years(false);
    }
    if let Some(year) = word.parse().ok().filter(|year| (2000..2100).contains(year)) {
        return Token::Year(year);
    }
    match people.person(word) {
        Some(person) => Token::Person(person.clone()),
        None => Token::Word(word.to_owned()),
    }
}

/// An hour with what follows it, and whether that is the next word: `3.15 pm`, `10am`, `12
/// noon`, `15:30`. A bare number is none.
fn time(word: &str, next: Option<&str>) -> Option<(Time, bool)> {
    let at = |hour: i8, minute: i8| Time::new(hour, minute, 0, 0).ok();
    if WORDS.noon.contains(word) {
        return Some((at(12, 0)?, false));
    }
    if WORDS.midnight.contains(word) {
        return Some((at(0, 0)?, false));
    }
    let digits = word.trim_end_matches(char::is_alphabetic);
    let ending = &word[digits.len()..];
    let (hour, minute) = match digits.split_once(['.', ':']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute.parse().ok()?),
        Some(_) => return None,
        None => (digits, 0),
    };
    let hour: i8 = hour.parse().ok().filter(|_| hour.len() <= 2)?;
    let (half, taken) = match (ending, next) {
        ("", Some(next)) => (next, true),
        ("", None) => ("", false),
        (ending, _) => (ending, false),
    };
    if WORDS.am.contains(half) && (1..=12).contains(&hour) {
        Some((at(hour % 12, minute)?, taken))
    } else if WORDS.pm.contains(half) && (1..=12).contains(&hour) {
        Some((at(hour % 12 + 12, minute)?, taken))
    } else if WORDS.noon.contains(half) && hour == 12 {
        Some((at(12, minute)?, taken))
    } else if WORDS.midnight.contains(half) && hour == 12 {
        Some((at(0, minute)?, taken))
    } else {
        let is_of_24 = ending.is_empty() && digits.contains(':');
        Some((at(hour, minute)?, false)).filter(|_| is_of_24)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::sample::case;

    #[test]
    fn hours_are_read_however_they_are_written() {
        let table = [
            ("3.15 pm", Some("15:15")),
            ("10am", Some("10:00")),
            ("12 noon", Some("12:00")),
            ("noon", Some("12:00")),
            ("12 midnight", Some("00:00")),
            ("12.30 am", Some("00:30")),
            ("15:30", Some("15:30")),
            ("5.30 yp", Some("17:30")),
            ("3.15", None),
            ("10 days", None),
            ("12 March", None),
        ];
        for (written, read) in table {
            let mut words = written.split(' ');
            let word = words.next().unwrap_or_default();
            let found =
                time(word, words.next()).map(|(time, _)| time.strftime("%H:%M").to_string());
            assert_eq!(found.as_deref(), read, "{written}");
        }
    }

    #[test]
    fn a_sentence_is_what_it_says_of_time_and_people() {
        let people = People::of(&case());
        let tokens = read("With Daniel from Friday 3.15 p.m., in odd years.", &people);
        let father = "father".parse().expect("an id");
        let expected = [
            Token::Word("with".into()),
            Token::Person(father),
            Token::Word("from".into()),
            Token::Day(Weekday::Friday),
            Token::Time(Time::constant(15, 15, 0, 0)),
            Token::Pause,
            Token::Word("in".into()),
            Token::Years(false),
            Token::Word("years".into()),
            Token::Pause,
        ];
        assert_eq!(tokens, expected);
    }
}
