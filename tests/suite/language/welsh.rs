//! Welsh in print: numbers with their nouns, small words before vowels, dates,
//! times and ordinals, each rule as a table of cases.

mod calendar;
mod counting;
mod joining;
mod sources;

use concord::language::Locale;

use super::locale;

/// The locale that ships.
pub(super) fn welsh() -> Locale {
    locale("templates/locales/cy.yaml")
}

/// A small one with phrases made for these tests.
fn least() -> Locale {
    locale("fixtures/locales/valid/least-welsh.yaml")
}
