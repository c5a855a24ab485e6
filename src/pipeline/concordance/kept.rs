//! The numbers of the court's copy in the copies of the parties, where the rules or a firm keep
//! them: one for each entry, however long it is.
//!
//! An entry that a copy leaves out leaves its number unused there. What the court's copy has
//! not, or what cannot be told for certain, has no number.

use super::entries::{Entry, calls, places_in};
use crate::audience::{DocumentCopy, Office, Reader};
use crate::case::document::Numbering;
use crate::diagnostics::Findings;
use crate::pipeline::examine::CaseFile;
use crate::pipeline::manuscript::{Half, Manuscript};
use crate::pipeline::shared::Pipeline;

impl Pipeline {
    /// The number of each entry of a copy, where those of the court's copy are kept and the court
    /// has one.
    ///
    /// # Errors
    /// As for the court's copy.
    pub(in crate::pipeline) fn kept_numbers(
        &self,
        case: &CaseFile,
        half: &Half,
    ) -> Result<Option<Vec<Option<usize>>>, Findings> {
        if case.case.numbers() == Numbering::Own {
            return Ok(None);
        }
        let request = half.view.request();
        let own = calls(half);
        let court = DocumentCopy::of(Reader::Court);
        let copies = request.document.copies(Office::of(&case.case));
        let has_court = copies.is_ok_and(|copies| copies.contains(&court));
        match request.copy.reader {
            Reader::Court => Ok(Some((1..=own.len()).map(Some).collect())),
            Reader::Party(_) if has_court => {
                let court = self.half(case, &request.document, &court, request.language)?;
                let places = places_in(&calls(&court), &own);
                Ok(Some(places.iter().map(|at| at.map(|at| at + 1)).collect()))
            }
            Reader::Party(_) | Reader::Child(_) | Reader::Provider(_) => Ok(None),
        }
    }
}

/// The entries of a copy that has the numbers of the court's.
pub(super) fn paragraphs(manuscript: &Manuscript) -> Option<Vec<Entry>> {
    let kept = manuscript.numbers.as_ref()?;
    let entries = calls(&manuscript.halves[0]).into_iter().zip(kept);
    let entries = entries.filter_map(|(entry, number)| {
        let numbers = (*number)?;
        let numbers = (numbers, numbers);
        Some(Entry { numbers, ..entry })
    });
    Some(entries.collect())
}
