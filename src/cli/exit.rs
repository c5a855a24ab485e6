//! How a command ends: the exit codes, their names, and what scripts may rely on.

use std::process::ExitCode;

use crate::diagnostics::{Code, Diagnostic, Findings, Severity, code};

/// The end of a command. The numbers are part of the interface and never change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Exit {
    /// All that was asked is done; there may have been warnings.
    #[default]
    Done = 0,
    /// There are findings that forbid a document, and for its case nothing was written.
    Findings = 1,
    /// The command itself was not understood; nothing was tried.
    Usage = 2,
    /// What was compared is not the same.
    Drift = 3,
    /// Something would have reached a reader who may not see it; nothing was written.
    Confidentiality = 4,
    /// The program has a fault; the case has none.
    Fault = 70,
    /// The machine failed the program: no memory, no room, no right to write.
    Machine = 74,
    /// Somebody pressed Ctrl-C; the cases that were told are whole.
    Interrupted = 130,
    /// The system or its keeper wanted the program to end; the cases that were told are whole.
    Terminated = 143,
}

/// Findings that tell of the program.
const OF_THE_PROGRAM: &[&Code] = &[&code::typesetting::LOST];

/// Findings that tell of the machine.
const OF_THE_MACHINE: &[&Code] = &[
    &code::typesetting::MACHINE,
    &code::output::FOLDER,
    &code::output::DISK_FULL,
    &code::output::NOT_WRITTEN,
];

/// Findings that tell of what a reader may not see.
const OF_CONFIDENTIALITY: &[&Code] = &[
    &code::confidentiality::REPEATED,
    &code::confidentiality::NEARLY_REPEATED,
    &code::confidentiality::LEAK,
    &code::confidentiality::UNSAID_PLACE,
    &code::confidentiality::UNREAD,
    &code::rule::WITHHELD_DETAIL,
    &code::rule::REFUGE,
    &code::rule::WITHHELD_NAME,
    &code::rule::UNSHARED_WORDS,
    &code::rule::NEAR,
];

/// Findings that tell of what was typed.
const OF_USAGE: &[&Code] = &[&code::output::NO_SUCH_READER, &code::output::NOT_STOPPED];

impl Exit {
    /// What the code says, as help screens print it.
    pub fn meaning(self) -> &'static str {
        match self {
            Exit::Done => "done",
            Exit::Findings => "findings: what is wrong must be mended first",
            Exit::Usage => "usage: the command was not understood",
            Exit::Drift => "drift: something moved, is missing or was altered",
            Exit::Confidentiality => "confidentiality stop: a reader would get what is kept back",
            Exit::Fault => "internal fault: the program is wrong, not the case",
            Exit::Machine => "the machine failed: no memory, no room, no right to write",
            Exit::Interrupted => "stopped by Ctrl-C: the cases that were told are whole",
            Exit::Terminated => "stopped by SIGTERM: the cases that were told are whole",
        }
    }

    /// How a command ends that has found this: errors forbid a document, warnings and infos
    /// do not.
    pub(super) fn of(findings: &Findings) -> Self {
        let errors = findings
            .iter()
            .filter(|one| one.severity == Severity::Error);
        errors.fold(Exit::Done, |exit, error| {
            exit.or_worse(Exit::of_error(error))
        })
    }

    /// Of two ends, the one that matters more to whoever has to act: a run that was stopped
    /// before a fault, a fault before the machine, the machine before the case, and of a case
    /// what is kept back before the rest.
    pub(super) fn or_worse(self, other: Self) -> Self {
        const WORST_FIRST: [Exit; 8] = [
            Exit::Interrupted,
            Exit::Terminated,
            Exit::Fault,
            Exit::Machine,
            Exit::Confidentiality,
            Exit::Findings,
            Exit::Drift,
            Exit::Usage,
        ];
        let either = |end: &Exit| *end == self || *end == other;
        WORST_FIRST.into_iter().find(either).unwrap_or(self)
    }

    fn of_error(error: &Diagnostic) -> Self {
        if OF_THE_PROGRAM.contains(&error.code) {
            Exit::Fault
        } else if OF_THE_MACHINE.contains(&error.code) {
            Exit::Machine
        } else if OF_CONFIDENTIALITY.contains(&error.code) {
            Exit::Confidentiality
        } else if OF_USAGE.contains(&error.code) {
            Exit::Usage
        } else {
            Exit::Findings
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_wins() {
        let error = |code| Diagnostic::new(code, "a finding");
        let mut findings = Findings::new();
        assert_eq!(Exit::of(&findings), Exit::Done);
        let mut warning = error(&code::typesetting::LOST);
        warning.severity = Severity::Warning;
        findings.push(warning);
        assert_eq!(Exit::of(&findings), Exit::Done);
        findings.push(error(&code::typesetting::TOO_LONG));
        assert_eq!(Exit::of(&findings), Exit::Findings);
        findings.push(error(&code::typesetting::MACHINE));
        assert_eq!(Exit::of(&findings), Exit::Machine);
        findings.push(error(&code::typesetting::LOST));
        findings.push(error(&code::output::DISK_FULL));
        assert_eq!(Exit::of(&findings), Exit::Fault);
    }
}
