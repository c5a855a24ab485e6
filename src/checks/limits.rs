//! What rules of court say of a document's form: `templates/profiles/`, which says where it
//! stands.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::case::document::RulesProfile;
use crate::reading::table;
use crate::view::Document;

/// The limits of each of the rules, read once.
static LIMITS: LazyLock<BTreeMap<&'static str, Limits>> = LazyLock::new(|| {
    let profiles = RulesProfile::ALL.into_iter();
    profiles
        .map(|rules| (rules.name(), table(rules.profile())))
        .collect()
});

/// What some rules ask of a document's form. Lengths are in points.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Limits {
    /// The case knows the days in force.
    #[serde(rename = "from")]
    _from: IgnoredAny,
    #[serde(rename = "until", default)]
    _until: Option<IgnoredAny>,
    /// And the numbers of the copies.
    #[serde(rename = "numbers")]
    _numbers: IgnoredAny,
    /// The sheet.
    pub(super) page: Sheet,
    /// The least size of type.
    pub(super) least_type: f64,
    /// The least distance of lines, as a multiple of the size of the type.
    #[serde(default)]
    pub(super) least_line: Option<f64>,
    /// The most dots to the inch of a picture.
    #[serde(default)]
    pub(super) most_dots: Option<f64>,
    pages: Vec<Pages>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sheet {
    pub(super) width: f64,
    pub(super) height: f64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pages {
    /// By its id.
    document: String,
    most: usize,
}

impl Limits {
    /// What these rules ask.
    pub(super) fn of(rules: RulesProfile) -> &'static Self {
        let limits = LIMITS.get(rules.name());
        limits.expect("each of the rules has its limits")
    }

    /// The most sides of A4 that a document may have; none where the rules name no number.
    pub(super) fn pages(&self, document: &Document) -> Option<usize> {
        let mut limits = self.pages.iter();
        let limit = limits.find(|one| one.document == document.id());
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
        for rules in RulesProfile::ALL {
            let limits = Limits::of(rules);
            assert!(limits.least_type > 0.0 && limits.page.height > limits.page.width);
            for limit in &limits.pages {
                let known = documents.named(&limit.document);
                assert!(known.is_some(), "{}", limit.document);
            }
        }
    }

    #[test]
    fn only_the_earlier_rules_name_a_number_for_the_report() {
        let documents = Documents::builtin();
        let report = documents.named("court-report").expect("it is built in");
        let most = |rules| Limits::of(rules).pages(report);
        assert_eq!(most(RulesProfile::Fpr201807), Some(40));
        assert_eq!(most(RulesProfile::Fpr202603), None);
    }
}
