//! One JSON object a line, for programs.
//!
//! The fields always stand in this order and are always there:
//!
//! | field | value |
//! |---|---|
//! | `code` | the stable name of the kind of finding, for example `"R19"` |
//! | `severity` | `"error"`, `"warning"` or `"info"`; a warning that `--strict` promoted is an `"error"` |
//! | `message` | what is wrong, in one line |
//! | `place` | where (see below), or `null` where no file is to blame |
//! | `caption` | what stands at the place, or `""` |
//! | `labels` | other places that matter: a list of `{"place": …, "text": …}` |
//! | `help` | what to write or do instead, or `null` |
//! | `withheld` | whether places are those of keys alone, and no line of the file may be shown |
//!
//! A place is `{"file", "line", "column", "end_line", "end_column"}`. Lines and
//! columns count from 1, columns count characters, and the end is the first
//! character that no longer belongs to the place. The text of the file is not
//! repeated. A later version may add fields, at the end; it removes and renames none.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use crate::diagnostics::{Diagnostic, LineColumn, Place};

/// A finding, without the text of the file it stands in.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FindingRecord {
    /// The stable name of the kind of finding, for example `R19`.
    #[schemars(regex(pattern = "^[A-Z][0-9]{2,3}$"))]
    code: String,
    /// `error`, `warning` or `info`.
    severity: String,
    /// What is wrong, in one line.
    message: String,
    /// Where; null where no file is to blame.
    place: Option<PlaceRecord>,
    /// What stands there, or nothing.
    caption: String,
    /// Other places that matter.
    labels: Vec<LabelRecord>,
    /// What to write or do instead.
    help: Option<String>,
    /// Whether places are those of keys alone, and nothing of the case is told.
    withheld: bool,
}

/// A second place, and what stands there.
#[derive(Debug, Serialize, JsonSchema)]
struct LabelRecord {
    place: PlaceRecord,
    text: String,
}

/// A stretch of a file; lines and columns from 1, columns in characters.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PlaceRecord {
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl From<&Place> for PlaceRecord {
    fn from(place: &Place) -> Self {
        let LineColumn { line, column } = place.start();
        let end = place.file.line_column(place.range.end);
        PlaceRecord {
            file: place.file.name().to_owned(),
            line,
            column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}

impl From<&Diagnostic> for FindingRecord {
    fn from(finding: &Diagnostic) -> Self {
        let labels = finding.labels.iter().map(|label| LabelRecord {
            place: PlaceRecord::from(&label.place),
            text: label.text.clone(),
        });
        FindingRecord {
            code: finding.code.id.to_owned(),
            severity: finding.severity.word().to_owned(),
            message: finding.message.clone(),
            place: finding.place.as_ref().map(PlaceRecord::from),
            caption: finding.caption.clone(),
            labels: labels.collect(),
            help: finding.help.clone(),
            withheld: finding.withheld,
        }
    }
}

pub(super) fn draw(finding: &Diagnostic, out: &mut dyn fmt::Write) -> fmt::Result {
    let line = serde_json::to_string(&FindingRecord::from(finding)).map_err(|_| fmt::Error)?;
    writeln!(out, "{line}")
}
