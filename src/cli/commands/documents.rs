//! `concord documents`: what there is to be made, and of which case.

use std::path::Path;

use crate::audience::Office;
use crate::case::Case;
use crate::cli::args::{Documents, programme_word};
use crate::cli::tally::Tally;
use crate::cli::{Exit, Terminal};
use crate::pipeline::examine;
use crate::view::{self, Document};

pub(in crate::cli) fn run(args: &Documents, terminal: &mut Terminal<'_>) -> Exit {
    match &args.case {
        None => {
            let entries: Vec<String> = view::Documents::builtin().iter().map(entry).collect();
            terminal.result(entries.join("\n\n"));
            Exit::Done
        }
        Some(path) => of_case(path, args, terminal),
    }
}

/// A document in four lines: its name, what it is, for which programmes, what it needs.
fn entry(document: &Document) -> String {
    let programmes: Vec<&str> = document
        .programmes()
        .iter()
        .map(|kind| programme_word(*kind))
        .collect();
    format!(
        "{}\n  {}\n  programme: {}\n  needs: {}",
        document.id(),
        document.summary(),
        programmes.join(", "),
        document.needs()
    )
}

/// Which documents apply to a case; why the others do not.
fn of_case(path: &Path, args: &Documents, terminal: &mut Terminal<'_>) -> Exit {
    let examined = examine(path);
    let mut tally = Tally::default();
    tally.add(&examined.findings);
    terminal.findings(args.telling.message_format, &examined.findings.sorted());
    if let Some(case) = &examined.case {
        for document in &view::Documents::builtin() {
            terminal.result(standing(document, &case.case));
        }
    }
    tally.exit()
}

/// `session-schedule: yes, 3 copies`, or the reason why there is none.
fn standing(document: &Document, case: &Case) -> String {
    let id = document.id();
    match document.copies(Office::of(case)) {
        Ok(copies) if copies.len() == 1 => format!("{id}: yes"),
        Ok(copies) => format!("{id}: yes, {} copies", copies.len()),
        Err(why) => format!("{id}: no, {why}"),
    }
}
