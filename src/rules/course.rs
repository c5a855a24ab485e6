//! The course: its stages, its call, its result, its order.
//!
//! Sources: Action for Children, "Planning Together for Children: about your referral";
//! the standard directions of the family courts on attending the course; the pages of
//! its providers. For Wales no deadlines and no separate attendance are published:
//! those two rules are England's.

mod attended;
mod record;
mod stages;

pub(crate) use record::RULES as RECORD;
pub(crate) use stages::RULES as STAGES;
