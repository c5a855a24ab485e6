//! The form of each event, which `concord schema messages` prints.

use schemars::{JsonSchema, schema_for};
use serde::Serialize;

use crate::diagnostics::draw::{FindingRecord, PlaceRecord};
use crate::pipeline::Cause;

/// The form of the events.
pub(in crate::cli) const SCHEMA: &str = "concord-events/1";

/// One line of `--message-format json`.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "event", rename_all = "kebab-case")]
#[schemars(title = "A line of `--message-format json`")]
pub(in crate::cli) enum Event {
    /// A command begins.
    Start(Start),
    /// A file of a case was written, or kept since it would be the same.
    Document(DocumentMade),
    /// A document of the family's programme was not made.
    LeftOut(LeftOut),
    /// A file was taken away, since its document no longer applies.
    Removed(Removed),
    /// Something was found.
    Finding(Finding),
    /// A file is not as a build would make it now.
    Moved(FileMoved),
    /// A command ends.
    Done(Done),
}

/// What a command is about to do.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct Start {
    /// The form of the events.
    #[schemars(extend("const" = SCHEMA))]
    pub(in crate::cli) schema: String,
    /// The command.
    pub(in crate::cli) command: &'static str,
    /// The version of this program.
    pub(in crate::cli) program: String,
    /// The version of Typst.
    pub(in crate::cli) typst: String,
    /// How many cases it is about.
    pub(in crate::cli) cases: usize,
    /// Which share of them, `1/4`, where it is not all of them.
    pub(in crate::cli) shard: Option<String>,
    /// The layers of templates, the lowest first.
    pub(in crate::cli) layers: Vec<String>,
}

/// A file that was written or kept.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct DocumentMade {
    /// The case, by its path below the folder that was given.
    pub(in crate::cli) case: String,
    /// The document.
    pub(in crate::cli) document: String,
    /// Who reads it, by the word of the folder.
    pub(in crate::cli) reader: String,
    /// Whom it is about, where the reader has one for each of several people.
    pub(in crate::cli) about: Option<String>,
    /// `en`, `cy` or `bilingual`.
    pub(in crate::cli) language: String,
    /// `standard`, `large-print` or `plain-text`.
    pub(in crate::cli) edition: String,
    /// The file, below the output folder.
    pub(in crate::cli) file: String,
    /// How many pages it has; null for a calendar and for plain text.
    pub(in crate::cli) pages: Option<usize>,
    /// The SHA-256 of its bytes.
    pub(in crate::cli) sha256: String,
    /// The mark at the foot of its pages.
    pub(in crate::cli) mark: String,
    /// `new`, `rebuilt` or `kept`.
    pub(in crate::cli) made: &'static str,
    /// Why it was built again.
    pub(in crate::cli) because: Vec<CauseRecord>,
}

/// A document that was not made.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct LeftOut {
    /// The case, by its path below the folder that was given.
    pub(in crate::cli) case: String,
    /// The document.
    pub(in crate::cli) document: String,
    /// Why; never a word of the case.
    pub(in crate::cli) message: String,
}

/// A file that was taken away.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct Removed {
    /// The case, by its path below the folder that was given.
    pub(in crate::cli) case: String,
    /// The file, below the output folder.
    pub(in crate::cli) file: String,
}

/// Something that was found.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct Finding {
    /// The case, by its path below the folder that was given; null where none is to blame.
    pub(in crate::cli) case: Option<String>,
    #[serde(flatten)]
    pub(in crate::cli) finding: FindingRecord,
}

/// A file that is not as a build would make it now.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct FileMoved {
    /// The case, by its path in the manifest; null where no case made the file.
    pub(in crate::cli) case: Option<String>,
    /// The document.
    pub(in crate::cli) document: Option<String>,
    /// Who reads it, by the word of the folder.
    pub(in crate::cli) reader: Option<String>,
    /// Whom it is about, where the reader has one for each of several people.
    pub(in crate::cli) about: Option<String>,
    /// `en`, `cy` or `bilingual`.
    pub(in crate::cli) language: Option<String>,
    /// `standard`, `large-print` or `plain-text`.
    pub(in crate::cli) edition: Option<String>,
    /// The file, below the output folder.
    pub(in crate::cli) file: String,
    /// `moved`, `mark-only`, `stale`, `missing`, `altered`, `foreign`, `no-longer`, `new` or
    /// `stopped`.
    pub(in crate::cli) outcome: String,
    /// The pages on which sentences moved, or else those that look different; from 1.
    pub(in crate::cli) pages: Vec<usize>,
    /// How many sentences moved.
    pub(in crate::cli) sentences: usize,
    /// Whether a screen reader is given another structure.
    pub(in crate::cli) tags: bool,
    /// Whether title, language, bookmarks or addresses are others.
    pub(in crate::cli) metadata: bool,
    /// The pictures that `--images` draws of it, below the folder for them.
    pub(in crate::cli) pictures: Vec<String>,
    /// Why.
    pub(in crate::cli) because: Vec<CauseRecord>,
}

/// How a command ended.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct Done {
    /// The command.
    pub(in crate::cli) command: &'static str,
    /// Its exit code.
    pub(in crate::cli) exit: u8,
    /// Whether it came to its end.
    pub(in crate::cli) complete: bool,
}

/// An input that is not what it was.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct CauseRecord {
    /// What it is: `phrase`, `partial`, `field` and others.
    kind: &'static str,
    /// Its name among its kind.
    name: String,
    /// The layer it is from: `case`, `built-in`, or the name of a firm's folder.
    layer: String,
    /// Where it stands, if that is known.
    place: Option<PlaceRecord>,
}

impl From<&Cause> for CauseRecord {
    fn from(cause: &Cause) -> Self {
        CauseRecord {
            kind: cause.kind.word(),
            name: cause.name.clone(),
            layer: cause.layer.clone(),
            place: cause.place.as_ref().map(PlaceRecord::from),
        }
    }
}

/// The JSON Schema of a line (draft 2020-12).
pub(in crate::cli) fn schema() -> String {
    serde_json::to_string_pretty(&schema_for!(Event))
        .expect("a schema has text for keys and nothing that fails")
}
