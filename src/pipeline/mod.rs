//! The way of a case, step by step: examine, view, render, typeset, write.
//!
//! Each step takes a value and returns a value; what one finds stops the documents of
//! that case and of no other. All documents of a case are made before the first is
//! written, so that a folder holds all of them or what it held before.
//!
//! Floor 6: the only room that knows both templates and typesetting.

mod examine;
mod origin;
mod pack_files;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

pub use examine::{Examined, Sound, examine};

use crate::assets::Layered;
use crate::case::Case;
use crate::diagnostics::{Findings, Place};
use crate::language::{Language, Locale};
use crate::output::{self, Names, Output};
use crate::templates::{self, Checked, Pack, Rendered};
use crate::typesetting::{self, Fonts, Job, Typeset};
use crate::view::{self, Audience, Document, Request, View};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Order {
    /// The documents; every one that applies, where none is named.
    pub documents: Vec<Document>,
    /// The folder to write to.
    pub out: PathBuf,
    /// PDF, or the Typst source that makes it.
    pub format: Format,
    /// Whether a warning stops a document.
    pub strict: bool,
}

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The document.
    Pdf,
    /// Its Typst source, for whoever works on a pack.
    Typst,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 2] = [Format::Pdf, Format::Typst];

    /// The word on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Typst => "typst",
        }
    }

    /// The ending of the file.
    fn ending(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Typst => "typ",
        }
    }
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artefact {
    /// Where.
    pub path: PathBuf,
    /// How many pages it has; a source has none.
    pub pages: Option<usize>,
}

/// What became of a case.
#[derive(Clone, Debug, Default)]
pub struct Built {
    /// The files written: all of the case's, or none.
    pub written: Vec<Artefact>,
    /// What was found on the way.
    pub findings: Findings,
}

/// What is to be said of the templates, whatever case they may meet.
#[derive(Clone, Debug, Default)]
pub struct TemplateReport {
    /// What is wrong.
    pub findings: Findings,
    /// The fields that each document is told and that none of its templates prints.
    pub unprinted: Vec<(Document, Vec<String>)>,
}

