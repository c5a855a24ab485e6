//! How long a document may be.

use super::proof::Proof;
use crate::diagnostics::Pointer;
use crate::diagnostics::Unplaced;
use crate::diagnostics::code::document;

/// No document is longer than the rules of its day allow (R57).
pub(super) fn no_document_is_longer_than_the_rules_allow(
    proof: &Proof<'_>,
    found: &mut Vec<Unplaced>,
) {
    let rules = proof.finished.case.rules_profile;
    let pages = proof.layout().pages.len();
    let limit = proof.limits().pages(&proof.finished.request().document);
    if let Some(limit) = limit
        && pages > limit
    {
        let what = format!("{pages} pages: the rules `{}` allow {limit}", rules.name());
        let at = Pointer::root().key("rules_profile");
        let mut unfit = proof.unfit(&document::TOO_LONG, at, what);
        unfit.help("shorten the texts, or ask the court for permission");
        found.push(unfit);
    }
}
