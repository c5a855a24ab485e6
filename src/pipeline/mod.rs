//! The way of a case, step by step: examine, view, render, typeset, write.
//!
//! Each step takes a value and returns a value; what one finds stops the documents of
//! that case and of no other. All documents of a case are made before the first is
//! written, so that a folder holds all of them or what it held before.
//!
//! Floor 6: the only room that knows both templates and typesetting.

mod examine;
mod fingerprint;
mod order;
mod origin;
mod pack_files;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, OnceLock};

pub use examine::{Examined, Sound, examine};
pub use order::{Artefact, Built, Edition, Format, Order};

use crate::assets::Layered;
use crate::case::Case;
use crate::diagnostics::{Findings, Place};
use crate::language::{Language, Locale};
use crate::output::{self, Names, Output};
use crate::templates::{self, Checked, Pack, Rendered};
use crate::typesetting::{self, Fonts, Job, Typeset};
use crate::view::{self, Audience, Document, DocumentCopy, Inapplicable, Request, View};

use fingerprint::Inputs;

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
    inputs: Inputs,
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
        let inputs = Inputs::of(&assets)?;
        let locale = Arc::new(pack_files::locale(&assets, Language::En)?);
        let packs = Document::ALL
            .iter()
            .map(|&document| (document, OnceLock::new()))
            .collect();
        Ok(Pipeline {
            assets,
            fonts,
            inputs,
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
            let request = self.request(case, *document, copy.clone());
            match self.editions(case, request, order) {
                Ok(made) => {
                    for (edition, bytes, count) in made {
                        let name = file_name(case, (*document, copy), edition, order, names)?;
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

    /// What asks for a copy of a document of this case.
    pub fn request(&self, case: &Sound, document: Document, copy: DocumentCopy) -> Request {
        Request {
            document,
            copy,
            language: Language::En,
            fingerprint: self.inputs.fingerprint(case),
        }
    }

    /// A document in each edition asked for, as bytes and the number of its pages.
    fn editions(
        &self,
        case: &Sound,
        request: Request,
        order: &Order,
    ) -> Result<Vec<Made>, Findings> {
        let view = view::build(&case.case, request)?;
        let rendered = self.render(case, &view)?;
        if order.format == Format::Typst {
            let source = rendered.source.into_bytes();
            return Ok(vec![(Edition::Standard, source, None)]);
        }
        let made = order.editions.iter().map(|&edition| {
            let typeset = self.typeset(case, &view, &rendered, edition)?;
            Ok((edition, typeset.pdf, Some(typeset.layout.pages.len())))
        });
        made.collect()
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
    pub fn render(&self, case: &Sound, view: &View) -> Result<Rendered, Findings> {
        self.pack(view.request().document)?
            .render(view.json(), &|pointer| place_of(case, view, pointer))
    }

    /// What the typesetter is given: the source, the theme, and what identifies the PDF.
    ///
    /// # Errors
    /// A file of the theme that cannot be read.
    pub fn job(
        &self,
        case: &Sound,
        request: &Request,
        rendered: &Rendered,
        edition: Edition,
    ) -> Result<Job, Findings> {
        Ok(Job {
            source: rendered.source.clone(),
            files: pack_files::theme(&self.assets, edition)?,
            identity: identity(&case.case, request, edition),
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
        view: &View,
        rendered: &Rendered,
        edition: Edition,
    ) -> Result<Typeset, Findings> {
        let job = self.job(case, view.request(), rendered, edition)?;
        typesetting::typeset(&job, &self.fonts).map_err(|troubles| {
            let place = |pointer: &str| place_of(case, view, pointer);
            origin::findings(&troubles, rendered, &self.assets, &place)
        })
    }
}

/// What is made of one edition: its bytes, and the number of its pages.
type Made = (Edition, Vec<u8>, Option<usize>);

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
    edition: Edition,
    order: &Order,
    names: &mut Names,
) -> Result<String, Findings> {
    let mut stem = document.id().to_owned();
    for part in [copy.word(&case.case), edition.mark()]
        .into_iter()
        .flatten()
    {
        stem.push('-');
        stem.push_str(&part);
    }
    let number = case.case.case.as_ref().map(|court| court.number.as_str());
    let name = names.take(number, case.file_name(), &stem, order.format.ending())?;
    Ok(name)
}

/// Where in the case file a value of a view stands.
fn place_of(case: &Sound, view: &View, pointer: &str) -> Option<Place> {
    view.case_pointer(pointer)
        .map(|pointer| case.place(&pointer))
}

/// What makes a document the same document when it is built again.
fn identity(case: &Case, request: &Request, edition: Edition) -> String {
    let number = case.case.as_ref().map_or("", |court| court.number.as_str());
    let copy = request.copy.word(case).unwrap_or_default();
    format!(
        "{} {copy} {} {number} version {}",
        request.document.id(),
        edition.word(),
        case.document.version
    )
}
