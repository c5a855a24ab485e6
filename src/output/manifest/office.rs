//! The form of the office's manifest (`concord-manifest/1`).
//!
//! Keys are sorted, cases stand by source and path, documents by file. It has no time of
//! day and no path of the machine. Each case is a line, and `inputs` are named by their
//! places: a manifest of thousands of cases names them a million times. Where words are kept,
//! which stand beside what they are the words of in a repository, each document is a line, and
//! none moves because of another.

use std::collections::BTreeMap;

use schemars::{JsonSchema, schema_for};
use serde::{Deserialize, Serialize};

use crate::output::{Digest, words};

/// The form that this program reads and writes.
pub const SCHEMA: &str = "concord-manifest/1";

/// Why it stays in the office, for whoever opens it.
const HANDING_ON: &str = "not to be handed on: it holds hashes of case files";

/// What an output folder holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The form of this file.
    #[schemars(extend("const" = SCHEMA))]
    pub schema: String,
    /// For whom it is.
    #[schemars(extend("const" = "office"))]
    pub r#for: String,
    /// Why it stays there.
    #[schemars(extend("const" = HANDING_ON))]
    pub handing_on: String,
    /// The programs that made the documents.
    pub program: Program,
    /// What the last run was asked for.
    pub options: Options,
    /// Whether the last run came to its end.
    pub complete: bool,
    /// Every input that took part, once, and sorted: `KIND NAME@LAYER`, and the first eight
    /// digits of its hash, since two documents may be made of two versions of it.
    pub inputs: BTreeMap<String, Input>,
    /// The cases, by source and path.
    pub cases: Vec<CaseEntry>,
}

/// The programs that made the documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Program {
    /// The version of Concord.
    pub concord: String,
    /// The version of Typst.
    pub typst: String,
    /// All fonts together.
    pub fonts: Digest,
}

/// What a run was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Options {
    /// The documents; every one that applies, where none is named.
    pub documents: Vec<String>,
    /// For whom; for everybody, where nobody is named.
    pub audiences: Vec<String>,
    /// The language; what the readers chose, where none is named.
    pub language: Option<String>,
    /// How each is set.
    #[schemars(length(min = 1))]
    pub editions: Vec<String>,
    /// `pdf`, `words`, or `typst`.
    pub format: String,
    /// Whether a warning stops a document.
    pub strict: bool,
    /// The files and folders of cases that it was given, in their order; null for one that
    /// was written with the way from the root of a machine, and for standard input.
    pub given: Vec<Option<String>>,
    /// The folders of templates that it was given; null as before.
    pub templates: Vec<Option<String>>,
}

/// Something that took part in a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Input {
    /// What it is.
    pub kind: InputKind,
    /// Its name among its kind.
    pub name: String,
    /// The layer it came from: `built-in`, or the name in a firm's `concord.yaml`.
    pub layer: String,
    /// What it said.
    pub sha256: Digest,
}

/// What takes part in a document.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum InputKind {
    /// The outline of a document.
    Template,
    /// A partial that it called.
    Partial,
    /// A phrase, or a block of them from which grammar chooses.
    Phrase,
    /// A module of a theme.
    ThemeFile,
    /// A value of the theme that a firm sets.
    ThemeValue,
    /// What a firm does with a document, in its `concord.yaml`.
    Option,
    /// A file of a font.
    Font,
    /// A picture of the case, as the document calls it, or of a firm.
    Picture,
    /// The rules of court that it is judged by.
    Profile,
    /// This program, in a version.
    Program,
    /// Typst, in a version.
    Typst,
}

impl InputKind {
    /// The word in the manifest.
    pub fn word(self) -> &'static str {
        match self {
            InputKind::Template => "template",
            InputKind::Partial => "partial",
            InputKind::Phrase => "phrase",
            InputKind::ThemeFile => "theme-file",
            InputKind::ThemeValue => "theme-value",
            InputKind::Option => "option",
            InputKind::Font => "font",
            InputKind::Picture => "picture",
            InputKind::Profile => "profile",
            InputKind::Program => "program",
            InputKind::Typst => "typst",
        }
    }
}

