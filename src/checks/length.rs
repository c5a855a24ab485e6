//! How long a document may be.

use super::proof::Proof;
use crate::case::document::RulesProfile;
use crate::diagnostics::Pointer;
use crate::diagnostics::Unplaced;
use crate::diagnostics::code::document;
use crate::view::Document;

/// No document is longer than the rules of its day allow (R57).
pub(super) fn no_document_is_longer_than_the_rules_allow(
    proof: &Proof<'_>,
    found: &mut Vec<Unplaced>,
) {
    let rules = proof.finished.case.rules_profile;
    let pages = proof.layout().pages.len();
    if let Some(limit) = limit(&proof.finished.request().document, rules)
        && pages > limit
    {
        let what = format!("{pages} pages: the rules `{}` allow {limit}", rules.name());
        let at = Pointer::root().key("rules_profile");
        let mut unfit = proof.unfit(&document::TOO_LONG, at, what);
        unfit.help("shorten the texts, or ask the court for permission");
        found.push(unfit);
    }
}

/// The most sides of A4 that a document may have; none where the rules name no number.
///
/// Practice Direction 27A as it stood until 1 March 2026, paragraph 5.2A.1, gave 40 to
/// "an expert's or other report". The numbers of chapter 8 of the practice direction that
/// took its place are not known here, and no other is put in their stead.
fn limit(document: &Document, rules: RulesProfile) -> Option<usize> {
    match rules {
        RulesProfile::Fpr201807 => document.is_report().then_some(40),
        RulesProfile::Fpr202603 => None,
    }
}
