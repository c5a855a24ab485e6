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
    /// Whether what is asked for in the form of one kind may be of another: `theme:x` is a call
    /// of the theme or a value of it.
    pub(super) fn is_of(self, other: Kind) -> bool {
        let is_theme = |kind| matches!(kind, Kind::Call | Kind::Value);
        self == other || (is_theme(self) && is_theme(other))
    }

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
