//! The closing line: how many findings, in how many cases.

use std::fmt;

use super::Exit;
use crate::diagnostics::{Diagnostic, Findings, Severity};

/// What was found so far, case by case.
#[derive(Debug, Default)]
pub(super) struct Tally {
    errors: usize,
    warnings: usize,
    infos: usize,
    cases: usize,
    cases_with_findings: usize,
    exit: Exit,
}

impl Tally {
    /// Counts one more case and what was found in it.
    pub(super) fn add(&mut self, findings: &Findings) {
        self.errors += findings.count(Severity::Error);
        self.warnings += findings.count(Severity::Warning);
        self.infos += findings.count(Severity::Info);
        self.cases += 1;
        self.cases_with_findings += usize::from(!findings.is_empty());
        self.exit = self.exit.or_worse(Exit::of(findings));
    }

    /// Counts something that is wrong with no case.
    pub(super) fn fail(&mut self, finding: &Diagnostic) {
        self.errors += 1;
        self.exit = self.exit.or_worse(Exit::of(&finding.clone().into()));
    }

    /// Whether no case had anything to say about it.
    pub(super) fn is_clean(&self) -> bool {
        self.cases_with_findings == 0
    }

    /// Whether the machine failed, so that the next case would fare no better.
    pub(super) fn machine_failed(&self) -> bool {
        self.exit == Exit::Machine
    }

    /// How a command ends that has found this.
    pub(super) fn exit(&self) -> Exit {
        self.exit
    }
}

/// `2 errors, 1 warning in 1 of 3 cases`, or `no findings in 3 cases`.
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kinds = [
            (self.errors, "error"),
            (self.warnings, "warning"),
            (self.infos, "info"),
        ];
        let found: Vec<String> = kinds
            .into_iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, word)| count(number, word))
            .collect();
        if self.exit == Exit::Confidentiality {
            f.write_str("confidentiality stop: ")?;
        }
        if found.is_empty() {
            return write!(f, "no findings in {}", count(self.cases, "case"));
        }
        write!(f, "{} in ", found.join(", "))?;
        if self.cases > 1 {
            write!(f, "{} of ", self.cases_with_findings)?;
        }
        write!(f, "{}", count(self.cases, "case"))
    }
}

/// A number and its noun: `1 case`, `2 cases`, `no cases`.
pub(super) fn count(number: usize, noun: &str) -> String {
    match number {
        0 => format!("no {noun}s"),
        1 => format!("1 {noun}"),
        _ => format!("{number} {noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Diagnostic, code};

    fn finding(severity: Severity) -> Diagnostic {
        let mut finding = Diagnostic::new(&code::model::BLANK, "a field is blank");
        finding.severity = severity;
        finding
    }

    #[test]
    fn the_closing_line_counts_findings_and_cases() {
        let mut tally = Tally::default();
        tally.add(&Findings::new());
        assert_eq!(tally.to_string(), "no findings in 1 case");
        tally.add(&Findings::from(finding(Severity::Warning)));
        assert_eq!(tally.to_string(), "1 warning in 1 of 2 cases");
        assert_eq!(tally.exit(), Exit::Done);
        tally.add(&[Severity::Error; 2].map(finding).into_iter().collect());
        assert_eq!(tally.to_string(), "2 errors, 1 warning in 2 of 3 cases");
        assert_eq!(tally.exit(), Exit::Findings);
    }

    #[test]
    fn a_single_case_needs_no_share() {
        let mut tally = Tally::default();
        tally.add(&Findings::from(finding(Severity::Error)));
        assert_eq!(tally.to_string(), "1 error in 1 case");
    }
}
