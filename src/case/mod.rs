//! The case file: every noun of the domain a file of its own, every constrained
//! string a type, read as text first and typed afterwards.
//!
//! Floor 1: imports `language`, `pictures`, `reading`, `schema` and `diagnostics`.

pub mod arrangement;
pub mod band;
pub(crate) mod beside;
pub mod calendar;
mod case_file;
pub mod child_voice;
pub(crate) mod concord2;
mod contact;
pub mod course;
pub mod document;
pub mod fields;
pub mod form;
pub mod handovers;
pub mod joint_letter;
pub mod load;
pub mod mark;
pub mod narrative;
pub mod person;
pub mod place;
pub mod plan;
pub mod proceedings;
mod professional;
pub mod programme;
pub mod recommendation;
pub mod recurrence;
mod register;
pub mod safeguarding;
#[cfg(test)]
pub(crate) mod sample;
pub mod shape;
mod share;
pub mod sign_off;
mod skeleton;
mod takers;
pub(crate) mod texts;
mod topic;
pub mod visibility;
pub mod weekday;
pub mod written_language;

pub use case_file::{Case, reference_in, schema};
pub use concord2::LINES;
pub use skeleton::skeleton;
