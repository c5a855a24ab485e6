//! A value that knows where it came from.

use std::fmt;

/// A value, and the place that gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// Where it came from.
    pub from: Source,
}

/// The places that give a value, the strongest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The command line asked for it.
    Flag,
    /// The environment of the program did.
    Environment,
    /// The `concord.yaml` of this path does.
    Settings(String),
    /// A `concord.yaml` says that its folder lies over this one.
    Over(String),
    /// Nobody said otherwise.
    Default,
}

impl<T> Setting<T> {
    /// What a flag asks for, if it is given, or else the default.
    pub(super) fn of(flag: Option<T>, default: impl FnOnce() -> T) -> Self {
        match flag {
            Some(value) => Setting {
                value,
                from: Source::Flag,
            },
            None => Setting {
                value: default(),
                from: Source::Default,
            },
        }
    }
}

/// As it stands in brackets behind the name of a layer: `wensum (concord.yaml)`.
impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Source::Flag => f.write_str("--templates"),
            Source::Environment => f.write_str("CONCORD_TEMPLATES"),
            Source::Settings(path) => f.write_str(path),
            Source::Over(folder) => write!(f, "over: {folder}"),
            Source::Default => f.write_str("the program"),
        }
    }
}
