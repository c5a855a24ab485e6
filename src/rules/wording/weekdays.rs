//! Days of the week that a text writes beside a date.

use jiff::civil;

use super::words::WORDS;
use crate::case::Case;
use crate::case::form::Date;
use crate::case::mark::Voice;
use crate::case::recurrence::Weekday;
use crate::case::texts::{texts, without_quotations};
use crate::diagnostics::Severity;
use crate::diagnostics::code::rule;
use crate::rules::kit::dates::plain;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[a_weekday_is_that_of_its_date];

/// Where a text writes a weekday before a whole date, it is that of the date (R97). A
/// child's words stay as they are; what parents signed and a court ordered cannot be mended
/// by the officer, so there it is a warning.
fn a_weekday_is_that_of_its_date(case: &Case, report: &mut Report) {
    for text in texts(case) {
        let severity = match text.voice {
            Voice::Child => continue,
            Voice::Parents | Voice::Order => Severity::Warning,
            _ => Severity::Error,
        };
        let own = without_quotations(&text.text);
        let Some((stated, date)) = dated(&own).find(is_wrong) else {
            continue;
        };
        let holds = |text: &str| dated(text).any(|found| found == (stated, date));
        let (stated, right) = (english(stated), english(date.weekday().into()));
        report
            .add(
                &rule::WEEKDAY,
                text.at.clone(),
                format!("a {stated} that is a {right}"),
            )
            .weigh(severity)
            .caption(format!(
                "a day is wrongly named {}",
                text.paragraph_in_which(holds)
            ))
            .help(format!(
                "{} is a {right}: correct the day of the week or the date",
                plain(Date(date))
            ));
    }
}

fn is_wrong((stated, date): &(Weekday, civil::Date)) -> bool {
    *stated != date.weekday().into()
}

fn english(day: Weekday) -> &'static str {
    &WORDS.calendar.days[day as usize][0]
}

/// Every whole date of a text that a weekday stands before, with that weekday. Without a
/// year no day of the week is wrong.
fn dated(text: &str) -> impl Iterator<Item = (Weekday, civil::Date)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (0..words.len()).filter_map(move |at| {
        let day = weekday(words[at])?;
        let rest: Vec<&str> = words[at + 1..]
            .iter()
            .copied()
            .filter(|word| !WORDS.calendar.between.iter().any(|between| between == word))
            .take(3)
            .collect();
        let [number, month_word, year] = rest[..] else {
            return None;
        };
        let date = civil::Date::new(
            leading(year, 4)?,
            month(month_word)?,
            i8::try_from(leading(number, 2)?).ok()?,
        );
        Some((day, date.ok()?))
    })
}

fn weekday(word: &str) -> Option<Weekday> {
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    let word = word.trim_end_matches(',');
    let mut named = Weekday::ALL.into_iter().zip(&WORDS.calendar.days);
    named.find_map(|(day, names)| is_one_of(word, names).then_some(day))
}

fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches(',');
    let mut months = WORDS.calendar.months.iter();
    let index = months.position(|names| is_one_of(word, names))?;
    i8::try_from(index + 1).ok()
}

/// Whether a word is a name, or the first letters of the English one. The names have no
/// letter with an accent.
fn is_one_of(word: &str, names: &[String]) -> bool {
    let begins = |name: &String| {
        let start = name.get(..word.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    let short = word.len() >= 3 && names.first().is_some_and(begins);
    short || names.iter().any(|name| name.eq_ignore_ascii_case(word))
}

/// The number a word begins with, of so many digits at most: `19th`, `2026.`.
fn leading(word: &str, digits: usize) -> Option<i16> {
    let end = word.find(|c: char| !c.is_ascii_digit());
    let (number, _) = word.split_at(end.unwrap_or(word.len()));
    let number = (number.len() <= digits).then_some(number)?;
    number.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_known_by_its_date_however_it_is_written() {
        let wrong = |text: &str| dated(text).any(|found| is_wrong(&found));
        for text in [
            "beginning on Friday 20 June 2026.",
            "(Friday, 20 June, 2026)",
            "until Fri 20th Jun 2026’s end",
            "Friday the 20th of\nJune 2026",
            "ar ddydd Gwener 20 Mehefin 2026.",
            "ddydd Gwener, yr 20fed o Fehefin 2026",
            "Mawrth 1 Mawrth 2026",
        ] {
            assert!(wrong(text), "{text}");
        }
        for text in [
            "beginning on Friday 19 June 2026",
            "from Friday 19 to Sunday 21 June 2026",
            "on Friday 20 June",
            "until Friday. 20 June 2026 is her birthday.",
            "every Friday, 3 to 5 pm",
            "Monday 31 June 2026",
            "ddydd Sul 1 Mawrth 2026",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
