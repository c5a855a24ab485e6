//! What the documents of a sample say, for a firm that tests its own templates.

use std::path::{Path, PathBuf};

use super::asked::{Asked, Format};
use super::examine::Examined;
use super::judged::fit_to_file;
use super::plan::{PlannedCopy, plan};
use super::shared::Pipeline;
use crate::diagnostics::Findings;
use crate::handbook::Sample;
use crate::packs::Edition;

impl Pipeline {
    /// What each document of a sample says, and on how many pages.
    ///
    /// # Errors
    /// All that would keep the documents from being written.
    pub fn sampled(&self, path: &Path) -> Result<Vec<Sample>, Findings> {
        let Examined { case, findings } = self.examine(path);
        let case = match case {
            Some(case) if !findings.has_errors() => case,
            _ => return Err(findings),
        };
        let asked = Asked {
            audiences: Vec::new(),
            documents: Vec::new(),
            languages: None,
            editions: vec![Edition::Standard],
            out: PathBuf::new(),
            format: Format::Pdf,
            strict: false,
        };
        let plan = plan(&case.case, &asked, self.documents());
        let samples = plan.copies.iter().map(|planned| {
            let PlannedCopy {
                document,
                copy,
                languages,
                files,
            } = planned;
            let manuscript = self.manuscript(&case, document, copy, *languages)?;
            let job = self.job(&case, &manuscript, Edition::Standard)?;
            let layout = self.typesetter.lay_out(&job);
            let layout = layout
                .map_err(|troubles| manuscript.findings(&troubles, &case, (&self.assets, &job)))?;
            fit_to_file(&case, &manuscript, &layout, None)?;
            // The mark changes with every change; the words beside it need not.
            let mark = manuscript.mark(&case, &self.assets, Edition::Standard)?;
            let name = files.first().map_or(document.id(), |file| &file.name);
            let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
            Ok(Sample {
                name: name.to_owned(),
                pages: layout.pages.len(),
                words: layout.reading_text().replace(&mark, ""),
            })
        });
        samples.collect()
    }
}
