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

use serde::Serialize;

use crate::diagnostics::{Diagnostic, LineColumn, Place};

#[derive(Serialize)]
struct Record<'a> {
    code: &'a str,
    severity: &'a str,
    message: &'a str,
    place: Option<PlaceRecord<'a>>,
    caption: &'a str,
    labels: Vec<LabelRecord<'a>>,
    help: Option<&'a str>,
    withheld: bool,
}

#[derive(Serialize)]
struct LabelRecord<'a> {
    place: PlaceRecord<'a>,
    text: &'a str,
}

#[derive(Serialize)]
struct PlaceRecord<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl<'a> From<&'a Place> for PlaceRecord<'a> {
    fn from(place: &'a Place) -> Self {
        let LineColumn { line, column } = place.start();
        let end = place.file.line_column(place.range.end);
        PlaceRecord {
            file: place.file.name(),
            line,
            column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}

pub(super) fn draw(finding: &Diagnostic, out: &mut dyn fmt::Write) -> fmt::Result {
    let record = Record {
        code: finding.code.id,
        severity: finding.severity.word(),
        message: &finding.message,
        place: finding.place.as_ref().map(PlaceRecord::from),
        caption: &finding.caption,
        labels: finding
            .labels
            .iter()
            .map(|label| LabelRecord {
                place: PlaceRecord::from(&label.place),
                text: &label.text,
            })
            .collect(),
        help: finding.help.as_deref(),
        withheld: finding.withheld,
    };
    let line = serde_json::to_string(&record).map_err(|_| fmt::Error)?;
    writeln!(out, "{line}")
}
