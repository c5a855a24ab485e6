//! Recurring arrangements as dated time: where a child is, when, and by which term.
//!
//! A case describes weeks, holidays and special days. Here they become claims, claims
//! become one answer for every instant, and whatever has no one answer is told: the
//! rules R19–R27 and R90 live in [`rules`].
//!
//! Nothing is decided that the case does not decide. An arrangement counts when it is
//! agreed or when an order already makes it, from its first day to its last; between
//! kinds of arrangement only the case's `priorities` choose.
//!
//! Floor 1: imports `case` and `diagnostics`.

mod claim;
mod expand;
mod handover;
mod holiday;
mod nights;
mod period;
mod resolve;
pub mod rules;
mod special;
mod timetable;
mod weekly;

pub use claim::{Claim, Origin, Part};
pub use handover::{Handover, Said, Venue};
pub use nights::Nights;
pub use period::{Period, YEARS, instant, local};
pub use resolve::{Answer, Stretch};
pub use timetable::Timetable;
