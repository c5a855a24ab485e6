//! Words on words can be read by nobody.

use super::proof::{Proof, has_ink, reach};
use crate::diagnostics::Unplaced;
use crate::diagnostics::code::document;
use crate::pages::Run;

/// Neighbours may touch: an italic leans over, and lengths are rounded.
const TOLERANCE: f64 = 0.5;

/// The ink of a run: how high letters stand over the baseline and hang below it, in parts
/// of the font's size, so that lines set close are no fault.
const ABOVE: f64 = 0.65;
const BELOW: f64 = 0.1;

/// No two runs of a page, page furniture among them, stand in one place. One finding for
/// a page.
pub(super) fn no_words_stand_on_others(proof: &Proof<'_>, found: &mut Vec<Unplaced>) {
    for (number, page) in proof.layout().pages.iter().enumerate() {
        let mut runs: Vec<&Run> = page.runs.iter().filter(|run| has_ink(run)).collect();
        runs.sort_by(|a, b| top(a).total_cmp(&top(b)));
        let covered = runs.iter().enumerate().find_map(|(index, run)| {
            let below = runs[index + 1..].iter();
            let mut near = below.take_while(|other| top(other) < bottom(run) - TOLERANCE);
            near.find(|other| meet(run, other))
        });
        if let Some(run) = covered {
            let what = "words stand on other words";
            let mut unfit = proof.fault(&document::OVERLAP, number, run, what);
            let help = "look for `place`, `move` or a negative distance in the theme, and for a \
                        word too long for its column";
            unfit.help(help);
            found.push(unfit);
        }
    }
}

fn top(run: &Run) -> f64 {
    run.y - run.size * ABOVE
}

fn bottom(run: &Run) -> f64 {
    run.y + run.size * BELOW
}

/// Whether two runs on one height meet.
fn meet(one: &Run, other: &Run) -> bool {
    let begins = one.x.max(other.x) + TOLERANCE;
    let ends = (one.x + reach(one)).min(other.x + reach(other)) - TOLERANCE;
    begins < ends
}
