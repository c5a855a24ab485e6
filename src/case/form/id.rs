//! The short names by which parts of a case file call one another.

use std::fmt;
use std::str::FromStr;

use super::constrained::Misfit;

/// A short name: a small letter, then at most 31 small letters, digits, `_` or `-`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

crate::form! {
    Id = "concord-id"
    "A short name that other parts of the file refer to: small letters, digits, `_` and `-`."
    pattern "^[a-z][a-z0-9_-]{0,31}$"
    examples ["mother", "session_1"]
}

impl Id {
    /// The name as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Id {
    type Err = Misfit;

    fn from_str(text: &str) -> Result<Self, Misfit> {
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-".contains(c);
        let fits = text.starts_with(|c: char| c.is_ascii_lowercase())
            && text.len() <= 32
            && text.chars().all(allowed);
        if fits {
            Ok(Id(text.to_owned()))
        } else {
            Err(Misfit::new(
                "is not a short name",
                "start with a small letter and use at most 32 small letters, digits, `_` and `-`, \
                 for example `session_1`",
            ))
        }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
