//! Concord turns one YAML case file into court-ready PDFs, for family-court
//! professionals and mediators.
//!
//! # The way of a case
//!
//! ```text
//! case.yaml ─ case ─▶ Case ─ rules ─▶ sound ─ plan ─▶ copies, languages, file names
//!                      │                                │
//!                      └─ audience ─▶ Served(reader) ─ view ─▶ View ─ templates ─▶ Typst source ─ typesetting ─▶ pages ─ checks ─▶ PDF ─ output ─▶ file
//!                             withholding happens HERE            │ values proved inert   │ fonts, limits   │ fit to file?
//!                      └──────── diagnostics: every finding knows its place in the YAML and in the template ────────┘
//! ```
//!
//! # The house
//!
//! A room imports only from rooms below it; `tests/suite/architecture/house.rs` holds this table.
//!
//! | floor | room | what lives there |
//! |---|---|---|
//! | 8 | [`cli`] | the command line: one file for each command, exit codes; the only room that prints |
//! | 7 | [`batch`] · [`verify`] | many cases at once, told and written in a stable order · which documents of a folder would be others now, which words of them moved, and why |
//! | 6 | [`pipeline`] | the steps of one case, read like a sentence: examine, plan, make, write. What is planned, and under which file names, is known before any work |
//! | 5 | [`handbook`] over [`packs`] · [`checks`] · [`output`] · [`migrate`] | what can be asked of templates, and a firm's folder: begun, copied into, upgraded, tested · which files make a document, from which layer, checked and tried · is the finished document fit to file? · file names, writes that are whole across a kill, whose files are whose (the manifest), the calendar's form · a case file in its new form, with its comments |
//! | 4 | [`templates`] · [`typesetting`] | View → Typst source (the only room with `handlebars`) · Typst source → pages → PDF, in process or in workers with limits (the only room with `typst`, but for `typst-syntax` in `templates`, and the only one that starts processes). Strangers to each other |
//! | 3 | [`rules`] · [`view`] | every rule about a case, by family · what a template may see, in `documents`, `time`, `terms`, `programme`, `people` |
//! | 2 | [`audience`] · [`settings`] over [`schedule`] | the one door to what a reader may see, and the list of what was withheld · which layers and options a run has, and where each came from · recurring arrangements as dated intervals |
//! | 1 | [`case`] over [`language`], [`assets`], [`pictures`] | the YAML model and the files beside it · words, dates and numbers of a language · layered files · a child's drawing: size, kind, what a camera wrote |
//! | 0 | [`reading`] over [`diagnostics`] · [`schema`] · [`pages`] · [`pdf`] | the guard before every YAML file that somebody else wrote · codes, places, messages, and how they are drawn · what schemars writes, of a case and of a view · laid-out pages as plain data · a finished PDF, read back |
//!
//! Outside `src/`, `templates/` is for people who do not write Rust: packs, partials,
//! locales and themes, with a README of their own.
//!
//! Where to look:
//!
//! - A child's quote is withheld in `audience/voices.rs`; who may be told what is asked
//!   nowhere outside `audience/`.
//! - A rule's code, `R42`, names its page in `diagnostics/explain/`; its function bears the
//!   code in its comment, in the family that `rules/mod.rs` gives its subject.
//! - A file's name is spelt in `output/names.rs`, of the parts that `pipeline/plan.rs` puts
//!   together; `audience/copy.rs` gives the word of the reader.
//! - The `concord.yaml` of a firm is found in `settings/search.rs`; its people are lent to a
//!   case in `settings/known.rs`.
//! - A firm's partial is found in `packs/files.rs`; whose file wins, `assets/layered.rs` says.
//!   What its `theme.yaml` may set stands in `packs/look/value.rs`; whether its copies are
//!   behind, `packs/behind.rs` says.
//! - A page is judged in `checks/`, called at the end of `pipeline/make.rs`. A preview would
//!   stand behind that call.
//! - A value on its way: a child's name is read in `case/person.rs`, passes `audience/facts.rs`,
//!   becomes words in `view/people/heading.rs`, and stands on the page where
//!   `templates/partials/case-heading.typ.hbs` asks for it.
//!
//! # From a file to a PDF
//!
//! ```
//! use concord::output::{Folder, Names};
//! use concord::packs::Edition;
//! use concord::pipeline::{Asked, Format, Given, Pipeline};
//!
//! # let out = std::env::temp_dir().join(format!("concord-example-{}", std::process::id()));
//! let pipeline = Pipeline::builtin().map_err(|faults| faults.sorted()).expect("the assets are sound");
//! let asked = Asked { documents: vec![], audiences: vec![], languages: None, editions: vec![Edition::Standard], out: out.clone(), format: Format::Pdf, strict: false };
//! let case = Given::itself("fixtures/cases/valid/full-agreement.yaml".as_ref(), 1);
//! let mut folder = Folder::open(&out, pipeline.program(), asked.options(), None).expect("it can be written to");
//!
//! let built = pipeline.build(&case, &asked, &mut folder, &mut Names::new());
//! assert!(!built.findings.has_errors());
//! assert!(!built.written.is_empty());
//! folder.close(true).expect("the manifest can be written");
//! # std::fs::remove_dir_all(out).expect("the folder was just made");
//! ```

pub mod assets;
pub mod audience;
pub mod batch;
pub mod case;
pub mod checks;
pub mod cli;
pub mod diagnostics;
pub mod handbook;
pub mod language;
pub mod migrate;
pub mod output;
pub mod packs;
pub mod pages;
pub mod pdf;
pub mod pictures;
pub mod pipeline;
pub mod reading;
pub mod rules;
pub mod schedule;
pub mod schema;
pub mod settings;
pub mod templates;
pub mod typesetting;
pub mod verify;
pub mod view;

/// A document is made of small trees that are built once and dropped.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
