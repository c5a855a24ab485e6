//! Who reads a document, and what each reader may see.
//!
//! Floor 2: imports `case`, `schedule`, `language` and `diagnostics`.

mod copy;
mod dispute;
mod languages;

pub(crate) use copy::is_served_on_all;
pub use copy::{Audience, DocumentCopy};
pub(crate) use dispute::{leave_christmas_open, shares_open_christmas};
pub use languages::Languages;
