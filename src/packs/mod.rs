//! Which files make a document, from which layer; read, checked and tried.
//!
//! | file | what it knows |
//! |---|---|
//! | `files` | where outlines, partials, themes and words stand |
//! | `sources` | the templates of a document, those that a firm's stand before among them |
//! | `declared`, `promises` | the documents that a firm declares, and whether they keep what it says |
//! | `shelf` | the templates of every document in every language, each read once |
//! | `parts` | the parts of a document by their names |
//! | `sheet` | a document on its way to the typesetter, with the theme for its edition |
//! | `trial` | every document set in type once, from a sample view |
//! | `unread` | the files that no document reads |
//! | `overrides` | what a firm says in other words, and whether anybody hears it |
//! | `origin` | what the typesetter said, at the line of a template or a theme |
//!
//! Floor 5: imports `view`, `templates`, `typesetting`, `audience`, `case`, `language`,
//! `reading`, `assets` and `diagnostics`.

pub(crate) mod declared;
mod edition;
pub(crate) mod files;
pub(crate) mod origin;
mod overrides;
pub(crate) mod parts;
mod promises;
pub(crate) mod sheet;
pub(crate) mod shelf;
pub(crate) mod sources;
pub(crate) mod trial;
mod unread;

pub use edition::Edition;
pub use shelf::TemplateReport;
