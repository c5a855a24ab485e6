//! `concord.yaml`: what a firm's folder says of itself and of every case of its own.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::str::FromStr;

use schemars::{JsonSchema, Schema};
use serde::{Deserialize, Serialize};

use super::confirmed::{MarkedPhrase, Reading};
use crate::case::document::Numbering;
use crate::case::form::{Check, FORMS, Line, Misfit, check, version};
use crate::case::load::typed;
use crate::case::person::Professional;
use crate::case::place::Place;
use crate::case::written_language::WrittenLanguage;
use crate::diagnostics::{self, Findings, Pointer};
use crate::reading::{Accepted, Places, Subject, read_as};
use crate::schema::for_editors;

/// What a firm's folder says of itself.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Firm {
    /// The version of the file's form: `concord-firm/1`.
    pub(super) schema: FirmVersion,
    /// What findings, lists and the manifest call this layer.
    pub(super) name: LayerName,
    /// The folder below this one, as the path from here to there; what is built in lies
    /// below the last.
    #[serde(default)]
    pub(super) over: Option<Line>,
    /// The languages that its words are written in; both, where it says nothing.
    #[serde(default)]
    pub(super) languages: Vec<WrittenLanguage>,
    /// How many documents are set at a time, where the command does not say.
    #[serde(default)]
    #[schemars(range(min = 1, max = 64))]
    pub(super) jobs: Option<u32>,
    /// Which numbers a party's copy has, where the rules of court do not decide it: `own`, each
    /// copy counts what it holds; `court`, those of the court's copy, one for each entry.
    #[serde(default)]
    pub(super) numbers: Option<Numbering>,
    /// People of the office, whom a case may name by their ids without describing them.
    #[serde(default)]
    pub(super) professionals: Vec<Professional>,
    /// Places of the office, which a case may name so too.
    #[serde(default)]
    pub(super) places: Vec<Place>,
    /// Welsh phrases that somebody has confirmed, so that final documents may print them.
    #[serde(default)]
    pub(super) confirmed: Vec<Reading>,
    /// What it does with documents, by their ids.
    #[serde(default)]
    pub(super) documents: BTreeMap<Line, OfDocument>,
}

/// What a firm sets of a document.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OfDocument {
    /// Its parts, by the names that `concord templates list --parts` tells.
    #[serde(default)]
    pub(super) parts: Parts,
    /// How long it may be, where the rules of court name no number or a greater one.
    #[serde(default)]
    pub(super) pages: Option<Pages>,
}

/// How long a document may be.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Pages {
    /// The most pages, in ordinary print.
    #[schemars(range(min = 1))]
    pub(super) most: u32,
}

/// What becomes of the parts of a document.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Parts {
    /// Those that are left out.
    #[serde(default)]
    pub(super) drop: Vec<Line>,
    /// Those that stand elsewhere, one after the other.
    #[serde(default, rename = "move")]
    pub(super) moved: BTreeMap<Line, Beside>,
}

/// Where a part stands: before another one or behind it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Beside {
    /// Before this part.
    #[serde(default)]
    pub(super) before: Option<Line>,
    /// Behind this part.
    #[serde(default)]
    pub(super) after: Option<Line>,
}

/// The JSON Schema of a `concord.yaml` (draft 2020-12), for editors.
pub fn schema() -> String {
    let mut schema = schemars::schema_for!(Firm).to_value();
    for_editors(&mut schema);
    // Only a `Schema` writes its keywords in the order in which they are read.
    let schema = Schema::try_from(schema).expect("a schema without its marks is one");
    serde_json::to_string_pretty(&schema)
        .expect("a schema has text for keys and nothing that fails")
}

/// A firm's settings, and where each of them stands.
#[derive(Clone, Debug)]
pub(super) struct Read {
    pub(super) firm: Firm,
    accepted: Accepted,
}

impl Read {
    /// Where all settings stand.
    pub(super) fn places(&self) -> &Places {
        &self.accepted.places
    }

    /// Where a setting stands.
    pub(super) fn place(&self, pointer: &Pointer) -> diagnostics::Place {
        self.accepted.places.nearest(pointer)
    }
}

/// Reads a `concord.yaml`.
///
/// # Errors
/// `Y01`–`Y15` and `M01`–`M07`, each with its place.
pub(super) fn read(path: &Path) -> Result<Read, Findings> {
    let accepted = read_as(path, Subject::Settings)?;
    let forms: Vec<Check> = FORMS.iter().copied().chain(OWN).collect();
    let firm = typed(&accepted, &forms).map_err(|faults| {
        let faults = faults.into_iter();
        faults.map(of_the_paper).collect::<Findings>()
    })?;
    Ok(Read { firm, accepted })
}

/// What is written here and belongs into the file beside it.
const OF_THE_PAPER: [&str; 8] = [
    "theme",
    "logo",
    "logo-words",
    "header",
    "footer",
    "accent",
    "face",
    "body-size",
];

/// A finding about a value of a firm's paper that stands in its `concord.yaml`.
fn of_the_paper(finding: diagnostics::Diagnostic) -> diagnostics::Diagnostic {
    let written = finding.place.as_ref().map(diagnostics::Place::text);
    let is_paper = written.is_some_and(|key| OF_THE_PAPER.contains(&key));
    match is_paper && *finding.code == diagnostics::code::model::UNKNOWN_FIELD {
        true => finding.help("what your paper looks like stands in `theme.yaml` beside this file"),
        false => finding,
    }
}

/// The forms that a case file has not.
const OWN: [Check; 3] = [
    check::<FirmVersion>(),
    check::<LayerName>(),
    check::<MarkedPhrase>(),
];

version! {
    /// `concord-firm/1`, the one version there is.
    pub(super) FirmVersion = "concord-firm-version"
    "concord-firm/1"
    pattern "^concord-firm/1$"
    of "`concord.yaml`"
}

/// The name of a layer: of a firm, or of one of its offices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LayerName(String);

/// Words by which templates and lists already call a layer.
const TAKEN: [&str; 4] = ["below", "builtin", "built-in", "folder"];

crate::form! {
    LayerName = "concord-layer-name"
    "The name of a firm or an office, in small letters, digits and hyphens."
    pattern "^[a-z][a-z0-9-]*$"
    examples ["wensum"]
}

impl LayerName {
    /// The name as it is written.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a firm's folder can be called so.
pub fn can_name_a_layer(text: &str) -> bool {
    text.parse::<LayerName>().is_ok()
}

impl FromStr for LayerName {
    type Err = Misfit;

    fn from_str(text: &str) -> Result<Self, Misfit> {
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let begins = text.starts_with(|first: char| first.is_ascii_lowercase());
        if !begins || !text.chars().all(is_plain) {
            let help = "write small letters, digits and hyphens, for example `wensum-ipswich`";
            return Err(Misfit::new("is not the name of a layer", help));
        }
        match TAKEN.contains(&text) {
            true => Err(Misfit::new(
                "is a name that the program uses itself",
                "write the name of the firm or the office",
            )),
            false => Ok(LayerName(text.to_owned())),
        }
    }
}

impl fmt::Display for LayerName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
