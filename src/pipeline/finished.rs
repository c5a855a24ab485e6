//! The last step before a document is written: only what is fit to file passes.

use super::{Manuscript, Sound};
use crate::checks::{self, Finished};
use crate::diagnostics::Findings;
use crate::pages::Layout;

/// Lets a document pass that is fit to file.
///
/// # Errors
/// What the checks found, at the lines of the case that it concerns.
pub(super) fn fit_to_file(
    case: &Sound,
    manuscript: &Manuscript,
    layout: &Layout,
) -> Result<(), Findings> {
    let halves = || manuscript.halves.iter();
    let views: Vec<_> = halves().map(|half| &half.view).collect();
    let locales: Vec<_> = halves().map(|half| half.locale.as_ref()).collect();
    let finished = Finished {
        case: &case.case,
        views: &views,
        locales: &locales,
        layout,
    };
    let unfit = checks::check(finished).into_iter();
    let findings: Findings = unfit
        .map(|unfit| unfit.locate(|at| case.place(at)))
        .collect();
    if findings.is_empty() {
        Ok(())
    } else {
        Err(findings)
    }
}
