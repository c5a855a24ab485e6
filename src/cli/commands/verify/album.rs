//! The folder into which pages that moved are drawn.

use std::path::Path;

use crate::cli::Terminal;
use crate::cli::tally::count;
use crate::diagnostics::{Diagnostic, Findings};
use crate::output;
use crate::verify::Verdict;

/// What was drawn so far, where that was asked for.
pub(super) struct Album<'a> {
    folder: Option<&'a Path>,
    pages: usize,
    documents: usize,
    findings: Findings,
}

impl<'a> Album<'a> {
    /// A folder with nothing in it, and not among the documents.
    ///
    /// # Errors
    /// `O27`, or what keeps it from being made.
    pub(super) fn open(folder: Option<&'a Path>, documents: &Path) -> Result<Self, Diagnostic> {
        if let Some(folder) = folder {
            output::folder_for_pictures(folder, documents)?;
        }
        Ok(Album {
            folder,
            pages: 0,
            documents: 0,
            findings: Findings::default(),
        })
    }

    /// Writes the pictures of a document. After one that could not be written there are no
    /// more.
    pub(super) fn put(&mut self, verdict: &mut Verdict) {
        let pictures = std::mem::take(&mut verdict.pictures);
        let Some(folder) = self.folder.filter(|_| self.findings.is_empty()) else {
            return;
        };
        let mut last = 0;
        for picture in pictures {
            if let Err(finding) = output::create(&folder.join(&picture.file), &picture.png) {
                self.findings.push(finding);
                return;
            }
            self.pages += usize::from(picture.page != last);
            self.documents += usize::from(last == 0);
            last = picture.page;
        }
    }

    /// Says what was drawn; what could not be written is for the caller to tell.
    pub(super) fn close(self, terminal: &mut Terminal<'_>) -> Findings {
        if let Some(folder) = self.folder {
            let (pages, documents) = (count(self.pages, "page"), count(self.documents, "document"));
            let folder = folder.display();
            terminal.notice(format_args!("drew {pages} of {documents} into {folder}"));
        }
        self.findings
    }
}
