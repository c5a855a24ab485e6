//! The way of a case, step by step: examine, view, render, typeset, check, write.
//!
//! Each step takes a value and returns a value; what one finds stops the documents of
//! that case and of no other. All documents of a case are made before the first is
//! written, so that a folder holds all of them or what it held before.
//!
//! Floor 6: the only room that knows both templates and typesetting.

mod calendar;
mod chosen;
mod examine;
mod fingerprint;
mod finished;
mod made;
mod manuscript;
mod order;

use std::path::Path;

pub use examine::{Examined, Sound, examine};
pub use manuscript::{Half, Manuscript};
pub use order::{Artefact, Built, Format, Order};

use crate::assets::Layered;
use crate::audience::{DocumentCopy, Languages};
use crate::diagnostics::Findings;
use crate::language::{self, Language};
use crate::output::{self, Names, Output};
use crate::packs::shelf::Packs;
use crate::packs::{Edition, TemplateReport, files, trial};
use crate::templates::{Pack, Rendered};
use crate::typesetting::{Job, Typeset, Typesetter};
use crate::view::{self, Document, Documents, Request, View};

use chosen::chosen;
use fingerprint::Inputs;
use made::Made;
use manuscript::place_finder;

/// What every case of a run shares: assets, words, and who sets documents in type.
#[derive(Debug)]
pub struct Pipeline {
    assets: Layered,
    typesetter: Typesetter,
    inputs: Inputs,
    packs: Packs,
}

impl Pipeline {
    /// A pipeline over the assets that travel inside the program.
    ///
    /// # Errors
    /// A font or a locale that cannot be read.
    pub fn builtin() -> Result<Self, Findings> {
        Self::over(Layered::builtin())
    }

    /// A pipeline in which the files of a folder stand before those in the program.
    ///
    /// # Errors
    /// As [`Pipeline::builtin`], and a folder that cannot be read whole.
    pub fn with_folder(folder: &Path) -> Result<Self, Findings> {
        Self::over(Layered::with_folder(folder)?)
    }

    fn over(assets: Layered) -> Result<Self, Findings> {
        let typesetter = Typesetter::new(&assets)?;
        let inputs = Inputs::of(&assets)?;
        Ok(Pipeline {
            assets,
            typesetter,
            inputs,
            packs: Packs::of(Documents::builtin()),
        })
    }

    /// The documents there are.
    pub fn documents(&self) -> &Documents {
        self.packs.documents()
    }

    /// Makes and writes the documents of one case.
    pub fn build(&self, path: &Path, order: &Order, names: &mut Names) -> Built {
        let Examined { case, mut findings } = examine(path);
        if order.strict {
            findings.promote_warnings();
        }
        let Some(case) = case.filter(|_| !findings.has_errors()) else {
            return Built {
                findings,
                ..Built::default()
            };
        };
        let (wanted, left_out) = chosen(&case.case, order, self.documents());
        if wanted.is_empty() {
            findings.push(examine::no_document(&case));
        }
        let made = self.made(&case, &wanted, order, names);
        let written = made.unwrap_or_else(|faults| {
            findings.extend(faults.sorted());
            Vec::new()
        });
        Built {
            written,
            left_out,
            findings,
        }
    }

    fn made(
        &self,
        case: &Sound,
        wanted: &[(Document, DocumentCopy)],
        order: &Order,
        names: &mut Names,
    ) -> Result<Vec<Artefact>, Findings> {
        let mut outputs = Vec::new();
        let mut pages = Vec::new();
        let mut findings = Findings::new();
        for (document, copy) in wanted {
            let languages = order.languages;
            let languages = languages.unwrap_or(Languages::of_readers(&case.case, copy));
            let manuscript = self.manuscript(case, document, copy, languages);
            match manuscript.and_then(|manuscript| self.make(case, &manuscript, order)) {
                Ok(made) => {
                    for file in made {
                        match file_name(case, (document, copy), &file, names) {
                            Ok(name) => {
                                pages.push(file.pages);
                                let bytes = file.bytes;
                                outputs.push(Output { name, bytes });
                            }
                            Err(taken) => findings.extend(taken.sorted()),
                        }
                    }
                }
                Err(faults) => findings.extend(faults.sorted()),
            }
        }
        if !findings.is_empty() {
            return Err(findings);
        }
        let paths = output::write(&order.out, &outputs)?;
        let written = paths.into_iter().zip(pages);
        Ok(written
            .map(|(path, pages)| Artefact { path, pages })
            .collect())
    }

