//! A sentence, read once for every schedule that it stands beside.

use super::moment::{Said, said};
use super::token::{People, Token, read};
use super::yearly;

/// A sentence, and what it says of time and of people.
pub(super) struct Told<'a> {
    pub(super) sentence: &'a str,
    pub(super) tokens: Vec<Token>,
    pub(super) said: Vec<Said>,
}

impl<'a> Told<'a> {
    pub(super) fn of(sentence: &'a str, people: &People) -> Self {
        let tokens = read(&yearly::without_feasts(sentence), people);
        let said = said(&tokens);
        Told {
            sentence,
            tokens,
            said,
        }
    }
}
