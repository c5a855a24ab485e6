//! The people of a case: who they are, what they are to each other, whom an order protects.

pub(super) mod ages;
pub(super) mod family;
pub(super) mod named_children;
pub(super) mod parents;
pub(super) mod protection;
pub(super) mod responsibility;
pub(super) mod told_once;
