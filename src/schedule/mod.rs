//! Recurring arrangements as dated time: where a child is, when, and by which term.
//!
//! A case describes weeks, holidays and special days. Here they become claims, claims
//! become one answer for every instant. What has no one answer, or several, the rules
//! R19–R27 and R90 tell (`rules/time/`).
//!
//! Nothing is decided that the case does not decide. An arrangement counts when it is
//! agreed or when an order already makes it, from its first day to its last; between
//! kinds of arrangement only the case's `priorities` choose.
//!
//! Floor 2: imports `case` and `diagnostics`.

pub(crate) mod calls;
pub(crate) mod claim;
pub(crate) mod expand;
pub(crate) mod handover;
pub(crate) mod holiday;
pub(crate) mod monthly;
pub(crate) mod nights;
pub(crate) mod period;
pub(crate) mod resolve;
mod rest;
pub(crate) mod round;
pub(crate) mod special;
pub(crate) mod timetable;
pub(crate) mod weekly;

pub use calls::Call;
pub use claim::{Claim, Ground, Part};
pub use handover::{Handover, Said, Venue};
pub use nights::Nights;
pub use period::{Period, YEARS, instant, local};
pub use resolve::{Answer, Stretch};
pub use timetable::{Timetable, Usual};
