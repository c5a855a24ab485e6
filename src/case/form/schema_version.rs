//! The version that a file of ours begins with: of a case, a firm's settings, a pack.

use std::fmt;
use std::str::FromStr;

use super::constrained::Misfit;

/// A form for the one version of a file that is read: its type, its name, how it is written,
/// and of what file it is, as a message says it.
macro_rules! version {
    (
        $(#[$about:meta])*
        $seen:vis $type:ident = $name:literal
        $written:literal
        pattern $pattern:literal
        of $file:literal
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $seen struct $type;

        $crate::form! {
            $type = $name
            "The version of this file's form."
            pattern $pattern
            examples [$written]
        }

        impl ::std::str::FromStr for $type {
            type Err = $crate::case::form::Misfit;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text == $written {
                    true => Ok($type),
                    false => Err($crate::case::form::Misfit::new(
                        concat!("is a version of ", $file, " that this program does not read"),
                        concat!("write `", $written, "`"),
                    )),
                }
            }
        }

        impl ::std::fmt::Display for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str($written)
            }
        }
    };
}
pub(crate) use version;

/// The version of a case file's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemaVersion {
    /// `concord/1`: every value on a line of its own.
    First,
    /// `concord/2`: what recurs is a line, and what is the same for many is written once.
    Second,
}

crate::form! {
    SchemaVersion = "concord-schema-version"
    "The version of this file's form."
    pattern "^concord/2$"
    examples ["concord/2"]
}

impl FromStr for SchemaVersion {
    type Err = Misfit;

    fn from_str(text: &str) -> Result<Self, Misfit> {
        match text {
            "concord/1" => Ok(SchemaVersion::First),
            "concord/2" => Ok(SchemaVersion::Second),
            _ => Err(Misfit::new(
                "is a version of the case file that this program does not read",
                "write `concord/2`",
            )),
        }
    }
}

impl fmt::Display for SchemaVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            SchemaVersion::First => "concord/1",
            SchemaVersion::Second => "concord/2",
        })
    }
}
