//! What a template may see: one typed struct per document, built for one audience in one
//! language.
//!
//! A view sees a case through `audience::Served` alone: what its reader may not read never
//! comes so far. Counts, ages and the numbers of terms are worked out here too, so that two
//! documents of one case cannot disagree (rule R68).
//!
//! Floor 3: imports `audience`, `case`, `schedule`, `language` and `diagnostics`.

mod build;
mod catalogue;
mod document;
mod documents;
mod draft;
mod each_once;
mod inapplicable;
mod kind;
mod own;
mod people;
mod picture;
mod pointer;
mod programme;
mod readers;
mod registry;
mod request;
mod restriction;
mod terms;
mod time;
mod words;

#[cfg(test)]
mod kept_back;
#[cfg(test)]
mod sample;

pub use build::{View, build};
pub use catalogue::Documents;
pub use document::{Declaration, Document};
pub use inapplicable::Inapplicable;
pub use kind::ViewKind;
pub use own::{Copies, Need, Own};
pub use picture::Picture;
pub use readers::{COLUMNS, Gets};
pub use request::Request;
pub use time::dated_times::{DatedTime, NoCalendar, TimeWith, dated_times};
pub use time::said::{Register, Setting, Unsaid, said};
pub use time::when::said_in_an_order;
