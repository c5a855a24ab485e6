//! Many findings, in the order a reader meets them in the file.

use super::{Diagnostic, Severity};

/// A collector: all that is wrong is told at once, not the first thing alone.
#[derive(Clone, Debug, Default)]
pub struct Findings(Vec<Diagnostic>);

impl Findings {
    /// Nothing found yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one finding.
    pub fn push(&mut self, finding: Diagnostic) {
        self.0.push(finding);
    }

    /// Adds all findings of another collector.
    pub fn extend(&mut self, others: impl IntoIterator<Item = Diagnostic>) {
        self.0.extend(others);
    }

    /// Whether a document must not be written.
    pub fn has_errors(&self) -> bool {
        self.0
            .iter()
            .any(|finding| finding.severity == Severity::Error)
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many findings weigh this much.
    pub fn count(&self, severity: Severity) -> usize {
        self.0
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    }

    /// Makes every warning an error, as `--strict` asks.
    pub fn promote_warnings(&mut self) {
        for finding in &mut self.0 {
            if finding.severity == Severity::Warning {
                finding.severity = Severity::Error;
            }
        }
    }

    /// The findings by file, place, code and message, each once.
    pub fn sorted(mut self) -> Vec<Diagnostic> {
        self.0.sort_by(|a, b| sort_key(a).cmp(&sort_key(b)));
        self.0.dedup();
        self.0
    }

    /// The findings one after another, as they came.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }
}

fn sort_key(finding: &Diagnostic) -> (Option<(&str, usize)>, &str, &str) {
    let place = finding
        .place
        .as_ref()
        .map(|place| (place.file.name(), place.range.start));
    (place, finding.code.id, &finding.message)
}

impl IntoIterator for Findings {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    /// The findings as they came.
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl FromIterator<Diagnostic> for Findings {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(findings: I) -> Self {
        Findings(findings.into_iter().collect())
    }
}

impl From<Diagnostic> for Findings {
    fn from(finding: Diagnostic) -> Self {
        Findings(vec![finding])
    }
}
