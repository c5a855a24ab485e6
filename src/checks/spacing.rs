//! Lines far enough apart for a pen between them, where the rules ask for it.

use super::proof::{Proof, has_ink};
use crate::diagnostics::Unplaced;
use crate::diagnostics::code::document;
use crate::pages::{Role, Run};

/// Distances are rounded on their way to the page.
const TOLERANCE: f64 = 0.5;

/// What stands less far below another run is raised or lowered on its line, as a part of the
/// size of its type.
const SAME_LINE: f64 = 0.6;

/// From one line of a paragraph to the next is as far as the rules ask. One finding for a page.
pub(super) fn no_lines_are_too_close(proof: &Proof<'_>, found: &mut Vec<Unplaced>) {
    let Some(least) = proof.limits().least_line else {
        return;
    };
    for (number, page) in proof.layout().pages.iter().enumerate() {
        let runs: Vec<&Run> = page.runs.iter().filter(|run| has_ink(run)).collect();
        let mut pairs = runs.windows(2).map(|pair| (pair[0], pair[1]));
        let close = pairs.find(|(one, next)| {
            is_of_one_paragraph(proof, one, next) && is_too_close(one, next, least)
        });
        if let Some((one, next)) = close {
            let (far, size) = (next.y - one.y, next.size);
            let what = format!("lines of {size:.1} point stand {far:.1} point apart");
            let mut unfit = proof.fault(&document::LINES_CLOSE, number, next, &what);
            let help = format!("let the theme set them {:.0} point apart", least * size);
            unfit.help(help);
            found.push(unfit);
        }
    }
}

fn is_of_one_paragraph(proof: &Proof<'_>, one: &Run, next: &Run) -> bool {
    let Some(element) = next.element.filter(|_| one.element == next.element) else {
        return false;
    };
    *proof.order.role(element) == Role::Paragraph
        && !proof.is_within(next, |role| *role == Role::Figure || role.is_furniture())
}

fn is_too_close(one: &Run, next: &Run, least: f64) -> bool {
    let (far, size) = (next.y - one.y, next.size);
    far > size * SAME_LINE && far < size * least - TOLERANCE
}
