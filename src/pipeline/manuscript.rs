//! A document between its templates and the typesetter: its text in one language, or the
//! halves of a bilingual one.

use std::sync::Arc;

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::examine::CaseFile;
use super::shapes::Shapeless;
use crate::assets::Layered;
use crate::audience::Languages;
use crate::diagnostics::{Findings, Place};
use crate::language::{Language, Locale};
use crate::output::Digest;
use crate::output::manifest::Program;
use crate::packs::sheet::{CONCORDANCE, MARK, ToldNumbers, half_path, typeset_as};
use crate::packs::{Edition, meant, origin};
use crate::pages::AsWritten;
use crate::templates::Rendered;
use crate::typesetting::{Job, Kind, MAIN, Trouble};
use crate::view::{Document, Request, View};

/// One language of a document.
#[derive(Debug)]
pub struct Half {
    /// What its templates were given.
    pub view: View,
    /// The words they were given.
    pub locale: Arc<Locale>,
    /// What they made of it.
    pub rendered: Rendered,
}

/// A document as Typst source.
#[derive(Debug)]
pub struct Manuscript {
    pub(super) languages: Languages,
    /// One for each language, in the order of the pages; at least one.
    pub(super) halves: Vec<Half>,
    /// Where the numbers of the court's copy are kept, that of each call that numbers paragraphs;
    /// none of what the court's copy has not.
    pub(super) numbers: Option<Vec<Option<usize>>>,
}

impl Manuscript {
    /// One for each language, in the order of the pages; at least one.
    pub fn halves(&self) -> &[Half] {
        &self.halves
    }

    /// The source in one of its languages.
    pub(super) fn source(&self, language: Language) -> &str {
        let source = self.sources().find(|(of, _)| *of == language);
        source.expect("it has each of its languages").1
    }

    /// The sources, each with the language it is in.
    fn sources(&self) -> impl Iterator<Item = (Language, &str)> {
        let halves = self.halves.iter();
        halves.map(|half| (half.view.request().language, half.rendered.source.as_str()))
    }

    /// What its reader may see of the case, as one digest.
    pub(super) fn view(&self) -> Digest {
        let halves: Vec<Digest> = self.halves.iter().map(Half::digest).collect();
        Digest::of_parts(halves.iter().map(|half| half.as_bytes().as_slice()))
    }

    /// Its sources, as what may not be seen is searched for.
    pub(super) fn parts(&self) -> Vec<(String, String)> {
        let sources = self.sources();
        let parts = sources.map(|(_, source)| ("its source".to_owned(), source.to_owned()));
        parts.collect()
    }

    /// All that its templates made, as one digest.
    pub(super) fn content(&self) -> Digest {
        Digest::of_parts(self.sources().map(|(_, source)| source.as_bytes()))
    }

    fn request(&self) -> &Request {
        self.halves[0].view.request()
    }

    /// Which document it is.
    pub(super) fn document(&self) -> &Document {
        &self.request().document
    }

    /// What the typesetter is given: the source, the theme, the pictures the document shows,
    /// the mark of all of it, and what identifies the PDF.
    pub(super) fn job(
        &self,
        case: &CaseFile,
        assets: &Layered,
        edition: Edition,
    ) -> Result<Job, Findings> {
        let form = (&self.request().document, self.languages, edition);
        let identity = self.identity(case, edition);
        let mut job = typeset_as(form, assets, self.sources(), identity)?;
        for picture in self.halves[0].view.pictures() {
            let bytes = case.pictures().get(&picture.file);
            let file = bytes.map(|bytes| (picture.path.clone(), bytes.clone()));
            job.files.extend(file);
        }
        if let Some(kept) = &self.numbers {
            let told = ToldNumbers {
                kept: Some(kept.clone()),
                ..ToldNumbers::default()
            };
            job.files.insert(CONCORDANCE.to_owned(), told.module());
        }
        job.files.insert(MARK.to_owned(), module(&shown(&job)));
        Ok(job)
    }

    /// The mark at the foot of every page: of what the page shows, and so the same as long
    /// as it shows the same, whatever else of the case or of the templates changes.
    ///
    /// # Errors
    /// A file of the theme that cannot be read.
    pub fn mark(
        &self,
        case: &CaseFile,
        assets: &Layered,
        edition: Edition,
    ) -> Result<String, Findings> {
        Ok(shown(&self.job(case, assets, edition)?))
    }

