//! The third step: the files of a planned copy, from its view over its source to its
//! pages. Only what is fit to file passes.

use super::calendar::icalendar;
use super::examine::CaseFile;
use super::manuscript::{Half, Manuscript, place_finder};
use super::plan::{Holds, PlannedCopy};
use super::shared::Pipeline;
use crate::audience::{DocumentCopy, Languages, Office};
use crate::checks::{self, Finished};
use crate::diagnostics::Findings;
use crate::output::Output;
use crate::packs::Edition;
use crate::pages::Layout;
use crate::templates::Rendered;
use crate::typesetting::{Job, Typeset};
use crate::view::{self, Document, Request, View};

/// A file that is ready to be written.
#[derive(Debug)]
pub(super) struct Made {
    /// The file.
    pub(super) output: Output,
    /// How many pages it has, if it has any.
    pub(super) pages: Option<usize>,
}

impl Pipeline {
    /// The files of all copies that are planned.
    ///
    /// # Errors
    /// All that keeps any of them from being made.
    pub(super) fn make(
        &self,
        case: &CaseFile,
        copies: &[PlannedCopy],
    ) -> Result<Vec<Made>, Findings> {
        let mut made = Vec::new();
        let mut findings = Findings::new();
        for planned in copies {
            match self.make_copy(case, planned) {
                Ok(files) => made.extend(files),
                Err(faults) => findings.extend(faults.sorted()),
            }
        }
        match findings.is_empty() {
            true => Ok(made),
            false => Err(findings),
        }
    }

    fn make_copy(&self, case: &CaseFile, planned: &PlannedCopy) -> Result<Vec<Made>, Findings> {
        let PlannedCopy {
            document,
            copy,
            languages,
            files,
        } = planned;
        let manuscript = self.manuscript(case, document, copy, *languages)?;
        let made = files.iter().map(|file| {
            let (bytes, pages) = self.contents(case, &manuscript, &file.holds)?;
            let name = file.name.clone();
            let output = Output { name, bytes };
            Ok(Made { output, pages })
        });
        made.collect()
    }

    /// What is to stand in a file, and on how many pages.
    fn contents(
        &self,
        case: &CaseFile,
        manuscript: &Manuscript,
        holds: &Holds,
    ) -> Result<(Vec<u8>, Option<usize>), Findings> {
        match holds {
            Holds::Edition(edition) => {
                let Typeset { layout, pdf } = self.typeset(case, manuscript, *edition)?;
                fit_to_file(case, manuscript, &layout)?;
                Ok(match edition {
                    Edition::Standard | Edition::LargePrint => (pdf, Some(layout.pages.len())),
                    Edition::PlainText => (layout.reading_text().into_bytes(), None),
                })
            }
            Holds::Source(language) => {
                let source = manuscript.source(*language);
                Ok((source.as_bytes().to_vec(), None))
            }
            Holds::Calendar(number, time) => {
                let first = &manuscript.halves[0];
                let seed = format!("{}-{number}", first.view.request().fingerprint);
                let prepared_on = case.case.document.prepared_on;
                let text = icalendar(time, &first.locale, &seed, prepared_on)?;
                Ok((text.into_bytes(), None))
            }
        }
    }

    /// A copy of a document in the languages asked for, as source.
    ///
    /// # Errors
    /// What the case lacks for it (codes of the family V), a fault of the templates, or a
    /// value that may not stand where a template puts it.
    pub fn manuscript(
        &self,
        case: &CaseFile,
        document: &Document,
        copy: &DocumentCopy,
        languages: Languages,
    ) -> Result<Manuscript, Findings> {
        let fingerprint = self.inputs.fingerprint(case);
        let half = |language| {
            let request = Request {
                document: document.clone(),
                copy: copy.clone(),
                language,
                fingerprint: fingerprint.clone(),
            };
            let locale = self.packs.locale(&self.assets, language)?;
            let view = view::build(Office::of(&case.case), request, &locale);
            let view = view.map_err(|gaps| case.located(gaps))?;
            let rendered = self.render(case, &view)?;
            Ok(Half {
                view,
                locale,
                rendered,
            })
        };
        let halves: Result<_, Findings> = languages.each().into_iter().map(half).collect();
        Ok(Manuscript {
            languages,
            halves: halves?,
        })
    }

    /// Fills the templates of a document with a view.
    ///
    /// # Errors
    /// A fault of the templates, or a value that may not stand where a template puts it.
    pub fn render(&self, case: &CaseFile, view: &View) -> Result<Rendered, Findings> {
        let request = view.request();
        let pack = self.pack(&request.document, request.language)?;
        pack.render(view.json(), &place_finder(case, view))
    }

    /// What the typesetter is given: the source, the theme, the pictures the document shows,
    /// and what identifies the PDF.
    ///
    /// # Errors
    /// A file of the theme that cannot be read.
    pub fn job(
        &self,
        case: &CaseFile,
        manuscript: &Manuscript,
        edition: Edition,
    ) -> Result<Job, Findings> {
        manuscript.job(case, &self.assets, edition)
    }

    /// Typesets what was rendered.
    ///
    /// # Errors
    /// What Typst refused or warned of, at the line of the template and of the case that
    /// it comes from.
    pub fn typeset(
        &self,
        case: &CaseFile,
        manuscript: &Manuscript,
        edition: Edition,
    ) -> Result<Typeset, Findings> {
        let job = self.job(case, manuscript, edition)?;
        let typeset = self.typesetter.typeset(&job);
        typeset.map_err(|troubles| manuscript.findings(&troubles, case, &self.assets))
    }
}

/// Lets a document pass that is fit to file.
///
/// # Errors
/// What the checks found, at the lines of the case that it concerns.
fn fit_to_file(case: &CaseFile, manuscript: &Manuscript, layout: &Layout) -> Result<(), Findings> {
    let halves = || manuscript.halves.iter();
    let views: Vec<_> = halves().map(|half| &half.view).collect();
    let locales: Vec<_> = halves().map(|half| half.locale.as_ref()).collect();
    let unfit = checks::check(Finished {
        case: &case.case,
        views: &views,
        locales: &locales,
        layout,
    });
    match unfit.is_empty() {
        true => Ok(()),
        false => Err(case.located(unfit)),
    }
}
