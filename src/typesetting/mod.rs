//! Typst source becomes pages, and pages become a PDF for archive and screen reader.
//!
//! A [`Typesetter`] takes plain data ([`Job`]) and gives plain data ([`Typeset`],
//! [`Trouble`]), so that the work can be done in another process. Nothing is reached from here but the
//! files of the job and the fonts of the program: no disk, no network, no packages, no
//! clock. Whatever Typst warns of is an error: a missing glyph or a font replaced by
//! another is a sentence that a court does not read as it was written.
//!
//! What this room cannot bound is time and memory: a hostile template can still loop or
//! allocate, and a running compilation cannot be stopped from within its process.
//!
//! Floor 4, the only room that knows Typst: imports `diagnostics` and `assets`.

mod confined;
mod fonts;
mod frames;
mod job;
mod laid_out;
mod library;
mod margins;
mod structure;
mod trouble;
mod typesetter;
mod world;

pub use job::{Job, MAIN};
pub use trouble::{Kind, Spot, Trouble};
pub use typesetter::Typesetter;

use serde::{Deserialize, Serialize};

/// The version of Typst, which is fixed in `Cargo.toml`.
pub const VERSION: &str = "0.15.1";

use crate::pages::Layout;
use fonts::Fonts;

/// A finished document: what stands on its pages, and its PDF.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Typeset {
    /// The pages as they were laid out, for the checks.
    pub layout: Layout,
    /// The PDF/A-2a and PDF/UA-1 file.
    pub pdf: Vec<u8>,
}