    /// What makes a document the same document when it is built again.
    fn identity(&self, file: &CaseFile, edition: Edition) -> String {
        let case = &file.case;
        let reference = case.reference().unwrap_or_default();
        let copy = &self.request().copy;
        let (reader, about) = (copy.reader.word(case), copy.word(case).unwrap_or_default());
        format!(
            "{} {reader} {about} {} {} {reference} version {}",
            self.request().document.id(),
            edition.word(),
            self.languages.word(),
            case.document.version
        )
    }

    /// What the typesetter said, at the lines of the templates and of the case.
    pub(super) fn findings(
        &self,
        troubles: &[Trouble],
        case: &CaseFile,
        (assets, job): (&Layered, &Job),
    ) -> Findings {
        let mut findings = Findings::new();
        let mut shapeless = Shapeless::default();
        for trouble in troubles {
            // Wherever else such a character is printed, it comes from there.
            if let Kind::MissingGlyph(character) = trouble.kind {
                let places = case.holding(character);
                if !places.is_empty() {
                    findings.extend(shapeless.told(trouble, character, places));
                    continue;
                }
            }
            let finding = origin::finding(trouble, assets, &|file| {
                let half = self.half_in(file)?;
                Some((&half.rendered, place_finder(case, &half.view)))
            });
            findings.push(match meant(&trouble.message, job) {
                Some(meant) => finding.help(meant),
                None => finding,
            });
        }
        findings
    }

    /// What it was given, for what its pages do not tell.
    pub(super) fn as_written(&self) -> AsWritten {
        let mut written = AsWritten::default();
        for half in &self.halves {
            keep(half.view.json(), &mut written);
        }
        written
    }

    fn half_in(&self, file: &str) -> Option<&Half> {
        match self.languages {
            Languages::One(_) => self.halves.first().filter(|_| file == MAIN),
            Languages::Bilingual => self
                .halves
                .iter()
                .find(|half| half_path(half.view.request().language) == file),
        }
    }
}

impl Half {
    /// What its templates were given, as one digest: without the places in the case file,
    /// which no page shows and which move with every entry that is withheld.
    pub(super) fn digest(&self) -> Digest {
        let shown = serde_json::to_vec(&WithoutPlaces(self.view.json()));
        Digest::of(&shown.expect("a tree can be written"))
    }
}

/// A tree without the places in the case file.
struct WithoutPlaces<'a>(&'a Value);

impl Serialize for WithoutPlaces<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Object(fields) => {
                let fields = fields.iter().filter(|(name, _)| *name != "at");
                to.collect_map(fields.map(|(name, value)| (name, WithoutPlaces(value))))
            }
            Value::Array(items) => to.collect_seq(items.iter().map(WithoutPlaces)),
            value => value.serialize(to),
        }
    }
}

/// The mark of a job: of its source and all its files, but not of what identifies the PDF.
fn shown(job: &Job) -> String {
    content(job).mark()
}

/// A job's source and all its files, but the one that holds the mark of the others.
fn content(job: &Job) -> Digest {
    let source = [job.source.as_bytes()];
    let files = job.files.iter().filter(|(path, _)| *path != MARK);
    let files = files.flat_map(|(path, bytes)| [path.as_bytes(), bytes.as_slice()]);
    Digest::of_parts(source.into_iter().chain(files))
}

/// All that decides the bytes of what is made of a job, and whether it passes: where this is
/// the same, so are they.
pub(super) fn made_from(
    job: &Job,
    edition: Edition,
    program: &Program,
    judged_by: &Digest,
) -> Digest {
    Digest::of_parts([
        content(job).as_bytes().as_slice(),
        job.identity.as_bytes(),
        edition.word().as_bytes(),
        program.concord.as_bytes(),
        program.typst.as_bytes(),
        program.fonts.as_bytes(),
        judged_by.as_bytes(),
    ])
}

/// The module of the theme that hands a mark to its pages.
fn module(mark: &str) -> Vec<u8> {
    format!("#let document-mark = \"{mark}\"\n").into_bytes()
}

/// Finds the place in the case of a value of the view.
pub(super) fn place_finder<'a>(
    case: &'a CaseFile,
    view: &'a View,
) -> impl Fn(&str) -> Option<Place> + 'a {
    |pointer| {
        let at = view.case_pointer(pointer)?;
        Some(case.place(&at))
    }
}

fn keep(value: &Value, written: &mut AsWritten) {
    match value {
        Value::String(text) => written.keep(text),
        Value::Array(values) => values.iter().for_each(|value| keep(value, written)),
        Value::Object(fields) => fields.values().for_each(|value| keep(value, written)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
