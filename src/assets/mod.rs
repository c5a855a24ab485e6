//! The files that documents are made of: templates, themes, locales, fonts.
//!
//! Everything is asked for by an [`AssetPath`] of a [`Layered`] source, so that a firm
//! can put one file of its own in front of one of ours and nobody else needs to know.
//!
//! Floor 1: imports only `diagnostics`.

mod embedded;
mod folder;
mod layer;
mod layered;
mod path;

pub use folder::{BASE, EXPECTED, SETTINGS, is_template};
pub use layer::{Folder, Layer};
pub use layered::{Asset, Layered};
pub use path::AssetPath;
