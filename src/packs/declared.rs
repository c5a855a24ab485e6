//! The documents there are: the program's own, and those that a firm's `pack.yaml` declares.

use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;

use super::files;
use crate::assets::{AssetPath, Layered};
use crate::case::form::{Check, FORMS, Id, Line, check, version};
use crate::case::load::typed;
use crate::case::plan::Standing;
use crate::case::programme::ProgrammeKind;
use crate::case::written_language::WrittenLanguage;
use crate::diagnostics::{Diagnostic, Findings, Place, Pointer, SourceFile, code};
use crate::language::Language;
use crate::reading::{Accepted, Subject, accept};
use crate::view::{Copies, Declaration, Documents, Need, Own, ViewKind};

/// The documents there are, and what a firm says of those of its own.
#[derive(Debug)]
pub(crate) struct Declared {
    pub(crate) documents: Documents,
    /// By the ids of the documents.
    pub(crate) promises: BTreeMap<String, Promises>,
}

impl Declared {
    /// The documents of the program, and none besides.
    pub(crate) fn builtin() -> Self {
        Declared {
            documents: Documents::builtin(),
            promises: BTreeMap::new(),
        }
    }
}

/// Something that a declaration says, and where.
pub(crate) type Said<T> = (T, Place);

/// What a firm's declaration says of its templates and pages, and they must keep.
#[derive(Debug)]
pub(crate) struct Promises {
    /// The phrase that is its title.
    pub(crate) title: Said<String>,
    /// Fields that it must print.
    pub(crate) must_print: Vec<Said<String>>,
    /// Parts that an office may not leave out.
    pub(crate) must_keep: Vec<Said<String>>,
    /// Whether it may be shown to a court.
    pub(crate) standing: Option<Said<Standing>>,
    /// The most pages that it may have.
    pub(crate) most_pages: Option<Said<usize>>,
}

/// A `pack.yaml`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PackFile {
    /// The version of the file's form: `concord-pack/1`.
    #[serde(rename = "schema")]
    _schema: PackVersion,
    /// The phrase that is its title.
    title: Line,
    /// What it is, in a line.
    summary: Line,
    /// Which fields its templates may name: those of this document of the program.
    view: ViewKind,
    /// What a case must have for it.
    #[serde(default)]
    needs: Vec<Need>,
    /// The programmes it belongs to.
    #[schemars(length(min = 1))]
    programmes: Vec<ProgrammeKind>,
    /// For whom there is a copy.
    #[serde(default)]
    copies: Copies,
    /// The languages it is written in; both, where it says nothing.
    #[serde(default)]
    languages: Vec<WrittenLanguage>,
    /// Whether it may be shown to a court.
    #[serde(default)]
    standing: Option<Standing>,
    /// How long it may be.
    #[serde(default)]
    pages: Option<Pages>,
    /// Fields that it must print.
    #[serde(default)]
    must_print: Vec<Line>,
    /// Parts that an office may not leave out.
    #[serde(default)]
    must_keep: Vec<Id>,
}

/// How long a document may be.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Pages {
    /// The most pages, in ordinary print.
    #[schemars(range(min = 1))]
    most: u32,
}

/// The documents over these assets.
///
/// # Errors
/// A declaration that cannot be used: `Y02`–`Y15`, `M01`–`M07`, `P01` to `P03`.
pub(crate) fn read(assets: &Layered) -> Result<Declared, Findings> {
    let mut declared = Declared::builtin();
    let mut findings = Findings::new();
    for path in assets.list(&AssetPath::new("templates/packs")?) {
        let Some(id) = files::declared(&path) else {
            continue;
        };
        match one(id, &assets.text(&path)?) {
            Ok((declaration, promises)) => {
                declared.documents = declared.documents.with(declaration);
                declared.promises.insert(id.to_owned(), promises);
            }
            Err(faults) => findings.extend(faults),
        }
    }
    match findings.is_empty() {
        true => Ok(declared),
        false => Err(findings),
    }
}

