//! What is agreed and what is open, numbered and lettered once for every document.

pub(super) mod open_point;
pub(super) mod order;
pub(super) mod plan_topic;
pub(super) mod proposal;
pub(super) mod signature;
pub(super) mod summary;
pub(super) mod term;
