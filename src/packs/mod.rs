//! Which files make a document, from which layer; read, checked and tried.
//!
//! | file | what it knows |
//! |---|---|
//! | `files` | where outlines, partials, themes and words stand |
//! | `sources` | the templates of a document, those that a firm's stand before among them |
//! | `declared`, `promises` | the documents that a firm declares, and whether they keep what it says |
//! | `shelf`, `reading` | the templates of every document in every language, each read once · what the checker says of them, asked once |
//! | `judged` | what is to be said of all templates together |
//! | `emptied` | whether what a document must print is still printed of a view |
//! | `on_paper` | what a firm's templates write and no page shows |
//! | `parts` | the parts of a document by their names |
//! | `let_go` | the partials of a firm that one of its offices calls no longer |
//! | `licences` | whether each font of a firm has its licence beside it |
//! | `look`, `own_typst` | what a firm sets of the theme by values; what it draws itself, and whether with the theme |
//! | `pale` | whether words can be read in the colours and sizes of a firm's own modules |
//! | `sheet` | a document on its way to the typesetter, with the theme for its edition |
//! | `trial` | every document set in type, from a sample view for each branch |
//! | `concerned` | which fields of a view concern what a firm's files print |
//! | `behind` | whether a firm's copies are of what lies below them now |
//! | `blame` | the firm's theme file that brings ours to a stop |
//! | `renamed` | what became of names that a firm may still use |
//! | `unread` | the files that no document reads |
//! | `overrides` | what a firm says in other words, and whether anybody hears it |
//! | `origin` | what the typesetter said, at the line of a template or a theme |
//!
//! Floor 5: imports `settings`, `view`, `templates`, `typesetting`, `audience`, `case`, `language`,
//! `reading`, `pages`, `pictures`, `assets` and `diagnostics`.

pub(crate) mod behind;
mod blame;
mod concerned;
pub(crate) mod declared;
mod edition;
mod emptied;
pub(crate) mod files;
mod judged;
mod let_go;
mod licences;
pub(crate) mod look;
pub(crate) mod on_paper;
pub(crate) mod origin;
mod overrides;
mod own_typst;
mod pale;
pub(crate) mod parts;
pub(crate) mod promises;
mod reading;
pub(crate) mod renamed;
pub(crate) mod sheet;
pub(crate) mod shelf;
pub(crate) mod sources;
pub(crate) mod trial;
mod unread;

pub(crate) use blame::meant;
pub use edition::Edition;
pub use judged::TemplateReport;
