//! Why a question has no answer.

use crate::diagnostics::{Diagnostic, Findings};

/// Why there is no answer.
#[derive(Clone, Debug)]
pub enum Unanswered {
    /// Nothing has the name that was asked for: what is wrong with it, and what to write.
    NoSuch {
        /// What is wrong.
        why: String,
        /// What to write instead.
        help: String,
    },
    /// The templates cannot be read.
    Unread(Findings),
}

impl From<Findings> for Unanswered {
    fn from(findings: Findings) -> Self {
        Unanswered::Unread(findings)
    }
}

impl From<Diagnostic> for Unanswered {
    fn from(finding: Diagnostic) -> Self {
        Unanswered::Unread(finding.into())
    }
}
