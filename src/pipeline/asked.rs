//! What is asked of the pipeline.

use std::path::PathBuf;

use crate::audience::{DocumentCopy, Languages};
use crate::case::Case;
use crate::output::words;
use crate::packs::Edition;
use crate::view::Document;

/// What a run is asked for, the same for each of its cases.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The documents; every one that applies, where none is named.
    pub documents: Vec<Document>,
    /// For whom, by the words of the readers' folders; for everybody, where nobody is named.
    pub audiences: Vec<String>,
    /// In which languages; where none is named, what the readers of each copy chose.
    pub languages: Option<Languages>,
    /// How each is set; at least one.
    pub editions: Vec<Edition>,
    /// The folder to write to.
    pub out: PathBuf,
    /// PDF, what it says, or the Typst source that makes it.
    pub format: Format,
    /// Whether a warning stops a document.
    pub strict: bool,
}

impl Asked {
    /// What a build asks for where nothing else is said, with nowhere to write it.
    pub fn everything(languages: Option<Languages>, strict: bool) -> Self {
        Asked {
            documents: Vec::new(),
            audiences: Vec::new(),
            languages,
            editions: vec![Edition::Standard],
            out: PathBuf::new(),
            format: Format::Pdf,
            strict,
        }
    }

    /// Whether it asks for the copies of this reader.
    pub(super) fn is_for(&self, copy: &DocumentCopy, case: &Case) -> bool {
        self.audiences.is_empty() || self.audiences.contains(&copy.reader.word(case))
    }
}

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The document.
    Pdf,
    /// What it says, to be kept and compared later.
    Words,
    /// Its Typst source, for whoever works on a pack.
    Typst,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 3] = [Format::Pdf, Format::Words, Format::Typst];

    /// The word on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Words => words::FORMAT,
            Format::Typst => "typst",
        }
    }
}
