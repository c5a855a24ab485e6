//! Laid-out pages as plain data: what stands where, of what kind, and in which order it is
//! read.
//!
//! The typesetter writes them, the checks and the plain-text edition read them, and none
//! of the three knows another.
//!
//! Floor 0: imports nothing of ours.

mod as_written;
mod layout;
mod reading;
mod reading_order;
mod tag_tree;

pub use as_written::AsWritten;
pub use layout::{Area, Element, Layout, OutlineEntry, Page, Role, Run};
pub use reading_order::{Part, ReadingOrder};
