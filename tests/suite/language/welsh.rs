//! Welsh in print: numbers with their nouns, small words before vowels, dates,
//! times and ordinals, each rule as a table of cases.

mod calendar;
mod counting;
mod joining;
mod rules;
mod sources;

use concord::language::Locale;

use super::{LEAST_WELSH, in_front_of, told, welsh};

/// A small one with phrases made for these tests.
fn least() -> Locale {
    let file = in_front_of("fixtures/locales/valid/small-words.yaml", LEAST_WELSH);
    Locale::parse(&file).unwrap_or_else(|findings| panic!("{:#?}", told(findings)))
}
