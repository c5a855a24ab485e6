//! What is agreed and what is open, numbered and lettered once for every document.

pub(super) mod open_point;
pub(super) mod order;
pub(super) mod plan_topic;
mod precedence;
pub(super) mod proposal;
mod sharing;
pub(super) mod signature;
pub(super) mod summary;
pub(super) mod term;
