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
    /// The program has a fault; the case has none.
    Fault = 70,
    /// The machine failed: a disk is full, a folder may not be written to.
    Machine = 74,
}

impl Exit {
    /// What the code says, as help screens print it.
    pub fn meaning(self) -> &'static str {
        match self {
            Exit::Done => "done",
            Exit::Findings => "findings: what is wrong must be mended first",
            Exit::Usage => "usage: the command was not understood",
            Exit::Fault => "internal fault: the program is wrong, not the case",
            Exit::Machine => "the machine failed: disk or permission; try again later",
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}
