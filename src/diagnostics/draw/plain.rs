//! A finding in words: the same as the drawing, for whoever hears it read aloud and
//! for whatever has no terminal.
//!
//! No column of dashes, no caret, no colour: each line is a sentence that a screen
//! reader can say.

use std::fmt;

use super::excerpt::{cut, first_line, visible};
use crate::diagnostics::{Diagnostic, Label, LineColumn, Place};

pub(super) fn draw(finding: &Diagnostic, out: &mut dyn fmt::Write) -> fmt::Result {
    if let Some(place) = &finding.place {
        let file = visible(place.file.name());
        write!(out, "{file}, {}: ", spoken(place.start()))?;
    }
    let (word, code) = (finding.severity.word(), finding.code.id);
    writeln!(out, "{word} {code}: {}", visible(&finding.message))?;
    if let Some(place) = finding.place.as_ref().filter(|_| !finding.withheld) {
        reading(place, out)?;
    }
    if !finding.caption.is_empty() {
        writeln!(out, "  there: {}", visible(&finding.caption))?;
    }
    for label in &finding.labels {
        see_also(label, finding, out)?;
    }
    match &finding.help {
        Some(help) => writeln!(out, "  help: {}", visible(help)),
        None => Ok(()),
    }
}

/// A second place, named only as far as it differs from the first.
fn see_also(label: &Label, finding: &Diagnostic, out: &mut dyn fmt::Write) -> fmt::Result {
    let first = finding.place.as_ref();
    let start = label.place.start();
    let in_first_file = first.filter(|first| first.file == label.place.file);
    write!(out, "  see also ")?;
    if in_first_file.is_none() {
        write!(out, "{}, ", visible(label.place.file.name()))?;
    }
    writeln!(out, "{}: {}", spoken(start), visible(&label.text))?;
    match in_first_file {
        Some(first) if first.start().line == start.line => Ok(()),
        _ if finding.withheld => Ok(()),
        _ => reading(&label.place, out),
    }
}

fn spoken(LineColumn { line, column }: LineColumn) -> String {
    format!("line {line}, column {column}")
}

fn reading(place: &Place, out: &mut dyn fmt::Write) -> fmt::Result {
    let (line, mark) = first_line(place);
    match cut(line, mark).as_str() {
        "" => writeln!(out, "  the line is empty"),
        text => writeln!(out, "  the line reads: {text}"),
    }
}
