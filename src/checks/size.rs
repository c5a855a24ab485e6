//! Type that a tired reader, or a scanned copy, can still be read in.

use super::proof::{Proof, has_ink};
use crate::diagnostics::Unplaced;
use crate::diagnostics::code::document;

/// The least size, in points: Practice Direction 27A has asked for 12 point type since
/// before 2018, in tables and notes as anywhere.
const LEAST: f64 = 12.0;

/// Sizes are multiplied on their way to the page.
const TOLERANCE: f64 = 0.01;

/// No run is set smaller than 12 point. One finding for a page.
pub(super) fn nothing_is_too_small_to_read(proof: &Proof<'_>, found: &mut Vec<Unplaced>) {
    for (number, page) in proof.layout().pages.iter().enumerate() {
        let mut runs = page.runs.iter().filter(|run| has_ink(run));
        if let Some(run) = runs.find(|run| run.size < LEAST - TOLERANCE) {
            let what = format!("words are set in {:.1} point", run.size);
            let mut unfit = proof.fault(&document::TOO_SMALL, number, run, &what);
            unfit.help("let the theme set nothing below 12 point");
            found.push(unfit);
        }
    }
}
