//! What must be true of a finished file before it may be written: it is fit to file, and it
//! holds nothing that its reader may not see.

use super::examine::CaseFile;
use super::manuscript::Manuscript;
use crate::checks::{self, Finished, Search};
use crate::diagnostics::{Diagnostic, Findings, code};
use crate::packs::shelf::Packs;
use crate::packs::{Edition, promises};
use crate::pages::Layout;
use crate::pdf::Opened;

/// A search for what the reader of a copy may not see.
pub(super) fn search<'a>(case: &'a CaseFile, manuscript: &'a Manuscript) -> Search<'a> {
    let request = manuscript.halves[0].view.request();
    let (copy, document) = (&request.copy, request.document.id());
    Search::of(&case.case, case.sought(), copy, document)
}

/// Lets what holds nothing pass that its reader may not see.
///
/// # Errors
/// `K03`: a confidentiality stop.
pub(super) fn holds_no_secret(
    case: &CaseFile,
    search: &Search<'_>,
    parts: &[(String, String)],
) -> Result<(), Findings> {
    let leaks = search.leaks(parts);
    match leaks.is_empty() {
        true => Ok(()),
        false => Err(case.located(leaks)),
    }
}

/// Opens a finished PDF as whoever gets it would.
///
/// # Errors
/// `K07`: what cannot be read back cannot be searched, which is a confidentiality stop.
pub(super) fn open(manuscript: &Manuscript, pdf: &[u8]) -> Result<Opened, Findings> {
    Opened::open(pdf).ok_or_else(|| {
        let document = manuscript.document().id();
        let message = format!("the finished `{document}` cannot be read back, and so not searched");
        let help = "nothing was written; build it again, and tell the makers of the program";
        let unread = Diagnostic::new(&code::confidentiality::UNREAD, message);
        unread.help(help).into()
    })
}

/// Lets a document pass that is fit to file; of what has no PDF, the pages are judged alone.
///
/// # Errors
/// What the checks found, at the lines of the case that it concerns.
pub(super) fn fit_to_file(
    case: &CaseFile,
    manuscript: &Manuscript,
    layout: &Layout,
    pdf: Option<&Opened>,
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

/// Lets a document pass that is no longer than a firm allows, and one of its own that has its
/// own title. Large print takes the pages that it needs, and two languages twice as many.
///
/// # Errors
/// `P06`, `T75`.
pub(super) fn as_declared(
    packs: &Packs,
    manuscript: &Manuscript,
    edition: Edition,
    layout: &Layout,
) -> Result<(), Findings> {
    let document = manuscript.document();
    let promises = packs.promises(document);
    let locales = manuscript.halves.iter().map(|half| half.locale.as_ref());
    let locales: Vec<_> = locales.collect();
    let other = promises.and_then(|it| promises::titled(document, it, &locales, layout));
    if let Some(finding) = other {
        return Err(finding.into());
    }
    let most = packs.most_pages(document);
    let (pages, halves) = (layout.pages.len(), manuscript.halves.len());
    match most {
        Some((most, place)) if edition == Edition::Standard && pages > most * halves => {
            let message = format!("`{}` has {pages} pages", document.id());
            let help = "shorten its templates, or allow it more pages";
            Err(Diagnostic::new(&code::pack::TOO_LONG, message)
                .at(place.clone())
                .help(help)
                .into())
        }
        _ => Ok(()),
    }
}
