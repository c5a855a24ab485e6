//! `concord build`: the documents of each case, or what is wrong with it.
//!
//! A batch goes on past a bad case: the other families do not wait for one slip.

use std::path::PathBuf;

use super::{case_files, in_workers};
use crate::batch;
use crate::cli::args::{Build, Telling};
use crate::cli::tally::{Tally, count};
use crate::cli::{Exit, Terminal};
use crate::diagnostics::{Findings, did_you_mean};
use crate::pipeline::{Artefact, Asked, Pipeline};
use crate::settings::{self, Flags};
use crate::view::{Document, Documents};

pub(in crate::cli) fn run(args: Build, terminal: &mut Terminal<'_>) -> Exit {
    let flags = Flags {
        languages: args.languages,
        ..Flags::default()
    };
    let ready = settings::resolve(flags).and_then(|settings| {
        let pipeline = in_workers(Pipeline::over(settings.templates.value)?, terminal)?;
        Ok((pipeline, settings.languages.value))
    });
    let (pipeline, languages) = match ready {
        Ok(ready) => ready,
        Err(findings) => {
            terminal.findings(args.telling.message_format, &findings.sorted());
            return Exit::Fault;
        }
    };
    let known = pipeline.documents();
    let documents = match documents(&args.documents, known) {
        Ok(documents) => documents,
        Err(unknown) => {
            let why = format!("there is no document `{unknown}`");
            return terminal.refuse(why, did_you_mean(unknown, known.iter().map(Document::id)));
        }
    };
    let cases = match case_files(&args.cases, &args.telling, terminal) {
        Ok(cases) => cases,
        Err(exit) => return exit,
    };
    let asked = Asked {
        documents,
        out: args.out,
        languages,
        editions: each_once(args.editions),
        format: args.format,
        strict: args.weighing.strict,
    };
    build(&pipeline, &cases, &asked, &args.telling, terminal)
}

/// The documents that are asked for, each once, or the first name that no document has.
fn documents<'a>(asked: &'a [String], known: &Documents) -> Result<Vec<Document>, &'a String> {
    let documents = asked.iter().map(|id| known.named(id).cloned().ok_or(id));
    documents.collect::<Result<_, _>>().map(each_once)
}

fn each_once<T: PartialEq>(asked: Vec<T>) -> Vec<T> {
    asked.into_iter().fold(Vec::new(), |mut kept, one| {
        if !kept.contains(&one) {
            kept.push(one);
        }
        kept
    })
}

/// Files are told as they are written, findings together at the end.
fn build(
    pipeline: &Pipeline,
    cases: &[PathBuf],
    asked: &Asked,
    telling: &Telling,
    terminal: &mut Terminal<'_>,
) -> Exit {
    let mut tally = Tally::default();
    let mut findings = Findings::new();
    let mut files = Vec::new();
    for (case, built) in cases.iter().zip(batch::build(pipeline, cases, asked)) {
        for artefact in &built.written {
            terminal.result(line(artefact));
        }
        for (document, why) in &built.left_out {
            let of_case = match cases.len() {
                1 => String::new(),
                _ => format!("{}: ", case.display()),
            };
            terminal.notice(format_args!("{of_case}no `{}`: {why}", document.id()));
        }
        files.push(built.written.len());
        tally.add(&built.findings);
        findings.extend(built.findings.sorted());
    }
    terminal.findings(telling.message_format, &findings.sorted());
    if cases.len() > 1 || !tally.is_clean() {
        terminal.notice(format_args!("{}; {tally}", written(&files)));
    }
    tally.exit()
}

/// `documents/LS26P00417-court-report.pdf (6 pages)`.
fn line(artefact: &Artefact) -> String {
    let path = artefact.path.display();
    match artefact.pages {
        Some(pages) => format!("{path} ({})", count(pages, "page")),
        None => path.to_string(),
    }
}

/// `wrote 6 files for 3 of 4 cases`, from the number of files of each case.
fn written(files: &[usize]) -> String {
    let all = count(files.iter().sum(), "file");
    if files.len() == 1 {
        return format!("wrote {all}");
    }
    let done = files.iter().filter(|number| **number > 0).count();
    format!("wrote {all} for {done} of {}", count(files.len(), "case"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_line_says_what_was_written() {
        assert_eq!(written(&[0]), "wrote no files");
        assert_eq!(written(&[2]), "wrote 2 files");
        assert_eq!(written(&[2, 0, 4]), "wrote 6 files for 2 of 3 cases");
    }

    #[test]
    fn a_source_has_no_pages() {
        let pdf = Artefact {
            path: "out/a.pdf".into(),
            pages: Some(1),
        };
        assert_eq!(line(&pdf), "out/a.pdf (1 page)");
        let source = Artefact {
            path: "out/a.typ".into(),
            pages: None,
        };
        assert_eq!(line(&source), "out/a.typ");
    }
}
