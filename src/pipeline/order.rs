//! What is asked of the pipeline, and what it says was made.

use std::path::PathBuf;

use crate::diagnostics::Findings;
use crate::packs::Edition;
use crate::view::{Document, Inapplicable};

use crate::audience::Languages;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Order {
    /// The documents; every one that applies, where none is named.
    pub documents: Vec<Document>,
    /// In which languages; where none is named, what the readers of each copy chose.
    pub languages: Option<Languages>,
    /// How each is set; at least one.
    pub editions: Vec<Edition>,
    /// The folder to write to.
    pub out: PathBuf,
    /// PDF, or the Typst source that makes it.
    pub format: Format,
    /// Whether a warning stops a document.
    pub strict: bool,
}

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The document.
    Pdf,
    /// Its Typst source, for whoever works on a pack.
    Typst,
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artefact {
    /// Where.
    pub path: PathBuf,
    /// How many pages it has; a source has none.
    pub pages: Option<usize>,
}

/// What became of a case.
#[derive(Clone, Debug, Default)]
pub struct Built {
    /// The files written: all of the case's, or none.
    pub written: Vec<Artefact>,
    /// The documents of the family's programme that were not made, and why; where
    /// documents are named in the order, none.
    pub left_out: Vec<(Document, Inapplicable)>,
    /// What was found on the way.
    pub findings: Findings,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 2] = [Format::Pdf, Format::Typst];

    /// The word on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Typst => "typst",
        }
    }
}
