//! The way of a case, step by step: examine, view, render, typeset, check, write.
//!
//! Each step takes a value and returns a value; what one finds stops the documents of
//! that case and of no other. All documents of a case are made before the first is
//! written, so that a folder holds all of them or what it held before.
//!
//! Floor 6: the only room that knows both templates and typesetting.

mod examine;
mod fingerprint;
mod finished;
mod languages;
mod manuscript;
mod order;
mod origin;
mod pack_files;
mod packs;
mod pictures;

use std::path::Path;

pub use examine::{Examined, Sound, examine};
pub use languages::Languages;
pub use manuscript::{Half, Manuscript};
pub use order::{Artefact, Built, Edition, Format, Order};
pub use packs::TemplateReport;

use crate::assets::Layered;
use crate::case::Case;
use crate::diagnostics::Findings;
use crate::language::Language;
use crate::output::{self, Names, Output};
use crate::templates::{Pack, Rendered};
use crate::typesetting::{self, Fonts, Job, Typeset};
use crate::view::{self, Audience, Document, DocumentCopy, Inapplicable, Request, View};

use fingerprint::Inputs;
use finished::fit_to_file;
use manuscript::place_finder;
use packs::Packs;

/// What every case of a run shares: assets, fonts, words.
#[derive(Debug)]
pub struct Pipeline {
    assets: Layered,
    fonts: Fonts,
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
        let fonts = Fonts::load(&assets)?;
        let inputs = Inputs::of(&assets)?;
        Ok(Pipeline {
            assets,
            fonts,
            inputs,
            packs: Packs::new(),
        })
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
        let (wanted, left_out) = chosen(&case.case, order);
        if wanted.is_empty() {
            findings.push(examine::no_document(&case));
        }
        let made = self.documents(&case, &wanted, order, names);
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

    fn documents(
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
            match self.editions(case, *document, copy, languages, order) {
                Ok(made) => {
                    for (mark, bytes, count) in made {
                        let name = file_name(case, (*document, copy), &mark, order, names)?;
                        outputs.push(Output { name, bytes });
                        pages.push(count);
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

    /// A document in each edition asked for: what it adds to the name of the file, the
    /// bytes, and the number of pages.
    fn editions(
        &self,
        case: &Sound,
        document: Document,
        copy: &DocumentCopy,
        languages: Languages,
        order: &Order,
    ) -> Result<Vec<Made>, Findings> {
        let manuscript = self.manuscript(case, document, copy, languages)?;
        if order.format == Format::Typst {
            let sources = manuscript.sources().map(|(language, source)| {
                let mark = Languages::One(language).mark().into_iter().collect();
                (mark, source.as_bytes().to_vec(), None)
            });
            return Ok(sources.collect());
        }
        let made = order.editions.iter().map(|&edition| {
            let typeset = self.typeset(case, &manuscript, edition)?;
            fit_to_file(case, &manuscript, &typeset.layout)?;
            let mark = languages.mark().into_iter().chain(edition.mark()).collect();
            Ok((mark, typeset.pdf, Some(typeset.layout.pages.len())))
        });
        made.collect()
    }

    /// A copy of a document in the languages asked for, as source.
    ///
    /// # Errors
    /// What the case lacks for it (codes of the family V), a fault of the templates, or a
    /// value that may not stand where a template puts it.
    pub fn manuscript(
        &self,
        case: &Sound,
        document: Document,
        copy: &DocumentCopy,
        languages: Languages,
    ) -> Result<Manuscript, Findings> {
        let half = |language| {
            let request = Request {
                document,
                copy: copy.clone(),
                language,
                fingerprint: self.inputs.fingerprint(case),
            };
            let view = view::build(&case.case, request)?;
            let rendered = self.render(case, &view)?;
            Ok(Half { view, rendered })
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
    pub fn pack(&self, document: Document, language: Language) -> Result<&Pack, Findings> {
        self.packs.pack(&self.assets, document, language)
    }

    /// What is wrong with the templates of any document, whatever case they may meet, and
    /// what a document is told and never prints.
    pub fn check_templates(&self) -> TemplateReport {
        self.packs.report(&self.assets, &[Language::En])
    }

    /// Fills the templates of a document with a view.
    ///
    /// # Errors
    /// A fault of the templates, or a value that may not stand where a template puts it.
    pub fn render(&self, case: &Sound, view: &View) -> Result<Rendered, Findings> {
        let request = view.request();
        let pack = self.pack(request.document, request.language)?;
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
        typesetting::typeset(&job, &self.fonts)
            .map_err(|troubles| manuscript.findings(&troubles, case, &self.assets))
    }
}

/// What is made of one edition: what it adds to the name of the file, its bytes, and the
/// number of its pages.
type Made = (Vec<String>, Vec<u8>, Option<usize>);

/// The copies an order asks for, and why other documents have none. A document that is
/// asked for by name stays in the list, to be refused with its reason.
fn chosen(
    case: &Case,
    order: &Order,
) -> (Vec<(Document, DocumentCopy)>, Vec<(Document, Inapplicable)>) {
    let named = !order.documents.is_empty();
    let asked = if named {
        &order.documents
    } else {
        Document::ALL
    };
    let mut wanted = Vec::new();
    let mut left_out = Vec::new();
    for &document in asked {
        match document.copies(case) {
            Ok(copies) => wanted.extend(copies.into_iter().map(|copy| (document, copy))),
            Err(_) if named => wanted.push((document, DocumentCopy::of(Audience::Court))),
            Err(Inapplicable::OtherProgramme) => {}
            Err(why) => left_out.push((document, why)),
        }
    }
    (wanted, left_out)
}

/// What the file of a document is called.
fn file_name(
    case: &Sound,
    (document, copy): (Document, &DocumentCopy),
    marks: &[String],
    order: &Order,
    names: &mut Names,
) -> Result<String, Findings> {
    let mut stem = document.id().to_owned();
    for part in copy.word(&case.case).iter().chain(marks) {
        stem.push('-');
        stem.push_str(part);
    }
    let number = case.case.case.as_ref().map(|court| court.number.as_str());
    let name = names.take(number, case.file_name(), &stem, order.format.ending())?;
    Ok(name)
}