fn one(id: &str, file: &Arc<SourceFile>) -> Result<(Declaration, Promises), Findings> {
    let accepted = accept(file.name(), file.text().as_bytes(), Subject::Settings)?;
    let forms: Vec<Check> = FORMS
        .iter()
        .copied()
        .chain([check::<PackVersion>()])
        .collect();
    let pack: PackFile = typed(&accepted, &forms)?;
    if let Some(finding) = refused(id, &pack, &accepted) {
        return Err(finding.into());
    }
    let promises = promises(&pack, &accepted);
    let needs: Vec<&str> = pack.needs.iter().map(|need| need.words()).collect();
    let languages: Vec<Language> = pack.languages.iter().map(|&one| one.into()).collect();
    let declaration = Declaration {
        id: id.to_owned(),
        summary: pack.summary.to_string(),
        needs: match needs.is_empty() {
            true => "nothing more".to_owned(),
            false => needs.join(", "),
        },
        programmes: pack.programmes,
        has_calendar: false,
        is_report: false,
        own: Some(Own {
            needs: pack.needs,
            copies: pack.copies,
            languages: match languages.is_empty() {
                true => Language::ALL.to_vec(),
                false => languages,
            },
        }),
        ..Declaration::builtin(pack.view)
    };
    Ok((declaration, promises))
}

/// What a declaration says that templates and pages must keep.
fn promises(pack: &PackFile, accepted: &Accepted) -> Promises {
    let place = |pointer: Pointer| accepted.places.nearest(&pointer);
    let at = |key: &'static str| Pointer::root().key(key);
    let each = |key: &'static str, index: usize| place(at(key).item(index));
    let must_print = pack.must_print.iter().enumerate();
    let must_keep = pack.must_keep.iter().enumerate();
    Promises {
        title: (pack.title.to_string(), place(at("title"))),
        must_print: must_print
            .map(|(index, field)| (field.to_string(), each("must_print", index)))
            .collect(),
        must_keep: must_keep
            .map(|(index, part)| (part.to_string(), each("must_keep", index)))
            .collect(),
        standing: pack.standing.map(|one| (one, place(at("standing")))),
        most_pages: pack
            .pages
            .as_ref()
            .map(|pages| (pages.most as usize, place(at("pages").key("most")))),
    }
}

/// Why a firm cannot have such a document.
fn refused(id: &str, pack: &PackFile, accepted: &Accepted) -> Option<Diagnostic> {
    let at = |key: &'static str| accepted.places.nearest(&Pointer::root().key(key));
    if Documents::builtin().named(id).is_some() {
        let message = format!("`{id}` is a document of the program");
        let help = "give yours a folder of another name, or take `pack.yaml` out: templates in \
                    this folder take the place of the program's";
        return Some(
            Diagnostic::new(&code::pack::TAKEN, message)
                .at(at("schema"))
                .help(help),
        );
    }
    if id.parse::<Id>().is_err() {
        let message = format!("`{id}` is not the name of a document");
        let help = "name the folder in small letters, digits and hyphens: its files are called so";
        return Some(
            Diagnostic::new(&code::pack::NAME, message)
                .at(at("schema"))
                .help(help),
        );
    }
    if pack.copies != Copies::AsTheView && !pack.view.is_for_parties() {
        let own = Declaration::builtin(pack.view).id;
        let message = format!("what `{own}` tells is not for all parties to read");
        let help = "leave `copies` out: there is a copy for each who may read the view";
        return Some(
            Diagnostic::new(&code::pack::COPIES, message)
                .at(at("copies"))
                .help(help),
        );
    }
    None
}

version! {
    /// `concord-pack/1`, the one version there is.
    PackVersion = "concord-pack-version"
    "concord-pack/1"
    pattern "^concord-pack/1$"
    of "`pack.yaml`"
}