    /// A copy of a document in the languages asked for, as source.
    ///
    /// # Errors
    /// What the case lacks for it (codes of the family V), a fault of the templates, or a
    /// value that may not stand where a template puts it.
    pub fn manuscript(
        &self,
        case: &Sound,
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
            let view = view::build(&case.case, request).map_err(|gaps| -> Findings {
                let located = gaps.into_iter();
                located.map(|gap| gap.locate(|at| case.place(at))).collect()
            })?;
            let rendered = self.render(case, &view)?;
            let locale = self.packs.locale(&self.assets, language)?;
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

    /// The templates of a document in a language, every path of them followed through its
    /// view's schema.
    ///
    /// # Errors
    /// What no template may say, and every path the view does not have.
    pub fn pack(&self, document: &Document, language: Language) -> Result<&Pack, Findings> {
        self.packs.pack(&self.assets, document, language)
    }

    /// What is wrong with the templates of any document, whatever case they may meet, and
    /// what a document is told and never prints, or over a folder: no longer prints.
    pub fn check_templates(&self) -> TemplateReport {
        let mut report = self.packs.report(&self.assets);
        if self.assets.has_folder() {
            let own = Packs::of(self.documents().clone());
            report.keep_what_is_printed_by(&own.unprinted(&Layered::builtin()));
        }
        if !report.findings.has_errors() {
            let pack = |document: &Document, language| self.pack(document, language);
            let tried = trial::tried(&self.assets, &self.typesetter, self.documents(), pack);
            report
                .findings
                .extend(tried.unwrap_or_else(|faults| faults).sorted());
        }
        report
    }

    /// The Welsh phrases that nobody qualified has confirmed, beside their English, as a
    /// table for a translator (tab-separated).
    ///
    /// # Errors
    /// A locale that cannot be used.
    pub fn worksheet(&self) -> Result<String, Findings> {
        let english = self.packs.locale(&self.assets, Language::En)?;
        let welsh = self.packs.locale(&self.assets, Language::Cy)?;
        Ok(language::worksheet(&english, &welsh))
    }

    /// The Welsh locale with the words of a worksheet that a translator has filled in.
    ///
    /// # Errors
    /// `Y01` for a file that cannot be read, and a worksheet that does not fit the locale.
    pub fn with_worksheet(&self, file: &Path) -> Result<String, Findings> {
        let english = self.packs.locale(&self.assets, Language::En)?;
        let welsh = files::locale_file(&self.assets, Language::Cy)?;
        let worksheet = examine::text_file(file)?;
        language::with_worksheet(&english, &welsh, &worksheet)
    }

    /// Fills the templates of a document with a view.
    ///
    /// # Errors
    /// A fault of the templates, or a value that may not stand where a template puts it.
    pub fn render(&self, case: &Sound, view: &View) -> Result<Rendered, Findings> {
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
        case: &Sound,
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
        case: &Sound,
        manuscript: &Manuscript,
        edition: Edition,
    ) -> Result<Typeset, Findings> {
        let job = self.job(case, manuscript, edition)?;
        self.typesetter
            .typeset(&job)
            .map_err(|troubles| manuscript.findings(&troubles, case, &self.assets))
    }
}

/// What the file of a document is called.
fn file_name(
    case: &Sound,
    (document, copy): (&Document, &DocumentCopy),
    file: &Made,
    names: &mut Names,
) -> Result<String, Findings> {
    let mut stem = document.id().to_owned();
    for part in copy.word(&case.case).iter().chain(&file.marks) {
        stem.push('-');
        stem.push_str(part);
    }
    let number = case.case.case.as_ref().map(|court| court.number.as_str());
    let name = names.take(number, case.file_name(), &stem, file.ending)?;
    Ok(name)
}
