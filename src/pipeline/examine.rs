//! The first step: a file becomes a case that every rule has looked at.

use std::path::Path;
use std::sync::Arc;

use crate::case::{Case, load};
use crate::diagnostics::Pointer;
use crate::diagnostics::{Diagnostic, Findings, Place, Severity, SourceFile, code};
use crate::reading::{self, Accepted};
use crate::rules;

use crate::case::beside::{self, Pictures};

/// A case file, and all that is to be said of it.
#[derive(Debug)]
pub struct Examined {
    /// The case; none where the file could not be typed.
    pub case: Option<Sound>,
    /// What was found, in no order yet.
    pub findings: Findings,
}

/// A typed case with the text it was read from.
#[derive(Debug)]
pub struct Sound {
    /// The case.
    pub case: Case,
    accepted: Accepted,
    pictures: Pictures,
}

impl Sound {
    /// The name of the file as it was given.
    pub(super) fn file_name(&self) -> &str {
        self.accepted.file.name()
    }

    /// The text of the file as it was accepted.
    pub(super) fn text(&self) -> &str {
        self.accepted.file.text()
    }

    /// The pictures the case names, as they were read.
    pub(super) fn pictures(&self) -> &Pictures {
        &self.pictures
    }

    /// Where a value stands; for one the file has not, the nearest block above it.
    pub(super) fn place(&self, pointer: &Pointer) -> Place {
        self.accepted.places.nearest(pointer)
    }

    /// Where a character stands in the values of the file, once for each value.
    pub(super) fn holding(&self, character: char) -> Vec<Place> {
        self.accepted.places.holding(character)
    }
}

/// Reads, types and checks a case file: all findings in one pass.
pub fn examine(path: &Path) -> Examined {
    match read(path) {
        Ok(mut sound) => {
            let mut of_pictures = Findings::new();
            let places = &sound.accepted.places;
            sound.pictures = beside::read(&sound.case, path, places, &mut of_pictures);
            let unplaced = rules::check(&sound.case).into_iter();
            let findings = unplaced
                .map(|one| one.locate(|at| places.nearest(at)))
                .chain(rules::cut_short(&sound.case, &sound.accepted.places).sorted())
                .chain(of_pictures.sorted())
                .collect();
            Examined {
                case: Some(sound),
                findings,
            }
        }
        Err(findings) => Examined {
            case: None,
            findings,
        },
    }
}

fn read(path: &Path) -> Result<Sound, Findings> {
    let accepted = reading::read(path)?;
    let case = load::load(&accepted)?;
    Ok(Sound {
        case,
        accepted,
        pictures: Pictures::new(),
    })
}

/// A text that is neither a case nor an asset.
pub(super) fn text_file(path: &Path) -> Result<Arc<SourceFile>, Diagnostic> {
    let name = path.display().to_string();
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(SourceFile::new(name, text)),
        Err(_) => {
            let message = format!("`{name}` cannot be read");
            Err(Diagnostic::new(&code::reading::NOT_FOUND, message)
                .help("name a text file that is there"))
        }
    }
}

/// Nothing is wrong with the case, and yet nothing can be made of it.
pub(super) fn no_document(case: &Sound) -> Diagnostic {
    let message = "no document applies to this case";
    let mut finding = Diagnostic::new(&code::view::DOES_NOT_APPLY, message)
        .at(case.place(&Pointer::root().key("programme").key("kind")))
        .help("the case is sound, but there is no document yet for its programme");
    finding.severity = Severity::Warning;
    finding
}
