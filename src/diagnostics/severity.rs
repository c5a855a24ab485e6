//! How much a finding weighs, and so whether a document is written.

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// No document is written.
    Error,
    /// Unusual, but an officer may have a reason; `--strict` makes it an error.
    Warning,
    /// Worth knowing; never in the way.
    Info,
}

impl Severity {
    /// The word printed before a message, and the value in `json` output.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }
}
