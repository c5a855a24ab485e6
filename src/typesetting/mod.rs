//! Typst source becomes pages, and pages become a PDF for archive and screen reader.
//!
//! A [`Typesetter`] takes plain data ([`Job`]) and gives plain data ([`Typeset`],
//! [`Trouble`]), so that the work can be done in another process. Nothing is reached from
//! here but the files of the job and the fonts of the program: no disk, no network, no
//! packages, no clock. Whatever Typst warns of is an error: a missing glyph or a font
//! replaced by another is a sentence that a court does not read as it was written.
//!
//! A hostile template can loop or allocate, and a running compilation cannot be stopped
//! from within its process. So a program sets documents in [`worker`] processes, each with
//! [`Limits`]; `docs/limits.md` says what holds on which system. In process, where a library
//! and its tests work, time and memory are not bounded.
//!
//! | file | what it knows |
//! |---|---|
//! | `typesetter`, `job`, `trouble`, `limits` | what other rooms see |
//! | `pool`, `hired`, `end` | workers as the program sees them: all, one, and how one died |
//! | `worker`, `wire` | a worker's own side, and what passes between |
//! | `laid_out`, `confined`, `world`, `memory`, `library`, `fonts` | Typst, and all that exists for a document |
//! | `frames`, `structure`, `margins`, `written` | what stands on the pages, and where the source writes it |
//!
//! Floor 4, the only room that knows Typst and the only one that starts processes: imports
//! `diagnostics`, `assets`, `pages` and `pictures`.

mod confined;
mod end;
mod fonts;
mod frames;
mod hired;
mod job;
mod laid_out;
mod library;
mod limits;
mod margins;
mod memory;
mod pool;
mod structure;
mod trouble;
mod typesetter;
mod wire;
pub mod worker;
mod world;
mod written;

pub use job::{Job, MAIN};
pub use limits::Limits;
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
