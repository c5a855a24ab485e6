//! What a value is in the skeleton: a token that stands for it until it is written.

use std::ops::Range;

use super::position::Position;
use crate::templates::recorder::{Segment, Slot};

/// A value in the skeleton: its segment, the bytes of its token, and how the syntax
/// around them lets it be written.
pub(super) struct Token<'s> {
    pub(super) segment: &'s Segment,
    pub(super) slot: &'s Slot,
    pub(super) range: Range<usize>,
    pub(super) position: Position,
}
