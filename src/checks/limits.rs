//! What rules of court say of a document's form: `limits.yaml`, which says where it stands.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::case::document::RulesProfile;
use crate::reading::table;
use crate::view::Document;

/// The limits, read once.
pub(super) static LIMITS: LazyLock<Limits> = LazyLock::new(|| table(include_str!("limits.yaml")));

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Limits {
    /// The least size of type, in points.
    pub(super) least_type: f64,
    pages: Vec<Pages>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pages {
    rules: RulesProfile,
    /// By its id.
    document: String,
    most: usize,
}

impl Limits {
    /// The most sides of A4 that a document may have; none where the rules name no number.
    pub(super) fn pages(&self, rules: RulesProfile, document: &Document) -> Option<usize> {
        let mut limits = self.pages.iter();
        let limit = limits.find(|one| one.rules == rules && one.document == document.id());
        limit.map(|limit| limit.most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Documents;

    #[test]
    fn every_limit_is_of_a_document_that_there_is() {
        let documents = Documents::builtin();
        assert!(LIMITS.least_type > 0.0);
        for limit in &LIMITS.pages {
            let known = documents.named(&limit.document);
            assert!(known.is_some(), "{}", limit.document);
        }
    }

    #[test]
    fn only_the_earlier_rules_name_a_number_for_the_report() {
        let documents = Documents::builtin();
        let report = documents.named("court-report").expect("it is built in");
        let most = |rules| LIMITS.pages(rules, report);
        assert_eq!(most(RulesProfile::Fpr201807), Some(40));
        assert_eq!(most(RulesProfile::Fpr202603), None);
    }
}