/// What every case of a run shares: assets, fonts, words.
#[derive(Debug)]
pub struct Pipeline {
    assets: Layered,
    fonts: Fonts,
    locale: Arc<Locale>,
    /// Read and checked for the first case that needs it, then kept: one slot for each of
    /// [`Document::ALL`].
    packs: BTreeMap<Document, OnceLock<Result<Pack, Findings>>>,
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
        let locale = Arc::new(pack_files::locale(&assets, Language::En)?);
        let packs = Document::ALL
            .iter()
            .map(|&document| (document, OnceLock::new()))
            .collect();
        Ok(Pipeline {
            assets,
            fonts,
            locale,
            packs,
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
                written: Vec::new(),
                findings,
            };
        };
        let documents = chosen(&case.case, order);
        if documents.is_empty() {
            findings.push(examine::no_document(&case));
        }
        match self.documents(&case, &documents, order, names) {
            Ok(written) => Built { written, findings },
            Err(faults) => {
                findings.extend(faults.sorted());
                Built {
                    written: Vec::new(),
                    findings,
                }
            }
        }
    }

    fn documents(
        &self,
        case: &Sound,
        documents: &[Document],
        order: &Order,
        names: &mut Names,
    ) -> Result<Vec<Artefact>, Findings> {
        let mut outputs = Vec::new();
        let mut pages = Vec::new();
        let mut findings = Findings::new();
        for &document in documents {
            match self.document(case, document, order.format) {
                Ok((bytes, count)) => {
                    let number = case.case.case.as_ref().map(|court| court.number.as_str());
                    let file = case.file_name();
                    let name = names.take(number, file, document.id(), order.format.ending())?;
                    outputs.push(Output { name, bytes });
                    pages.push(count);
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

    /// One document, as bytes and the number of its pages.
    fn document(
        &self,
        case: &Sound,
        document: Document,
        format: Format,
    ) -> Result<(Vec<u8>, Option<usize>), Findings> {
        let request = Request {
            document,
            audience: Audience::Court,
            language: Language::En,
        };
        let view = view::build(&case.case, request)?;
        let rendered = self.render(case, document, &view)?;
        if format == Format::Typst {
            return Ok((rendered.source.into_bytes(), None));
        }
        let typeset = self.typeset(case, document, &view, &rendered)?;
        Ok((typeset.pdf, Some(typeset.layout.pages.len())))
    }

    /// The templates of a document, every path of them followed through its view's schema.
    ///
    /// # Errors
    /// What no template may say, and every path the view does not have.
    pub fn pack(&self, document: Document) -> Result<&Pack, Findings> {
        let read = || {
            let (pack, checked) = self.checked(document)?;
            if checked.findings.has_errors() {
                return Err(checked.findings);
            }
            Ok(pack)
        };
        self.packs[&document]
            .get_or_init(read)
            .as_ref()
            .map_err(Findings::clone)
    }

    fn checked(&self, document: Document) -> Result<(Pack, Checked), Findings> {
        let sources = pack_files::sources(&self.assets, document)?;
        let pack = templates::compile(sources, Arc::clone(&self.locale))?;
        // Partials are shared: one that this document does not call serves another.
        let checked = pack.check(&document.schema(), &BTreeSet::new());
        Ok((pack, checked))
    }

    /// What is wrong with the templates of any document, whatever case they may meet, and
    /// what a document is told and never prints.
    pub fn check_templates(&self) -> TemplateReport {
        let mut report = TemplateReport::default();
        for &document in Document::ALL {
            match self.checked(document) {
                Ok((pack, checked)) => {
                    let faults = templates::try_variants(&pack, &document.schema()).err();
                    report.findings.extend(checked.findings.sorted());
                    report
                        .findings
                        .extend(faults.into_iter().flat_map(Findings::sorted));
                    report.unprinted.push((document, checked.unprinted));
                }
                Err(faults) => report.findings.extend(faults.sorted()),
            }
        }
        report
    }

    /// Fills the templates of a document with a view.
    ///
    /// # Errors
    /// A fault of the templates, or a value that may not stand where a template puts it.
    pub fn render(
        &self,
        case: &Sound,
        document: Document,
        view: &View,
    ) -> Result<Rendered, Findings> {
        self.pack(document)?
            .render(view.json(), &|pointer| place_of(case, view, pointer))
    }

    /// What the typesetter is given: the source, the theme, and what identifies the PDF.
    ///
    /// # Errors
    /// A file of the theme that cannot be read.
    pub fn job(
        &self,
        case: &Sound,
        document: Document,
        rendered: &Rendered,
    ) -> Result<Job, Findings> {
        Ok(Job {
            source: rendered.source.clone(),
            files: pack_files::theme(&self.assets)?,
            identity: identity(&case.case, document),
        })
    }

    /// Typesets what was rendered.
    ///
    /// # Errors
    /// What Typst refused or warned of, at the line of the template and of the case that
    /// it comes from.
    pub fn typeset(
        &self,
        case: &Sound,
        document: Document,
        view: &View,
        rendered: &Rendered,
    ) -> Result<Typeset, Findings> {
        let job = self.job(case, document, rendered)?;
        typesetting::typeset(&job, &self.fonts).map_err(|troubles| {
            let place = |pointer: &str| place_of(case, view, pointer);
            origin::findings(&troubles, rendered, &self.assets, &place)
        })
    }
}

/// The documents an order asks for, or all that apply.
fn chosen(case: &Case, order: &Order) -> Vec<Document> {
    if !order.documents.is_empty() {
        return order.documents.clone();
    }
    let applies = |document: &&Document| document.applies(case).is_ok();
    Document::ALL.iter().filter(applies).copied().collect()
}

/// Where in the case file a value of a view stands.
fn place_of(case: &Sound, view: &View, pointer: &str) -> Option<Place> {
    view.case_pointer(pointer)
        .map(|pointer| case.place(&pointer))
}

/// What makes a document the same document when it is built again.
fn identity(case: &Case, document: Document) -> String {
    let number = case.case.as_ref().map_or("", |court| court.number.as_str());
    format!(
        "{} {number} version {}",
        document.id(),
        case.document.version
    )
}
