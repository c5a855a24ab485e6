//! The third step: the files of a planned copy, from its view over its source to its
//! pages. Only what is fit to file passes.

use super::calendar::{self, icalendar};
use super::confirmed::Unconfirmed;
use super::examine::CaseFile;
use super::judged::{as_declared, fit_to_file, holds_no_secret, open, search};
use super::made::{Kept, Made, plain, recorded};
use super::manuscript::{Half, Manuscript, made_from, place_finder};
use super::plan::{Holds, PlannedCopy, PlannedFile};
use super::shared::Pipeline;
use super::taken_part;
use crate::audience::{DocumentCopy, Languages, Office};
use crate::checks::{Search, parts_of, parts_of_file};
use crate::diagnostics::Findings;
use crate::language::{Language, Locale};
use crate::output::manifest::DocumentEntry;
use crate::output::words;
use crate::packs::Edition;
use crate::pages::Layout;
use crate::pdf::Opened;
use crate::templates::Rendered;
use crate::typesetting::{Job, Trouble, Typeset};
use crate::view::{self, Document, Request, View};

impl Pipeline {
    /// The files of all copies that are planned; those that stand already are not made again.
    ///
    /// # Errors
    /// All that keeps any of them from being made.
    pub(super) fn make(
        &self,
        case: &CaseFile,
        copies: &[PlannedCopy],
        kept: Kept<'_>,
    ) -> Result<Vec<Made>, Findings> {
        let mut made = Vec::new();
        let mut findings = Findings::new();
        let mut unconfirmed = Unconfirmed::default();
        for planned in copies {
            match self.make_copy(case, planned, kept, &mut unconfirmed) {
                Ok(files) => made.extend(files),
                Err(faults) => findings.extend(faults.sorted()),
            }
        }
        findings.extend(unconfirmed.findings(case).sorted());
        match findings.is_empty() {
            true => Ok(made),
            false => Err(findings),
        }
    }

    pub(super) fn make_copy(
        &self,
        case: &CaseFile,
        planned: &PlannedCopy,
        kept: Kept<'_>,
        unconfirmed: &mut Unconfirmed,
    ) -> Result<Vec<Made>, Findings> {
        let PlannedCopy {
            document,
            copy,
            languages,
            files,
        } = planned;
        let manuscript = self.manuscript(case, document, copy, *languages)?;
        unconfirmed.note(self, case, &manuscript)?;
        let made = files.iter().map(|file| match &file.holds {
            Holds::Edition(edition) | Holds::Words(edition) => {
                self.make_edition((case, &manuscript), *edition, file, kept)
            }
            Holds::Source(language) => {
                let source = manuscript.source(*language);
                let inputs = taken_part::filled(&manuscript, self)?;
                plain((case, &manuscript), &file.name, source, inputs, kept)
            }
            Holds::Calendar(time) => {
                let halves = manuscript.halves.iter();
                let locales: Vec<&Locale> = halves.map(|half| &*half.locale).collect();
                let reader = copy.reader.word(&case.case);
                let text = icalendar(time, &locales, &reader, &case.case.document)?;
                let inputs = taken_part::asked_for(&manuscript, &calendar::PHRASES, &self.assets)?;
                plain((case, &manuscript), &file.name, &text, inputs, kept)
            }
        });
        made.collect()
    }

    /// A document set in an edition, unless it stands there already.
    fn make_edition(
        &self,
        (case, manuscript): (&CaseFile, &Manuscript),
        edition: Edition,
        PlannedFile { name, holds }: &PlannedFile,
        kept: Kept<'_>,
    ) -> Result<Made, Findings> {
        let mut job = self.job(case, manuscript, edition)?;
        let others = self.other_copies(case, manuscript)?;
        let judged_by = self.judged_by(case, manuscript.document());
        let made_from = made_from(&job, edition, &self.program(), &judged_by);
        let made_from = others.decide(made_from);
        let inputs = taken_part::set((case, manuscript), &job, self)?;
        let uses: Vec<String> = inputs.keys().cloned().collect();
        let search = search(case, manuscript);
        holds_no_secret(case, &search, &manuscript.parts())?;
        if let Some(entry) = kept(name, &made_from) {
            let view = manuscript.view();
            let entry = DocumentEntry {
                uses,
                view,
                ..entry
            };
            let bytes = None;
            return Ok(Made {
                entry,
                inputs,
                bytes,
            });
        }
        self.tell_numbers(case, manuscript, &others, &mut job)?;
        let set = self.set(&job, edition);
        let told =
            |troubles: Vec<Trouble>| manuscript.findings(&troubles, case, (&self.assets, &job));
        let (layout, pdf) = set.map_err(told)?;
        let judged = self.judged((case, &search), manuscript, edition, (&layout, &pdf))?;
        let pages = pdf.is_some().then_some(layout.pages.len());
        let mark = manuscript.mark(case, &self.assets, edition)?;
        let text = || layout.reading_text_as_written(&manuscript.as_written());
        let file = file_of(holds, judged, pdf, &mark);
        let bytes = file.unwrap_or_else(|| text().into_bytes());
        let entry = DocumentEntry {
            edition: edition.word().to_owned(),
            pages,
            mark,
            made_from,
            uses,
            ..recorded(case, manuscript, name, &bytes)
        };
        let bytes = Some(bytes);
        Ok(Made {
            entry,
            inputs,
            bytes,
        })
    }

