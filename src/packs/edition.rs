//! How the same content is set, for readers who need it otherwise.

/// How the same content is set, for readers who need it otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// As a court reads it, in 12 points.
    Standard,
    /// In 18 points, its lines broken anew.
    LargePrint,
    /// As text without pages, in the order in which it is read.
    PlainText,
}

impl Edition {
    /// Every edition.
    pub const ALL: [Edition; 3] = [Edition::Standard, Edition::LargePrint, Edition::PlainText];

    /// The word on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Edition::Standard => "standard",
            Edition::LargePrint => "large-print",
            Edition::PlainText => "plain-text",
        }
    }

    /// The ending of its file.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Edition::Standard | Edition::LargePrint => "pdf",
            Edition::PlainText => "txt",
        }
    }

    /// What it adds to the name of a file; the standard edition needs nothing, and a text
    /// is told by its ending.
    pub(crate) fn mark(self) -> Option<String> {
        (self == Edition::LargePrint).then(|| self.word().to_owned())
    }
}
