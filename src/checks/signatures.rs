//! A signature on a page of its own could stand under anything.

use super::{Proof, Unfit};
use crate::diagnostics::code::document;
use crate::typesetting::Role;

/// Some of what is signed stands on the page on which it is signed.
pub(super) fn no_signature_stands_alone(proof: &Proof<'_>, found: &mut Vec<Unfit>) {
    for page in 0..proof.layout().pages.len() {
        let mut runs = proof.body.iter().filter(|(_, its_page)| *its_page == page);
        let Some((first, _)) = runs.clone().next() else {
            continue;
        };
        if runs.all(|(run, _)| proof.is_within(run, |role| *role == Role::Signature)) {
            let what = "nothing but signatures stands on the page";
            let unfit = proof.fault(&document::SIGNATURE_ALONE, page, first, what);
            let help = "let the theme keep what is signed and the signatures in one block with \
                        `breakable: false`";
            found.push(unfit.help(help));
        }
    }
}
