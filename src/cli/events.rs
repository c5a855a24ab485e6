//! What `--message-format json` tells: one object a line on standard output, in the order of
//! the cases, `start` first and `done` last.
//!
//! Places and never words of a case; no time of day. A later version may add fields and
//! events; a reader passes over what it does not know. `concord schema messages` prints the
//! schema.

mod form;
mod told;

pub(super) use form::{Event, SCHEMA, schema};
pub(super) use told::{case, done, finding, moved, start};
