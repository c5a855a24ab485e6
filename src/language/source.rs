//! Who answers for the words of a phrase: a public document, or nobody yet.

use std::sync::Arc;

/// Who answers for the wording of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// `unverified`: no qualified translator has confirmed it and no public document
    /// has been found that says it.
    Unverified,
    /// `same`: it is right that the words are those of the English locale, because they
    /// are a name, an abbreviation or a pattern without words.
    Same,
    /// The public document that has it, by its name.
    Named(Arc<str>),
}

impl Source {
    pub(super) fn parse(text: &str) -> Self {
        match text {
            "unverified" => Source::Unverified,
            "same" => Source::Same,
            named => Source::Named(named.into()),
        }
    }
}
