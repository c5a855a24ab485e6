//! What a rule finds, by the paths of the case rather than by lines.

use crate::case::reading::{Places, Pointer};
use crate::diagnostics::{Code, Diagnostic, Severity};

/// So many concerns of a case are told, as of a text that cannot be read: who has mended
/// these sees the rest.
pub(super) const MOST_TOLD: usize = 50;

/// A finding about a typed case, before its places are looked up.
#[derive(Clone, Debug, PartialEq)]
pub struct Concern {
    /// The rule.
    pub code: &'static Code,
    /// The value it is about; where the file has no such value, the nearest block above.
    pub at: Pointer,
    /// What is wrong, in one line.
    pub message: String,
    /// What stands at the place.
    pub caption: String,
    /// Where the other half of a contradiction stands, and what it says.
    pub others: Vec<(Pointer, String)>,
    /// What to write or do instead.
    pub help: String,
    /// Another weight than the code's own, where the table of rules says so.
    pub severity: Option<Severity>,
}

impl Concern {
    /// Draws up the concern as a diagnostic with its lines and columns.
    pub fn locate(self, places: &Places) -> Diagnostic {
        let weight = self.weight();
        let mut finding = Diagnostic::new(self.code, self.message)
            .at(places.nearest(&self.at))
            .caption(self.caption);
        for (pointer, text) in self.others {
            finding = finding.label(places.nearest(&pointer), text);
        }
        if !self.help.is_empty() {
            finding = finding.help(self.help);
        }
        finding.severity = weight;
        finding
    }

    /// Names what stands at the place ("the joint session is on 3 March").
    pub fn caption(&mut self, text: impl Into<String>) -> &mut Self {
        self.caption = text.into();
        self
    }

    /// Names what stands at another place ("but this one-to-one is on 10 March").
    pub fn but(&mut self, at: Pointer, text: impl Into<String>) -> &mut Self {
        self.others.push((at, text.into()));
        self
    }

    /// Says what to write or do instead.
    pub fn help(&mut self, text: impl Into<String>) -> &mut Self {
        self.help = text.into();
        self
    }

    fn weight(&self) -> Severity {
        self.severity.unwrap_or(self.code.severity)
    }

    /// Gives the finding another weight than the code's own.
    pub fn weigh(&mut self, severity: Severity) -> &mut Self {
        self.severity = Some(severity);
        self
    }
}

/// Collects the concerns of the rules.
#[derive(Debug, Default)]
pub struct Report(Vec<Concern>);

impl Report {
    /// Adds a concern and hands it back, so that its captions can be added.
    pub fn add(
        &mut self,
        code: &'static Code,
        at: Pointer,
        message: impl Into<String>,
    ) -> &mut Concern {
        self.0.push(Concern {
            code,
            at,
            message: message.into(),
            caption: String::new(),
            others: Vec::new(),
            help: String::new(),
            severity: None,
        });
        self.0.last_mut().expect("one was just added")
    }

    /// The concerns in the order in which the rules were asked; of very many the gravest,
    /// so that no error is left out for a warning, and how many more there are.
    pub fn into_concerns(self) -> Vec<Concern> {
        let mut concerns = self.0;
        let more = concerns.len().saturating_sub(MOST_TOLD);
        if more > 0 {
            concerns.sort_by_key(Concern::weight);
            concerns.truncate(MOST_TOLD);
        }
        if let Some(last) = concerns.last_mut().filter(|_| more > 0) {
            let help = std::mem::take(&mut last.help);
            last.help = format!("{help}; when these are mended, {more} more are told");
        }
        concerns
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::code::rule;

    #[test]
    fn of_very_many_concerns_the_gravest_are_told_and_the_rest_counted() {
        let mut report = Report::default();
        for index in 0..MOST_TOLD + 20 {
            let at = Pointer::root().key("places").item(index);
            report.add(&rule::AGE, at, "a warning").help("mend it");
        }
        let at = Pointer::root().key("document");
        report.add(&rule::REFERENCE, at, "an error");
        let told = report.into_concerns();
        assert_eq!(told.len(), MOST_TOLD);
        assert_eq!(told[0].message, "an error");
        let last = told.last().map(|concern| concern.help.as_str());
        assert_eq!(
            last,
            Some("mend it; when these are mended, 21 more are told")
        );
    }
}
