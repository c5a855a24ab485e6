//! A file of a case as it was made, and what is recorded of it.

use super::examine::CaseFile;
use super::judged::{holds_no_secret, search};
use super::manuscript::Manuscript;
use super::taken_part::Inputs;
use crate::diagnostics::Findings;
use crate::output::Digest;
use crate::output::manifest::DocumentEntry;
use crate::packs::Edition;

/// A file of a case, made or kept.
#[derive(Debug)]
pub struct Made {
    /// What is recorded of it.
    pub entry: DocumentEntry,
    /// What took part in it.
    pub inputs: Inputs,
    /// What is to stand in it; nothing where it stands there already.
    pub bytes: Option<Vec<u8>>,
}

/// Says whether a file would be made from the same and still stands: what was recorded of it.
pub type Kept<'a> = &'a dyn Fn(&str, &Digest) -> Option<DocumentEntry>;

/// A file that is made without the typesetter, unless the same stands there already.
///
/// # Errors
/// `K03`.
pub(super) fn plain(
    (case, manuscript): (&CaseFile, &Manuscript),
    name: &str,
    text: &str,
    inputs: Inputs,
    kept: Kept<'_>,
) -> Result<Made, Findings> {
    // A calendar breaks its lines within words.
    let whole = text.replace("\r\n ", "");
    let search = search(case, manuscript);
    holds_no_secret(case, &search, &[("the file".to_owned(), whole)])?;
    let bytes = text.as_bytes().to_vec();
    let entry = DocumentEntry {
        uses: inputs.keys().cloned().collect(),
        ..recorded(case, manuscript, name, &bytes)
    };
    let stands = kept(name, &entry.made_from).is_some();
    Ok(Made {
        entry,
        inputs,
        bytes: (!stands).then_some(bytes),
    })
}

/// What is recorded of a file that has no pages.
pub(super) fn recorded(
    case: &CaseFile,
    manuscript: &Manuscript,
    name: &str,
    bytes: &[u8],
) -> DocumentEntry {
    let view = manuscript.view();
    let request = manuscript.halves[0].view.request();
    let sha256 = Digest::of(bytes);
    DocumentEntry {
        file: name.to_owned(),
        document: request.document.id().to_owned(),
        reader: request.copy.reader.word(&case.case),
        about: request.copy.word(&case.case),
        language: manuscript.languages.word().to_owned(),
        edition: Edition::Standard.word().to_owned(),
        pages: None,
        bytes: bytes.len(),
        sha256,
        mark: view.mark(),
        view,
        made_from: sha256,
        uses: Vec::new(),
    }
}
