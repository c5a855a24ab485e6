//! A document in each form that is asked for, ready to be named and written.

use super::finished::fit_to_file;
use super::{Format, Manuscript, Order, Pipeline, Sound, calendar};
use crate::audience::Languages;
use crate::diagnostics::Findings;
use crate::packs::Edition;

/// One file of a document.
pub(super) struct Made {
    /// What tells it from the other files of the document in its name.
    pub(super) marks: Vec<String>,
    /// The ending of its name.
    pub(super) ending: &'static str,
    /// What stands in it.
    pub(super) bytes: Vec<u8>,
    /// How many pages it has, if it has any.
    pub(super) pages: Option<usize>,
}

impl Pipeline {
    /// The files of a document: one for each edition, or its sources; beside a plan, the
    /// calendar.
    pub(super) fn make(
        &self,
        case: &Sound,
        manuscript: &Manuscript,
        order: &Order,
    ) -> Result<Vec<Made>, Findings> {
        if order.format == Format::Typst {
            let sources = manuscript.sources().map(|(language, source)| Made {
                marks: Languages::One(language).mark().into_iter().collect(),
                ending: "typ",
                bytes: source.as_bytes().to_vec(),
                pages: None,
            });
            return Ok(sources.collect());
        }
        let editions = order.editions.iter();
        let made: Result<Vec<Made>, Findings> = editions
            .map(|&edition| self.edition(case, manuscript, edition))
            .collect();
        let mut made = made?;
        let first = &manuscript.halves[0];
        let request = first.view.request();
        if request.document.has_calendar() {
            let calendars = calendar::calendars(&case.case, &first.locale, &request.fingerprint)?;
            made.extend(calendars);
        }
        Ok(made)
    }

    fn edition(
        &self,
        case: &Sound,
        manuscript: &Manuscript,
        edition: Edition,
    ) -> Result<Made, Findings> {
        let typeset = self.typeset(case, manuscript, edition)?;
        fit_to_file(case, manuscript, &typeset.layout)?;
        let marks = manuscript.languages.mark().into_iter();
        let marks = marks.chain(edition.mark()).collect();
        Ok(match edition {
            Edition::Standard | Edition::LargePrint => Made {
                marks,
                ending: "pdf",
                bytes: typeset.pdf,
                pages: Some(typeset.layout.pages.len()),
            },
            Edition::PlainText => Made {
                marks,
                ending: "txt",
                bytes: typeset.layout.reading_text().into_bytes(),
                pages: None,
            },
        })
    }
}
