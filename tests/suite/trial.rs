//! A case on trial: one fluent set-up for every test and benchmark that takes a case from its
//! file to what is made of it.
//!
//! What the pipeline is asked, and in which words, is known here alone. It loads its assets
//! once for each thread, so that a test may begin as many trials as it needs.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use concord::assets::{self, Layered};
use concord::audience::{DocumentCopy, Languages, Office};
use concord::case::document::Numbering;
use concord::diagnostics::Findings;
use concord::output::{Folder, Names};
use concord::packs::Edition;
use concord::pages::Layout;
use concord::pipeline::{Asked, Built, Format, Given, Pipeline, examine};
use concord::settings::Known;
use concord::typesetting::{Job, Typeset, Typesetter};
use concord::view::Document;
use serde_yaml::Value;
use tempfile::TempDir;

pub(crate) use concord::pipeline::CaseFile;

// Benchmarks take this file from where it lies.
#[path = "trial/altered.rs"]
mod altered;
#[path = "draft.rs"]
mod draft;

pub(crate) use draft::Draft;

thread_local! {
    static BUILTIN: Rc<Pipeline> = Rc::new(sound(Pipeline::builtin()));
    static TYPESETTER: Typesetter = Typesetter::new(&Layered::builtin()).expect("our own fonts");
}

/// What was made, or else the test stops with every finding.
fn sound<T>(made: Result<T, Findings>) -> T {
    made.unwrap_or_else(|findings| panic!("{:#?}", findings.sorted()))
}

/// A case file, and what is to be made of it.
pub(crate) struct Trial {
    /// Where altered files and documents lie, until the trial is over.
    home: TempDir,
    file: PathBuf,
    firm: Option<PathBuf>,
    documents: Vec<String>,
    audience: Option<String>,
    language: Option<String>,
    editions: Vec<String>,
    numbers: Option<Numbering>,
}

impl Trial {
    /// The valid case of this name.
    pub(crate) fn case(name: &str) -> Self {
        Self::of(Path::new(&format!("fixtures/cases/valid/{name}.yaml")))
    }

    /// The case in this file.
    pub(crate) fn of(file: &Path) -> Self {
        Trial {
            home: tempfile::tempdir().expect("a temporary folder"),
            file: file.to_owned(),
            firm: None,
            documents: Vec::new(),
            audience: None,
            language: None,
            editions: Vec::new(),
            numbers: None,
        }
    }

    /// The case with other values.
    pub(crate) fn altered(self, alter: impl FnOnce(&mut Value)) -> Self {
        self.rewritten(|text| altered::altered(text, alter))
    }

