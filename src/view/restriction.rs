//! Who may be served with a piece of the file, where not everybody.
//!
//! A court's copy holds pieces that not every party may read, and whoever serves papers
//! works from it: each such piece is marked where it stands.

use schemars::JsonSchema;
use serde::Serialize;

use super::draft::Draft;
use crate::audience::Piece;

/// The mark on a piece that not all parties may be served with.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(super) struct Restriction {
    /// Who alone may be served with it; nobody, where it is for the court alone.
    pub served_to: Vec<String>,
}

impl Restriction {
    /// The mark on a piece; none where all parties may be served.
    pub(super) fn of<T>(draft: &Draft<'_>, piece: &Piece<'_, T>) -> Option<Self> {
        let only = piece.only?;
        Some(Restriction {
            served_to: draft.names(only, piece.at.key("served_to")),
        })
    }
}
