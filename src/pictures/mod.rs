//! A child's drawing, or any picture of a case: its size, its kind, and what a camera wrote
//! beside it.
//!
//! Floor 1: imports nothing of ours.

mod images;
mod jpeg;
mod png;

pub(crate) use images::admitted;
pub use images::{LARGEST_FILE, refusal, refusal_from_case};
