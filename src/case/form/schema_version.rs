//! The version of the case file's own form.

use std::fmt;
use std::str::FromStr;

use super::constrained::Misfit;

/// `concord/1`, the one version there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SchemaVersion;

/// As it is written in a case file.
const CURRENT: &str = "concord/1";

crate::form! {
    SchemaVersion = "concord-schema-version"
    "The version of this file's form."
    pattern "^concord/1$"
    examples ["concord/1"]
}

impl FromStr for SchemaVersion {
    type Err = Misfit;

    fn from_str(text: &str) -> Result<Self, Misfit> {
        if text == CURRENT {
            Ok(SchemaVersion)
        } else {
            Err(Misfit::new(
                "is a version of the case file that this program does not read",
                "write `concord/1`",
            ))
        }
    }
}

impl fmt::Display for SchemaVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(CURRENT)
    }
}
