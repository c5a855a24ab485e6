//! Who may be served with a piece of the file, where not everybody.
//!
//! A court's copy holds pieces that not every party may read, and whoever serves papers
//! works from it: each such piece is marked where it stands.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::form::Id;
use crate::case::safeguarding::Visibility;
use crate::diagnostics::Pointer;

use super::draft::Draft;

/// The mark on a piece that not all parties may be served with.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(super) struct Restriction {
    /// Who alone may be served with it; nobody, where it is for the court alone.
    pub served_to: Vec<String>,
}

impl Restriction {
    /// The restriction of the piece at `at`; none where all parties may be served.
    pub(super) fn of(
        draft: &Draft<'_>,
        vis: Option<Visibility>,
        served_to: &[Id],
        at: &Pointer,
    ) -> Option<Self> {
        match vis {
            None | Some(Visibility::ServedAll) => None,
            Some(Visibility::CourtOnly) => Some(Restriction::court_only()),
            Some(Visibility::ServedTo) => Some(Restriction {
                served_to: draft.names(served_to, at.key("served_to")),
            }),
        }
    }

    /// For the court and nobody else.
    pub(super) fn court_only() -> Self {
        Restriction {
            served_to: Vec::new(),
        }
    }
}
