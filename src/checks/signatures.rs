//! A signature on a page of its own could stand under anything.

use super::proof::Proof;
use crate::diagnostics::Unplaced;
use crate::diagnostics::code::document;
use crate::pages::{Role, Run};

/// Some of what is signed stands on the page on which it is signed. Where more people sign
/// than a page holds, the signatures go on overleaf.
pub(super) fn no_signature_stands_alone(proof: &Proof<'_>, found: &mut Vec<Unplaced>) {
    let signs = |run: &Run| proof.is_within(run, |role| *role == Role::Signature);
    let mut goes_on = false;
    for page in 0..proof.layout().pages.len() {
        let on_page = proof.body.iter().filter(|(_, its_page)| *its_page == page);
        let runs: Vec<&Run> = on_page.map(|(run, _)| *run).collect();
        let (Some(first), Some(last)) = (runs.first(), runs.last()) else {
            continue;
        };
        if runs.iter().all(|run| signs(run)) && !goes_on {
            let what = "nothing but signatures stands on the page";
            let mut unfit = proof.fault(&document::SIGNATURE_ALONE, page, first, what);
            let help = "let the theme keep what is signed and the signatures in one block with \
                        `breakable: false`";
            unfit.help(help);
            found.push(unfit);
        }
        goes_on = signs(last);
    }
}
