//! Days of the week that a text writes beside a date.

use std::cell::{LazyCell, OnceCell};

use jiff::civil;

use super::words::WORDS;
use crate::case::Case;
use crate::case::form::Date;
use crate::case::mark::Voice;
use crate::case::recurrence::Weekday;
use crate::case::texts::without_quotations;
use crate::diagnostics::Severity;
use crate::diagnostics::code::rule;
use crate::rules::kit::dates::plain;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[a_weekday_is_that_of_its_date];

/// Where a text writes a weekday before a date, it is that of the date (R97). A child's
/// words stay as they are; what parents signed and a court ordered cannot be mended by the
/// officer, so there it is a warning.
fn a_weekday_is_that_of_its_date(case: &Case, report: &mut Report) {
    let today = case.document.prepared_on.0;
    let known = OnceCell::new();
    for text in report.texts(case).iter() {
        let severity = match text.voice {
            Voice::Child => continue,
            Voice::Parents | Voice::Order => Severity::Warning,
            _ => Severity::Error,
        };
        let own = without_quotations(&text.text);
        let years = LazyCell::new(|| years(&own).collect::<Vec<i16>>());
        let wrong = |dated: &Dated| match dated.year {
            Some(_) => dated.wrong_day(today, &[]),
            None => dated.wrong_day(today, &years),
        };
        let Some((dated, date)) = dated(&own).find_map(|one| Some((one, wrong(&one)?))) else {
            continue;
        };
        // Without its year a date may be of another one, unless the case has that very day.
        let known: &Vec<civil::Date> = known.get_or_init(|| days(case));
        let is_sure = dated.year.is_some() || known.contains(&date);
        let holds = |text: &str| self::dated(text).any(|found| found == dated);
        let (stated, right) = (english(dated.stated), english(date.weekday().into()));
        report
            .add(
                &rule::WEEKDAY,
                text.at.clone(),
                format!("a {stated} that is a {right}"),
            )
            .weigh(if is_sure { severity } else { Severity::Warning })
            .caption(format!(
                "a day is wrongly named {}",
                text.paragraph_in_which(holds)
            ))
            .help(match dated.year {
                Some(_) => format!(
                    "{} is a {right}: correct the day of the week or the date",
                    plain(Date(date))
                ),
                None => format!(
                    "{} is a {right}: correct the day of the week or the date, or write the \
                     year if another is meant",
                    plain(Date(date))
                ),
            });
    }
}

/// The days of the court and of the programme.
fn days(case: &Case) -> Vec<civil::Date> {
    let court = case.proceedings.iter().flat_map(|court| {
        let hearings = court.hearings.iter().map(|hearing| hearing.on);
        let orders = court.orders.iter().map(|order| order.made_on);
        hearings.chain(orders).chain(court.directed_on)
    });
    let sessions = case.programme.sessions.iter().map(|session| session.on);
    court.chain(sessions).map(|day| day.0).collect()
}

fn english(day: Weekday) -> &'static str {
    &WORDS.calendar.days[day as usize][0]
}

/// A weekday with the date behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Dated {
    stated: Weekday,
    day: i8,
    month: i8,
    /// Where it is written.
    year: Option<i16>,
}

/// A date without its year is of the year that brings it nearest, or of the next nearest
/// where that is nearly as far.
const FAR: i32 = 150;

impl Dated {
    /// The day that is meant, where the weekday is another. Without a year it may be of any
    /// year that the text names, or of the one that brings it nearest to the document.
    fn wrong_day(&self, today: civil::Date, years: &[i16]) -> Option<civil::Date> {
        let of = |year: i16| civil::Date::new(year, self.month, self.day).ok();
        if let Some(year) = self.year {
            return of(year).filter(|date| !self.is_right(*date));
        }
        let around = [today.year() - 1, today.year(), today.year() + 1];
        let far = |date: &civil::Date| (*date - today).get_days().abs();
        let mut near: Vec<civil::Date> = around.into_iter().filter_map(of).collect();
        near.sort_by_key(far);
        let nearest = *near.first()?;
        let also_near = near.iter().skip(1).take(1).filter(|_| far(&nearest) > FAR);
        let named = years.iter().filter_map(|year| of(*year));
        let mut possible = named.chain(also_near.copied()).chain([nearest]);
        (!possible.any(|date| self.is_right(date))).then_some(nearest)
    }

    fn is_right(&self, date: civil::Date) -> bool {
        self.stated == date.weekday().into()
    }
}

/// The years that a text writes in four figures.
fn years(text: &str) -> impl Iterator<Item = i16> {
    let numbers = text.split(|c: char| !c.is_ascii_digit());
    let years = numbers.filter(|number| number.len() == 4);
    years.filter_map(|number| number.parse().ok())
}

