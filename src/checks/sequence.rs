//! Who hears a page and who sees it must meet the same words in the same order.

use super::{Proof, has_ink, reach};
use crate::diagnostics::Unplaced;
use crate::diagnostics::characters::is_right_to_left;
use crate::diagnostics::code::document;
use crate::pages::{Role, Run};

/// What stands on one line may differ in height, a raised number by a third of its size.
/// The next line is three times as far.
const TOLERANCE: f64 = 6.0;

/// Reading goes down the page, and from left to right on a line; back up only to the next
/// thing side by side. One finding for a page.
pub(super) fn pages_are_read_from_above_to_below(proof: &Proof<'_>, found: &mut Vec<Unplaced>) {
    // A picture is read by its words, and a note is looked up.
    let apart = |role: &Role| matches!(role, Role::Note | Role::Figure);
    let in_flow = |(run, _): &&(&Run, usize)| has_ink(run) && !proof.is_within(run, apart);
    let flow: Vec<&(&Run, usize)> = proof.body.iter().filter(in_flow).collect();
    let mut told = None;
    for pair in flow.windows(2) {
        let [(before, its_page), (run, page)] = pair else {
            continue;
        };
        if its_page != page || told == Some(*page) {
            continue;
        }
        if goes_back(before, run) && !stand_side_by_side(proof, before, run) {
            told = Some(*page);
            let what = "words are read in another order than they stand";
            let mut unfit = proof.fault(&document::READING_ORDER, *page, run, what);
            let help = "look for `place`, `move` or columns in the theme";
            unfit.help(help);
            found.push(unfit);
        }
    }
}

/// Whether a run stands above the one that is read before it, or at its left on one line.
/// Letters from right to left go the other way.
fn goes_back(before: &Run, run: &Run) -> bool {
    if run.y < before.y - TOLERANCE {
        return true;
    }
    let one_line = run.y < before.y + TOLERANCE;
    let from_right = has_right_to_left(before) || has_right_to_left(run);
    one_line && !from_right && run.x + reach(run) < before.x + TOLERANCE
}

/// Hebrew, Arabic and their neighbours.
fn has_right_to_left(run: &Run) -> bool {
    run.text.chars().any(is_right_to_left)
}

/// Whether a run belongs to a later cell of the row, or to the body beside a label.
fn stand_side_by_side(proof: &Proof<'_>, before: &Run, run: &Run) -> bool {
    let path = |run: &Run| {
        let mut path: Vec<usize> = proof.layout().around(run.element).collect();
        path.reverse();
        path
    };
    let (left, right) = (path(before), path(run));
    let shared = left.iter().zip(&right).take_while(|(a, b)| a == b).count();
    let role = |path: &[usize]| path.get(shared).map(|element| proof.order.role(*element));
    let (left, right) = (role(&left), role(&right));
    match (left.and_then(Role::place), right.and_then(Role::place)) {
        (Some((row, column)), Some((its_row, its_column))) => row == its_row && column < its_column,
        _ => left == Some(&Role::Label),
    }
}
