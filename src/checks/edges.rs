//! What stands beyond the margins is cut off by a printer, a scanner or a bundle's stamp.

use super::proof::{Proof, has_ink, reach};
use crate::diagnostics::Unplaced;
use crate::diagnostics::code::document;
use crate::pages::{Page, Run};

/// Lengths are rounded on their way; a point is a third of a millimetre.
const TOLERANCE: f64 = 1.0;

/// The body keeps within the margins, page furniture on the page. One finding for a page.
pub(super) fn nothing_stands_beyond_the_margins(proof: &Proof<'_>, found: &mut Vec<Unplaced>) {
    for (number, page) in proof.layout().pages.iter().enumerate() {
        let beyond = |run: &&Run| {
            let furniture = || proof.is_within(run, |role| role.is_furniture() && !role.is_cell());
            has_ink(run) && (is_off(run, page) || !is_in_area(run, page) && !furniture())
        };
        if let Some(run) = page.runs.iter().find(beyond) {
            let what = "words stand beyond the margins";
            let mut unfit = proof.fault(&document::BEYOND_MARGINS, number, run, what);
            if let Some(at) = longest_word(run).and_then(|word| proof.written(word)) {
                unfit.at = at;
            }
            let help = "look for a word too long for its line or column, or for a block that the \
                        theme keeps together and that is higher than a page";
            unfit.help(help);
            found.push(unfit);
        }
    }
}

/// The word that most likely finds no room.
fn longest_word(run: &Run) -> Option<&str> {
    let words = run.text.split_whitespace();
    words.max_by_key(|word| word.chars().count())
}

fn is_off(run: &Run, page: &Page) -> bool {
    run.x < 0.0 || run.x + reach(run) > page.width || run.y < 0.0 || run.y > page.height
}

fn is_in_area(run: &Run, page: &Page) -> bool {
    let area = page.area;
    run.x > area.left - TOLERANCE
        && run.x + reach(run) < area.right + TOLERANCE
        && run.y > area.top - TOLERANCE
        && run.y < area.bottom + TOLERANCE
}