    /// The pages of a job, and its PDF where the edition is one.
    ///
    /// # Errors
    /// What Typst refused.
    fn set(&self, job: &Job, edition: Edition) -> Result<(Layout, Option<Vec<u8>>), Vec<Trouble>> {
        match edition {
            Edition::Standard | Edition::LargePrint => {
                let Typeset { layout, pdf } = self.typesetter.typeset(job)?;
                Ok((layout, Some(pdf)))
            }
            Edition::PlainText => Ok((self.typesetter.lay_out(job)?, None)),
        }
    }

    /// Lets a finished document pass that is fit to file, holds nothing that its reader may
    /// not see, and is what its firm declares of it; hands its file on as it was opened.
    ///
    /// # Errors
    /// What is wrong with it.
    fn judged(
        &self,
        (case, search): (&CaseFile, &Search<'_>),
        manuscript: &Manuscript,
        edition: Edition,
        (layout, pdf): (&Layout, &Option<Vec<u8>>),
    ) -> Result<Option<Opened>, Findings> {
        let opened = pdf.as_ref().map(|pdf| open(manuscript, pdf)).transpose()?;
        fit_to_file(case, manuscript, layout, opened.as_ref())?;
        holds_no_secret(case, search, &parts_of(layout))?;
        if let Some(pdf) = &opened {
            holds_no_secret(case, search, &parts_of_file(pdf))?;
        }
        as_declared(&self.packs, manuscript, edition, layout)?;
        Ok(opened)
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
        let half = |language| self.half(case, document, copy, language);
        let halves: Result<Vec<Half>, Findings> = languages.each().into_iter().map(half).collect();
        self.manuscript_of(case, languages, halves?)
    }

    /// The copy that some halves are.
    pub(super) fn manuscript_of(
        &self,
        case: &CaseFile,
        languages: Languages,
        halves: Vec<Half>,
    ) -> Result<Manuscript, Findings> {
        Ok(Manuscript {
            languages,
            numbers: self.kept_numbers(case, &halves[0])?,
            halves,
        })
    }

    /// One language of a copy.
    pub(super) fn half(
        &self,
        case: &CaseFile,
        document: &Document,
        copy: &DocumentCopy,
        language: Language,
    ) -> Result<Half, Findings> {
        let request = Request {
            document: document.clone(),
            copy: copy.clone(),
            language,
        };
        self.half_of(case, self.view(case, request)?)
    }

    /// What the templates of a copy are given.
    pub(super) fn view(&self, case: &CaseFile, request: Request) -> Result<View, Findings> {
        let locale = self.packs.locale(&self.assets, request.language)?;
        let view = view::build(Office::of(&case.case), request, &locale);
        view.map_err(|gaps| case.located(gaps))
    }

    /// One language of a copy, of what its templates are given.
    pub(super) fn half_of(&self, case: &CaseFile, view: View) -> Result<Half, Findings> {
        let locale = self.packs.locale(&self.assets, view.request().language)?;
        let rendered = self.render(case, &view)?;
        Ok(Half {
            view,
            locale,
            rendered,
        })
    }

    /// Fills the templates of a document with a view.
    ///
    /// # Errors
    /// A fault of the templates, or a value that may not stand where a template puts it; `T74`.
    pub fn render(&self, case: &CaseFile, view: &View) -> Result<Rendered, Findings> {
        let request = view.request();
        let pack = self.pack(&request.document, request.language)?;
        let rendered = pack.render(view.json(), &place_finder(case, view))?;
        let of = (&request.document, request.language);
        let emptied = self
            .packs
            .emptied(&self.assets, of, view.json(), &rendered)?;
        match emptied.is_empty() {
            true => Ok(rendered),
            false => Err(emptied),
        }
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

    /// The mark at the foot of every page of a document.
    ///
    /// # Errors
    /// A file of the theme that cannot be read.
    pub fn mark(
        &self,
        case: &CaseFile,
        manuscript: &Manuscript,
        edition: Edition,
    ) -> Result<String, Findings> {
        manuscript.mark(case, &self.assets, edition)
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
        typeset.map_err(|troubles| manuscript.findings(&troubles, case, (&self.assets, &job)))
    }
}

/// What is written of a document that has a PDF: its pages, or its words in their place.
fn file_of(
    holds: &Holds,
    opened: Option<Opened>,
    pdf: Option<Vec<u8>>,
    mark: &str,
) -> Option<Vec<u8>> {
    match opened {
        Some(opened) if matches!(holds, Holds::Words(_)) => {
            Some(words::of(&opened, mark).into_bytes())
        }
        _ => pdf,
    }
}
