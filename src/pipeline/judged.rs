//! What must be true of a finished file before it may be written: it is fit to file, and it
//! holds nothing that its reader may not see.

use super::examine::CaseFile;
use super::manuscript::Manuscript;
use crate::checks::{self, Finished, Leaving};
use crate::diagnostics::Findings;
use crate::pages::Layout;

/// Lets what holds nothing pass that its reader may not see.
///
/// # Errors
/// `K03`: a confidentiality stop.
pub(super) fn holds_no_secret(
    case: &CaseFile,
    manuscript: &Manuscript,
    parts: Vec<(String, String)>,
) -> Result<(), Findings> {
    let request = manuscript.halves[0].view.request();
    let leaks = checks::leaks(&Leaving {
        case: &case.case,
        copy: &request.copy,
        document: request.document.id(),
        parts,
    });
    match leaks.is_empty() {
        true => Ok(()),
        false => Err(case.located(leaks)),
    }
}

/// Lets a document pass that is fit to file; of what has no PDF, the pages are judged alone.
///
/// # Errors
/// What the checks found, at the lines of the case that it concerns.
pub(super) fn fit_to_file(
    case: &CaseFile,
    manuscript: &Manuscript,
    layout: &Layout,
    pdf: Option<&[u8]>,
) -> Result<(), Findings> {
    let halves = || manuscript.halves.iter();
    let views: Vec<_> = halves().map(|half| &half.view).collect();
    let locales: Vec<_> = halves().map(|half| half.locale.as_ref()).collect();
    let unfit = checks::check(Finished {
        case: &case.case,
        views: &views,
        locales: &locales,
        layout,
        pdf,
    });
    match unfit.is_empty() {
        true => Ok(()),
        false => Err(case.located(unfit)),
    }
}
