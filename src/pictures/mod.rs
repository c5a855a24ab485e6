//! A child's drawing, or any picture of a case: its size, its kind, and what a camera wrote
//! beside it.
//!
//! Floor 1: imports nothing of ours.

mod images;
mod jpeg;

pub(crate) use images::admitted;
pub use images::{LARGEST_FILE, refusal};
