//! What is agreed and what is open, numbered and lettered once for every document.

mod first_time;
pub(super) mod open_point;
pub(super) mod order;
mod order_place;
pub(super) mod plan_topic;
mod precedence;
pub(super) mod proposal;
mod sharing;
pub(super) mod signature;
pub(super) mod summary;
pub(super) mod term;