impl Input {
    /// The name that documents use for it.
    pub fn key(&self) -> String {
        let (kind, mark) = (self.kind.word(), self.sha256.mark());
        format!("{kind} {}@{} {mark}", self.name, self.layer)
    }
}

/// What became of a case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseEntry {
    /// Which of the paths that were given, from 1.
    #[schemars(range(min = 1))]
    pub source: usize,
    /// The case file, relative to the folder that was given, with `/` between folders; a
    /// file that was given itself as it was written.
    pub path: String,
    /// The folder or file that was given, where it was written without the way from the root
    /// of a machine.
    pub from: Option<String>,
    /// The folder of its documents; empty where the case could not be read.
    pub id: String,
    /// The case file as it was read; none where it could not be.
    pub sha256: Option<Digest>,
    /// Its children, each as one digest of name and birth date: whose case it is, should
    /// two case files have one name.
    pub family: Vec<Digest>,
    /// The parts of the case file, so that the one that moved a document can be named.
    pub parts: BTreeMap<String, Digest>,
    /// What became of it.
    pub outcome: CaseOutcome,
    /// What was found, by place; never a word of it.
    pub findings: Vec<FindingEntry>,
    /// The documents of its programme that do not apply, and why.
    pub left_out: Vec<LeftOutEntry>,
    /// Files of an earlier build that are still there.
    pub left_behind: Vec<LeftBehind>,
    /// Its documents, by file.
    pub documents: Vec<DocumentEntry>,
}

/// What became of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CaseOutcome {
    /// All its documents are there.
    Whole,
    /// It has errors, and nothing was written.
    Refused,
    /// The machine failed, and nothing was written.
    Failed,
}

/// Something that was found in a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingEntry {
    /// The kind of finding.
    pub code: String,
    /// `error`, `warning` or `info`.
    pub severity: String,
    /// The line of the case file, from 1; none where no line is to blame.
    pub line: Option<usize>,
}

/// A document that does not apply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LeftOutEntry {
    /// The document.
    pub document: String,
    /// Why.
    pub reason: String,
}

/// A file that an earlier build wrote and that was left where it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LeftBehind {
    /// The file, below the output folder.
    pub file: String,
    /// As it was written.
    pub sha256: Digest,
}

/// A file of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentEntry {
    /// The file, below the output folder.
    pub file: String,
    /// The document it is of.
    pub document: String,
    /// Who reads it, by the word of the folder.
    pub reader: String,
    /// Whom it is about, where the reader has one for each of several people.
    pub about: Option<String>,
    /// `en`, `cy` or `bilingual`.
    pub language: String,
    /// `standard`, `large-print` or `plain-text`.
    pub edition: String,
    /// How many pages it has, if it has any.
    pub pages: Option<usize>,
    /// Its size in bytes.
    pub bytes: usize,
    /// Its bytes.
    pub sha256: Digest,
    /// The mark at the foot of its pages.
    pub mark: String,
    /// What its reader may see of the case, as the templates were given it.
    pub view: Digest,
    /// All that the typesetter was given: where this is the same, so is the file.
    pub made_from: Digest,
    /// What took part in it, by the places of `inputs`, from 0: `7`, or `3-17` for several
    /// that follow each other; where words are kept, by eight digits of the hash of each key,
    /// `~5f2a90c1`. In memory and in a journal, by their keys.
    pub uses: Vec<String>,
}

impl Options {
    /// Whether what documents say is kept in their place.
    pub fn keeps_words(&self) -> bool {
        self.format == words::FORMAT
    }
}

impl Manifest {
    /// Of no case yet.
    pub fn new(program: Program, options: Options) -> Self {
        Manifest {
            schema: SCHEMA.to_owned(),
            r#for: "office".to_owned(),
            handing_on: HANDING_ON.to_owned(),
            program,
            options,
            complete: true,
            inputs: BTreeMap::new(),
            cases: Vec::new(),
        }
    }
}

/// The JSON Schema of the manifest (draft 2020-12).
pub fn schema() -> String {
    let mut text = serde_json::to_string_pretty(&schema_for!(Manifest))
        .expect("a schema has text for keys and nothing that fails");
    text.push('\n');
    text
}
