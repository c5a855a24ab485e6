//! Type that a tired reader, or a scanned copy, can still be read in.

use super::proof::{Proof, has_ink};
use crate::diagnostics::Unplaced;
use crate::diagnostics::code::document;

/// Sizes are multiplied on their way to the page.
const TOLERANCE: f64 = 0.01;

/// No run is set smaller than the rules allow. One finding for a page.
pub(super) fn nothing_is_too_small_to_read(proof: &Proof<'_>, found: &mut Vec<Unplaced>) {
    let least = proof.limits().least_type;
    for (number, page) in proof.layout().pages.iter().enumerate() {
        let mut runs = page.runs.iter().filter(|run| has_ink(run));
        if let Some(run) = runs.find(|run| run.size < least - TOLERANCE) {
            let what = format!("words are set in {:.1} point", run.size);
            let mut unfit = proof.fault(&document::TOO_SMALL, number, run, &what);
            unfit.help(format!("let the theme set nothing below {least} point"));
            found.push(unfit);
        }
    }
}
