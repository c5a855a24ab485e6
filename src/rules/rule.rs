//! What a rule is, and what it reports to.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::case::Case;
use crate::case::mark::Voice;
use crate::case::narrative::Narrative;
use crate::case::texts::{Text, narratives, texts};
use crate::diagnostics::{Code, Pointer, Unplaced};

/// One rule: it looks at the case and reports what breaks it.
pub(super) type Rule = fn(&Case, &mut Report);

/// So many concerns of a case are told, as of a text that cannot be read: who has mended
/// these sees the rest.
pub(crate) const MOST_TOLD: usize = 50;

/// Collects what the rules find about a case, and lends them what many of them read.
#[derive(Debug, Default)]
pub(crate) struct Report {
    found: Vec<Unplaced>,
    texts: OnceCell<Rc<[Text]>>,
    narratives: OnceCell<Rc<[(Pointer, Voice, Narrative)]>>,
}

impl Report {
    /// Adds a finding and hands it back, so that its captions can be added.
    pub(crate) fn add(
        &mut self,
        code: &'static Code,
        at: Pointer,
        message: impl Into<String>,
    ) -> &mut Unplaced {
        self.found.push(Unplaced::new(code, at, message));
        self.found.last_mut().expect("one was just added")
    }

    /// Every text of the case that the report is about: the case is walked through once for
    /// all rules.
    pub(crate) fn texts(&self, case: &Case) -> Rc<[Text]> {
        Rc::clone(self.texts.get_or_init(|| texts(case).into()))
    }

    /// Every text of the case that can stand in two languages, as the file has it.
    pub(crate) fn narratives(&self, case: &Case) -> Rc<[(Pointer, Voice, Narrative)]> {
        Rc::clone(self.narratives.get_or_init(|| narratives(case).into()))
    }

    /// What was found, in the order in which the rules were asked; of very many the gravest,
    /// so that no error is left out for a warning, and how many more there are.
    pub(crate) fn into_findings(self) -> Vec<Unplaced> {
        let mut found = self.found;
        let more = found.len().saturating_sub(MOST_TOLD);
        if more > 0 {
            found.sort_by_key(|one| one.finding.severity);
            found.truncate(MOST_TOLD);
        }
        if let Some(last) = found.last_mut().filter(|_| more > 0) {
            let help = last.finding.help.take().unwrap_or_default();
            last.help(format!(
                "{help}; when these are mended, {more} more are told"
            ));
        }
        found
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
        let told = report.into_findings();
        assert_eq!(told.len(), MOST_TOLD);
        assert_eq!(told[0].finding.message, "an error");
        let last = told.last().and_then(|found| found.finding.help.as_deref());
        assert_eq!(
            last,
            Some("mend it; when these are mended, 21 more are told")
        );
    }
}
