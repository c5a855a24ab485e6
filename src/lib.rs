//! Concord turns one YAML case file into court-ready PDFs, for family-court
//! professionals and mediators.
//!
//! # The way of a case
//!
//! ```text
//! case.yaml ─ case ─▶ Case ─ view ─▶ View ─ templates ─▶ Typst source ─ typesetting ─▶ pages ─ checks ─▶ PDF ─ output ─▶ file
//!             │ shape, rules   │ withholding   │ values proved inert   │ fonts, limits   │ fit to file?
//!             └──────── diagnostics: every finding knows its place in the YAML and in the template ────────┘
//! ```
//!
//! # The house
//!
//! A room imports only from rooms below it; `tests/suite/architecture.rs` holds this table.
//!
//! | floor | room | what lives there |
//! |---|---|---|
//! | 7 | [`cli`] | the command line: one file for each command, exit codes; the only room that prints |
//! | 6 | [`pipeline`], [`batch`] | examine, plan, make, write: the steps of one case; the plan is pure and comes before any work; many cases in a stable order |
//! | 5 | [`checks`], [`output`] | is the finished document fit to file?; names, atomic writes |
//! | 4 | [`templates`], [`typesetting`] | View → Typst source (the only room with `handlebars`); Typst source → pages → PDF, in process or in workers with limits (the only room with `typst`, and the only one that starts processes). Strangers to each other |
//! | 3 | [`view`] | what a template may see, for each document, audience and language; what is withheld never gets past here |
//! | 2 | [`settings`] | what can be set, resolved once; each value knows where it came from |
//! | 1 | [`case`], [`schedule`], [`language`], [`assets`] | the case file, its model and its rules; recurring arrangements as dates, with their rules R19–R27 and R90; words, dates and numbers of a language; files that travel inside the program |
//! | 0 | [`diagnostics`] | codes, places, messages, and how they are drawn |
//!
//! Outside `src/`, `templates/` is for people who do not write Rust: packs, partials, locales
//! and themes, with a README of their own.
//!
//! # From a file to a PDF
//!
//! ```
//! use concord::output::Names;
//! use concord::packs::Edition;
//! use concord::pipeline::{Asked, Format, Pipeline};
//!
//! # let folder = std::env::temp_dir().join(format!("concord-example-{}", std::process::id()));
//! let pipeline = Pipeline::builtin().map_err(|faults| faults.sorted()).expect("the assets are sound");
//! let asked = Asked { documents: vec![], languages: None, editions: vec![Edition::Standard], out: folder.clone(), format: Format::Pdf, strict: false };
//! let case = "fixtures/cases/valid/full-agreement.yaml".as_ref();
//!
//! let built = pipeline.build(case, &asked, &mut Names::new());
//! assert!(!built.findings.has_errors());
//! assert!(!built.written.is_empty());
//! # std::fs::remove_dir_all(folder).expect("the folder was just made");
//! ```

pub mod assets;
pub mod audience;
pub mod batch;
pub mod case;
pub mod checks;
pub mod cli;
pub mod diagnostics;
pub mod language;
pub mod output;
pub mod packs;
pub mod pages;
pub mod pictures;
pub mod pipeline;
pub mod rules;
pub mod schedule;
pub mod schema;
pub mod settings;
pub mod templates;
pub mod typesetting;
pub mod view;

/// A document is made of small trees that are built once and dropped.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
