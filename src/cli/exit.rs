//! How a command ends: the exit codes, their names, and what scripts may rely on.

use std::process::ExitCode;

/// The end of a command. The numbers are part of the interface and never change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// All that was asked is done; there may have been warnings.
    Done = 0,
    /// There are findings that forbid a document, and for its case nothing was written.
    Findings = 1,
    /// The command itself was not understood; nothing was tried.
    Usage = 2,
    /// What was made before would not be made the same way today.
    Drift = 3,
    /// A document would have told a reader what that reader may not know.
    Confidentiality = 4,
    /// The program has a fault; the case has none.
    Fault = 70,
}

impl Exit {
    /// What the code says, as help screens print it.
    pub fn meaning(self) -> &'static str {
        match self {
            Exit::Done => "done",
            Exit::Findings => "findings: what is wrong must be mended first",
            Exit::Usage => "usage: the command was not understood",
            Exit::Drift => "drift: the result is no longer the same",
            Exit::Confidentiality => "confidentiality stop: a reader would learn what is withheld",
            Exit::Fault => "internal fault: the program is wrong, not the case",
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}
