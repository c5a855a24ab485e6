//! The last step: all files of a case are written, or none.

use std::path::Path;

use super::built::Artefact;
use super::make::Made;
use crate::diagnostics::Findings;
use crate::output;

/// Writes what was made of a case into a folder.
///
/// # Errors
/// `O01` to `O05`; the folder then holds what it held before.
pub(super) fn write(folder: &Path, made: Vec<Made>) -> Result<Vec<Artefact>, Findings> {
    let (outputs, pages): (Vec<_>, Vec<_>) = made
        .into_iter()
        .map(|made| (made.output, made.pages))
        .unzip();
    let paths = output::write(folder, &outputs)?.into_iter();
    let written = paths.zip(pages);
    Ok(written
        .map(|(path, pages)| Artefact { path, pages })
        .collect())
}
