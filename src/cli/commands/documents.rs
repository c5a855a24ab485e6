//! `concord documents`: what there is to be made, and of which case.

use std::path::Path;

use super::{audiences, layers, processors};
use crate::audience::Office;
use crate::case::Case;
use crate::cli::args::{Documents, programme_word};
use crate::cli::tally::Tally;
use crate::cli::{Exit, Terminal};
use crate::pipeline::{Given, Pipeline};
use crate::view::Document;

pub(in crate::cli) fn run(args: &Documents, terminal: &mut Terminal<'_>) -> Exit {
    match begin(args, terminal) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn begin(args: &Documents, terminal: &mut Terminal<'_>) -> Result<Exit, Exit> {
    let flags = match &args.case {
        Some(case) => layers::beside(&[Given::itself(case, 1)]),
        None => layers::here(),
    };
    let settings = layers::settings(flags, (&args.layers, &args.telling), terminal)?;
    let pipeline = layers::pipeline(settings, processors(), &args.telling, terminal)?;
    match &args.case {
        None if args.audiences => Ok(audiences::of_all(&pipeline, terminal)),
        Some(path) if args.audiences => Ok(audiences::of_case(path, &pipeline, args, terminal)),
        None => {
            let entries: Vec<String> = pipeline
                .documents()
                .iter()
                .map(|document| entry(document, &pipeline))
                .collect();
            terminal.result(entries.join("\n\n"));
            Ok(Exit::Done)
        }
        Some(path) => Ok(of_case(path, &pipeline, args, terminal)),
    }
}

/// A document in four lines: its name, what it is, for which programmes, what it needs.
fn entry(document: &Document, pipeline: &Pipeline) -> String {
    let title = pipeline.title(document);
    let title = title.map_or_else(String::new, |title| format!("{title}: "));
    let programmes: Vec<&str> = document
        .programmes()
        .iter()
        .map(|kind| programme_word(*kind))
        .collect();
    format!(
        "{}\n  {title}{}\n  programme: {}\n  needs: {}",
        document.id(),
        document.summary(),
        programmes.join(", "),
        document.needs()
    )
}

/// Which documents apply to a case; why the others do not.
fn of_case(
    path: &Path,
    pipeline: &Pipeline,
    args: &Documents,
    terminal: &mut Terminal<'_>,
) -> Exit {
    let examined = pipeline.examine(path);
    let mut tally = Tally::default();
    tally.add(&examined.findings);
    terminal.findings(args.telling.message_format, &examined.findings.sorted());
    if let Some(case) = &examined.case {
        for document in pipeline.documents() {
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
