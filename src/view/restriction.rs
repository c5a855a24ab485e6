//! Who may be served with a piece of the file, where not everybody.
//!
//! A court's copy holds pieces that not every party may read, and whoever serves papers
//! works from it: each such piece is marked where it stands.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::draft::Draft;
use crate::audience::Piece;
use crate::case::form::Id;
use crate::diagnostics::Pointer;

/// The mark on a piece that not all parties may be served with.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(super) struct Restriction {
    /// Who alone may be served with it; nobody, where it is for the court alone.
    pub served_to: Vec<String>,
}

impl Restriction {
    /// The mark on a piece; none where all parties may be served.
    pub(super) fn of<T>(draft: &Draft<'_>, piece: &Piece<'_, T>) -> Option<Self> {
        draft.restriction(piece.only.clone(), piece.at.key("served_to"))
    }
}

impl Draft<'_> {
    /// The mark in a copy for the court, from which the papers for others are served: nobody
    /// else's copy holds what that reader may not see.
    pub(super) fn restriction(&self, only: Option<Vec<Id>>, at: Pointer) -> Option<Restriction> {
        let only = only.filter(|_| self.served.is_court())?;
        let served_to = self.names(&only, at);
        Some(Restriction { served_to })
    }
}

/// Whether something in a view may not be served on every party.
pub(crate) fn has_restricted(view: &impl Serialize) -> bool {
    fn is_in(value: &Value) -> bool {
        match value {
            Value::Object(fields) => fields
                .iter()
                .any(|(name, field)| (name == "restriction" && !field.is_null()) || is_in(field)),
            Value::Array(entries) => entries.iter().any(is_in),
            _ => false,
        }
    }
    serde_json::to_value(view).is_ok_and(|value| is_in(&value))
}