    /// The case in other words, in a file of the same name beside the same pictures.
    pub(crate) fn rewritten(mut self, rewrite: impl FnOnce(&str) -> String) -> Self {
        let text = fs::read_to_string(&self.file).expect("a fixture");
        let folder = self.file.parent().expect("it lies in a folder");
        for entry in fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("an entry").path();
            let is_picture = path.extension().is_some_and(|ending| ending != "yaml");
            if is_picture && folder != self.home.path() {
                fs::copy(&path, self.home.path().join(file_name(&path))).expect("room for it");
            }
        }
        self.file = self.home.path().join(file_name(&self.file));
        fs::write(&self.file, rewrite(&text)).expect("room for it");
        self
    }

    /// A file of a firm's own, at its path under `templates/`.
    pub(crate) fn firm(mut self, path: &str, text: &str) -> Self {
        let firm = self.home.path().join("firm");
        write(&firm.join(path), text);
        self.firm = Some(firm);
        self
    }

    /// Something that lies where the documents will, from before.
    pub(crate) fn earlier(self, name: &str, text: &str) -> Self {
        write(&self.out().join(name), text);
        self
    }

    /// This document, and others so named; without any, every one that applies.
    pub(crate) fn document(mut self, id: &str) -> Self {
        self.documents.push(id.to_owned());
        self
    }

    /// For this reader, by the word of the folder; without, for everybody.
    #[allow(dead_code, reason = "benchmarks build for everybody")]
    pub(crate) fn audience(mut self, word: &str) -> Self {
        self.audience = Some(word.to_owned());
        self
    }

    /// In these languages, as the command line calls them; without, in those of the readers.
    pub(crate) fn language(mut self, word: &str) -> Self {
        self.language = Some(word.to_owned());
        self
    }

    /// In this edition, and others so named; without any, in the standard one.
    pub(crate) fn edition(mut self, word: &str) -> Self {
        self.editions.push(word.to_owned());
        self
    }

    /// With these numbers in the copies of the parties; without, with those of the rules.
    #[allow(dead_code, reason = "benchmarks have the numbers of the rules")]
    pub(crate) fn numbers(mut self, numbers: Numbering) -> Self {
        self.numbers = Some(numbers);
        self
    }

    /// The case file.
    pub(crate) fn file(&self) -> &Path {
        &self.file
    }

    /// Where the files of a firm's own lie.
    #[allow(dead_code, reason = "benchmarks have no firm")]
    pub(crate) fn own_templates(&self) -> &Path {
        self.firm.as_deref().expect("a firm has files of its own")
    }

    /// Where the documents are written to.
    pub(crate) fn out(&self) -> PathBuf {
        self.home.path().join("out")
    }

    /// What is asked for, as the command line is told.
    pub(crate) fn options(&self) -> Vec<&str> {
        let documents = self.documents.iter().map(|id| ("--document", id));
        let audience = self.audience.iter().map(|word| ("--audience", word));
        let language = self.language.iter().map(|word| ("--language", word));
        let editions = self.editions.iter().map(|word| ("--edition", word));
        let options = documents.chain(audience).chain(language).chain(editions);
        options
            .flat_map(|(flag, word)| [flag, word.as_str()])
            .collect()
    }

    /// The case, typed and checked.
    pub(crate) fn examine(&self) -> CaseFile {
        let examined = examine(&self.file, &Known::default());
        let findings = examined.findings.sorted();
        let mut case = examined.case.unwrap_or_else(|| panic!("{findings:#?}"));
        case.case.office_numbers = self.numbers;
        case
    }

    /// Every copy of every document that is asked for, as source.
    pub(crate) fn drafts(&self) -> Vec<Draft> {
        let attempts = self.attempts().into_iter();
        attempts.map(|(_, draft)| sound(draft)).collect()
    }

    /// The same by name, with what keeps a copy from being made.
    pub(crate) fn attempts(&self) -> Vec<(String, Result<Draft, Findings>)> {
        let case = Rc::new(self.examine());
        let pipeline = self.pipeline();
        let mut drafts = Vec::new();
        let named = self.named(&pipeline);
        let all = match named.is_empty() {
            true => pipeline.documents().iter().cloned().collect(),
            false => named,
        };
        for document in &all {
            for copy in document.copies(Office::of(&case.case)).unwrap_or_default() {
                let reader = copy.reader.word(&case.case);
                if self.audience.as_ref().is_some_and(|word| *word != reader) {
                    continue;
                }
                let asked = self.languages();
                let languages = asked.unwrap_or(Languages::of_reader(&case.case, &copy));
                let manuscript = pipeline.manuscript(&case, document, &copy, languages);
                let name = name(&case, document, &copy);
                let draft = manuscript.map(|manuscript| Draft {
                    reader,
                    name: name.clone(),
                    manuscript,
                    pipeline: Rc::clone(&pipeline),
                    case: Rc::clone(&case),
                });
                drafts.push((name, draft));
            }
        }
        drafts
    }

    /// The first of them.
    pub(crate) fn manuscript(&self) -> Draft {
        let mut drafts = self.drafts().into_iter();
        drafts.next().expect("a document that applies")
    }

    /// Makes and writes the documents, as often as it is called, with everything loaded.
    pub(crate) fn maker(&self) -> impl Fn() -> Built {
        let pipeline = self.pipeline();
        let editions = self.editions.iter().map(|word| {
            let edition = Edition::ALL.into_iter().find(|one| one.word() == word);
            edition.expect("an edition")
        });
        let mut editions: Vec<_> = editions.collect();
        if editions.is_empty() {
            editions.push(Edition::Standard);
        }
        let asked = Asked {
            documents: self.named(&pipeline),
            audiences: Vec::new(),
            languages: self.languages(),
            editions,
            out: self.out(),
            format: Format::Pdf,
            strict: false,
        };
        let given = Given::itself(&self.file, 1);
        move || {
            // What stands there already would not be made again.
            let _ = fs::remove_dir_all(&asked.out);
            let opened = Folder::open(&asked.out, pipeline.program(), asked.options(), None);
            let mut folder = opened.expect("a folder of its own");
            pipeline.build(&given, &asked, &mut folder, &mut Names::new())
        }
    }

    fn pipeline(&self) -> Rc<Pipeline> {
        match &self.firm {
            Some(firm) => {
                let firm = assets::Folder::unnamed(firm);
                Rc::new(sound(Layered::over(vec![firm]).and_then(Pipeline::over)))
            }
            None => BUILTIN.with(Rc::clone),
        }
    }

    fn named(&self, pipeline: &Pipeline) -> Vec<Document> {
        let named = self.documents.iter();
        named
            .map(|id| pipeline.documents().named(id).expect("a document").clone())
            .collect()
    }

    fn languages(&self) -> Option<Languages> {
        let word = self.language.as_deref()?;
        let known = Languages::ALL.into_iter().find(|one| one.word() == word);
        Some(known.expect("a choice of languages"))
    }
}

fn file_name(path: &Path) -> &Path {
    path.file_name().expect("a file has a name").as_ref()
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("room for it");
    fs::write(path, text).expect("room for it");
}

/// What a copy of a document is called beside the others of its case.
fn name(case: &CaseFile, document: &Document, copy: &DocumentCopy) -> String {
    let reader = copy.reader.word(&case.case);
    match copy.word(&case.case) {
        Some(word) => format!("{reader}/{}-{word}", document.id()),
        None => format!("{reader}/{}", document.id()),
    }
}

/// Lays out whatever Typst is given, in our own fonts.
pub(crate) fn lay_out(job: &Job) -> Layout {
    let pages = TYPESETTER.with(|typesetter| typesetter.lay_out(job));
    pages.unwrap_or_else(|troubles| panic!("{}: {troubles:#?}", job.source))
}

/// The same with its PDF.
#[allow(dead_code, reason = "benchmarks set documents alone")]
pub(crate) fn set(job: &Job) -> Typeset {
    let set = TYPESETTER.with(|typesetter| typesetter.typeset(job));
    set.unwrap_or_else(|troubles| panic!("{}: {troubles:#?}", job.source))
}
