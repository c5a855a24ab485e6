//! One thing that has a name.

use super::page::Page;

/// One thing that has the name.
#[derive(Clone, Debug)]
pub(super) struct Meaning {
    /// How a template writes it, or how to ask for it.
    pub(super) written: String,
    pub(super) kind: Kind,
    /// What it is, in a sentence.
    pub(super) sentence: String,
    /// Everything else there is to say, below the sentence.
    pub(super) rest: Page,
}

/// The kinds of thing that have a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Partial,
    Helper,
    Call,
    Value,
    File,
    Phrase,
    Group,
}

impl Kind {
    /// The word behind its name.
    pub(super) fn word(self) -> &'static str {
        match self {
            Kind::Partial => "partial",
            Kind::Helper => "helper",
            Kind::Call => "theme",
            Kind::Value => "value of the theme",
            Kind::File => "file",
            Kind::Phrase => "phrase",
            Kind::Group => "phrases",
        }
    }
}
