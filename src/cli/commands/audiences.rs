//! `concord documents --audiences`: who gets what, in general and of one case.

use std::path::Path;

use crate::audience::{DocumentCopy, Office, Reader};
use crate::cli::args::Documents;
use crate::cli::tally::{Tally, count};
use crate::cli::{Exit, Terminal};
use crate::diagnostics::Findings;
use crate::pipeline::{CaseFile, LeavesOut, Pipeline};
use crate::view::{COLUMNS, Document, Gets};

/// The table of all documents.
pub(super) fn of_all(pipeline: &Pipeline, terminal: &mut Terminal<'_>) -> Exit {
    let mut rows: Vec<Vec<&str>> = vec![vec![""]];
    rows[0].extend(COLUMNS.iter().map(|(_, heading)| *heading));
    for document in pipeline.documents() {
        let gets = COLUMNS.map(|(audience, _)| document.view().gets(audience).word());
        rows.push([&[document.id()], &gets[..]].concat());
    }
    terminal.result(table(&rows));
    terminal.result(
        "\nwhole        all that the case says of it\n\
         served copy  the same document without what the case keeps from this reader; it numbers \
         what it holds\n\
         own copy     made for this reader, from what this reader may see\n\
         `concord documents --audiences CASE` says what that comes to in one case",
    );
    Exit::Done
}

/// The readers of one case, in the order in which copies are sent.
pub(super) fn of_case(
    path: &Path,
    pipeline: &Pipeline,
    args: &Documents,
    terminal: &mut Terminal<'_>,
) -> Exit {
    let examined = pipeline.examine(path);
    let mut tally = Tally::default();
    tally.add(&examined.findings);
    terminal.findings(args.telling.message_format, &examined.findings.sorted());
    let Some(case) = &examined.case else {
        return tally.exit();
    };
    match told(case, pipeline) {
        Ok(told) => terminal.result(told),
        Err(findings) => {
            tally.add(&findings);
            terminal.findings(args.telling.message_format, &findings.sorted());
        }
    }
    tally.exit()
}

fn told(case: &CaseFile, pipeline: &Pipeline) -> Result<String, Findings> {
    let warning = "This list tells what is kept back. It is for the office; do not hand it on.";
    let mut paragraphs = vec![warning.to_owned()];
    for reader in Office::of(&case.case).readers() {
        let word = reader.word(&case.case);
        let mut lines = vec![word.clone()];
        for document in pipeline.documents() {
            lines.extend(of_reader(case, pipeline, document, &reader)?);
        }
        if lines.len() == 1 {
            paragraphs.push(format!("{word}: no copy of anything"));
            continue;
        }
        let kept = pipeline.kept_back(case, &DocumentCopy::of(reader));
        if !kept.is_empty() {
            lines.push("  no copy holds".to_owned());
            lines.extend(kept.iter().map(line));
        }
        paragraphs.push(lines.join("\n"));
    }
    Ok(paragraphs.join("\n\n"))
}

/// What a reader gets of a document, and what that leaves out.
fn of_reader(
    case: &CaseFile,
    pipeline: &Pipeline,
    document: &Document,
    reader: &Reader,
) -> Result<Vec<String>, Findings> {
    let copies = document.copies(Office::of(&case.case)).unwrap_or_default();
    let copies: Vec<DocumentCopy> = copies
        .into_iter()
        .filter(|copy| copy.reader == *reader)
        .collect();
    let Some(first) = copies.first() else {
        return Ok(Vec::new());
    };
    let gets = document.view().gets(reader.audience());
    let (id, gets_word) = (document.id(), gets.word());
    let number = match copies.len() {
        1 => String::new(),
        several => format!(", {}", count(several, "file")),
    };
    let mut lines = vec![format!("  {id}: {gets_word}{number}")];
    if gets == Gets::ServedCopy {
        let left_out = pipeline.leaves_out(case, document, first)?;
        if !left_out.is_empty() {
            lines.push("    leaves out".to_owned());
        }
        lines.extend(left_out.iter().map(line));
        lines.dedup();
    }
    Ok(lines)
}

/// `      a note of a session, line 162: is for the court alone`.
fn line((withheld, place): &LeavesOut) -> String {
    let (what, why, line) = (withheld.what, withheld.why, place.start().line);
    format!("      {what}, line {line}: it {why}")
}

/// Columns as wide as the widest word in them.
fn table(rows: &[Vec<&str>]) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells.max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let line = |row: &Vec<&str>| {
        let cells = row.iter().zip(&widths);
        let cells: Vec<String> = cells
            .map(|(cell, width)| format!("{cell:width$}"))
            .collect();
        cells.join("  ").trim_end().to_owned()
    };
    let lines: Vec<String> = rows.iter().map(line).collect();
    lines.join("\n")
}
