//! Who may be served with a piece of the file.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Who may be served with a piece of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// The court alone.
    CourtOnly,
    /// Every party.
    ServedAll,
    /// The people named in `served_to`.
    ServedTo,
}
