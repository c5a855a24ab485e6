//! A value that knows where it came from.

use std::fmt;

/// A value, and the place that gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// Where it came from.
    pub from: Source,
}

/// The places that give a value, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The command line asked for it.
    Flag,
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

/// The end of a sentence: `the templates are those of the command line`.
impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Source::Flag => "the command line",
            Source::Default => "the program",
        })
    }
}