/// Every date of a text that a weekday stands before, or right behind: `20 June 2026, a
/// Friday`, `20 June 2026 (Friday)`.
fn dated(text: &str) -> impl Iterator<Item = Dated> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (0..words.len()).filter_map(move |at| {
        let before = weekday(words[at]).zip(date(&words[at + 1..]));
        let (stated, (day, month, year)) = before.or_else(|| {
            let stated = weekday_behind(&words[at..])?;
            let first = at.checked_sub(3)?;
            Some((stated, day_month_year(&words[first..at])?))
        })?;
        Some(Dated {
            stated,
            day,
            month,
            year,
        })
    })
}

/// The whole dates of a text, with a weekday or without.
pub(crate) fn dates(text: &str) -> impl Iterator<Item = civil::Date> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (0..words.len()).filter_map(move |at| {
        let (day, month, year) = date(&words[at..])?;
        let is_start = words[at].starts_with(|c: char| c.is_ascii_digit() || c == '(');
        civil::Date::new(year.filter(|_| is_start)?, month, day).ok()
    })
}

/// Day, month and perhaps year, with which words go on; where the month stands first, all
/// three.
fn date(words: &[&str]) -> Option<(i8, i8, Option<i16>)> {
    let is_between = |word: &&str| WORDS.calendar.between.iter().any(|between| between == word);
    let mut rest = words.iter().copied().filter(|word| !is_between(word));
    let [first, second] = [rest.next()?, rest.next()?];
    let year = rest.next().and_then(|year| leading(year, 4));
    let year = year.filter(|year| *year >= 1000);
    let day = |word| i8::try_from(leading(word, 2)?).ok();
    match day(first) {
        Some(day) => Some((day, month(second)?, year)),
        None => Some((day(second)?, month(first)?, Some(year?))),
    }
}

/// Day, month and year, and nothing else.
fn day_month_year(words: &[&str]) -> Option<(i8, i8, Option<i16>)> {
    let is_day = words.first()?.starts_with(|c: char| c.is_ascii_digit());
    date(words).filter(|(_, _, year)| is_day && year.is_some())
}

/// `a Friday`, `(Friday)`.
fn weekday_behind(words: &[&str]) -> Option<Weekday> {
    let named = match words {
        ["a", word, ..] => word,
        [word, ..] if word.starts_with('(') => word,
        _ => return None,
    };
    weekday(named.trim_end_matches(|c: char| !c.is_alphanumeric()))
}

fn weekday(word: &str) -> Option<Weekday> {
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    let word = word.trim_end_matches(',');
    let mut named = Weekday::ALL.into_iter().zip(&WORDS.calendar.days);
    named.find_map(|(day, names)| is_one_of(word, names).then_some(day))
}

fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    let mut months = WORDS.calendar.months.iter();
    let index = months.position(|names| is_one_of(word, names))?;
    i8::try_from(index + 1).ok()
}

/// Whether a word is a name, or with its capital the first letters of the English one:
/// `the panel sat 12 March 2026` names no Saturday. The names have no letter with an accent.
fn is_one_of(word: &str, names: &[String]) -> bool {
    let begins = |name: &String| name.starts_with(word);
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
        let today = civil::date(2026, 6, 1);
        let years = |text: &str| years(text).collect::<Vec<_>>();
        let wrong =
            |text: &str| dated(text).any(|found| found.wrong_day(today, &years(text)).is_some());
        for text in [
            "beginning on Friday 20 June 2026.",
            "(Friday, 20 June, 2026)",
            "until Fri 20th Jun 2026’s end",
            "Friday the 20th of\nJune 2026",
            "ar ddydd Gwener 20 Mehefin 2026.",
            "ddydd Gwener, yr 20fed o Fehefin 2026",
            "Mawrth 1 Mawrth 2026",
            "at the hearing on Friday 20 June.",
            "on Tuesday 5 August",
            "Friday, June 20, 2026",
            "on 20 June 2026, a Friday.",
            "20 June 2026 (Friday)",
        ] {
            assert!(wrong(text), "{text}");
        }
        for text in [
            "beginning on Friday 19 June 2026",
            "from Friday 19 to Sunday 21 June 2026",
            "on Friday 19 June, and on Saturday 20 June",
            "in 2025, on Friday 20 June",
            "on Sunday 30 November",
            "on Monday 1 December",
            "until Friday. 20 June 2026 is her birthday.",
            "every Friday, 3 to 5 pm",
            "Monday 31 June 2026",
            "the panel sat 12 March 2026",
            "ddydd Sul 1 Mawrth 2026",
            "on 19 June 2026, a Friday.",
            "on 20 June 2026, a friend came",
            "each Friday June has 20 visitors",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
