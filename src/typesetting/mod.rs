//! Typst source becomes pages, and pages become a PDF for archive and screen reader.
//!
//! Plain data goes in ([`Job`]) and plain data comes out ([`Typeset`], [`Trouble`]), so
//! that the work can be done in another process. Nothing is reached from here but the
//! files of the job and the fonts of the program: no disk, no network, no packages, no
//! clock. Whatever Typst warns of is an error: a missing glyph or a font replaced by
//! another is a sentence that a court does not read as it was written.
//!
//! What this room cannot bound is time and memory: a hostile template can still loop or
//! allocate, and a running compilation cannot be stopped from within its process.
//!
//! Floor 4, the only room that knows Typst: imports `diagnostics` and `assets`.

mod confined;
mod document;
mod fonts;
mod frames;
mod job;
mod library;
mod margins;
mod structure;
mod trouble;
mod world;

pub use document::{Document, compile};
pub use fonts::Fonts;
pub use job::{Job, MAIN};
pub use trouble::{Kind, Spot, Trouble};

use serde::{Deserialize, Serialize};

use crate::pages::Layout;

/// A finished document: what stands on its pages, and its PDF.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Typeset {
    /// The pages as they were laid out, for the checks.
    pub layout: Layout,
    /// The PDF/A-2a and PDF/UA-1 file.
    pub pdf: Vec<u8>,
}

/// Typesets a document: the two steps of [`compile`] and [`Document::export`] in one.
///
/// # Errors
/// All that Typst refused or warned of in the step that failed.
pub fn typeset(job: &Job, fonts: &Fonts) -> Result<Typeset, Vec<Trouble>> {
    let document = compile(job, fonts)?;
    Ok(Typeset {
        layout: document.layout(),
        pdf: document.export()?,
    })
}
