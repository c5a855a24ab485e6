//! `concord build`: the documents of each case, or what is wrong with it.
//!
//! A batch goes on past a bad case: the other families do not wait for one slip.

mod fit;

use std::fmt;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::Path;

use super::{case_files, given, layers, processors, stop};
use crate::batch;
use crate::cli::args::{Build, Telling};
use crate::cli::stop::Stop;
use crate::cli::tally::{Tally, count};
use crate::cli::{Exit, Terminal, events};
use crate::diagnostics::{Findings, did_you_mean};
use crate::output::Folder;
use crate::pipeline::{Artefact, Asked, Built, Given, Pipeline};
use crate::settings::Flags;
use crate::view::{Document, Documents};
use fit::Fit;

pub(in crate::cli) fn run(args: Build, terminal: &mut Terminal<'_>) -> Exit {
    let is_json = args.telling.is_json();
    let (Ok(exit) | Err(exit)) = begin(args, terminal);
    if is_json {
        terminal.event(&events::done("build", exit));
    }
    exit
}

fn begin(args: Build, terminal: &mut Terminal<'_>) -> Result<Exit, Exit> {
    let args = given::go_on(args, terminal)?;
    let named = (&args.cases[..], args.name.as_deref());
    let (cases, unread) = case_files(named, &args.telling, terminal)?;
    let flags = Flags {
        languages: args.languages,
        ..layers::beside(&cases)
    };
    let cases = given::of_shard(cases, args.shard, terminal);
    let settings = layers::settings(flags, (&args.layers, &args.telling), terminal)?;
    let languages = settings.languages.value;
    let jobs = args.jobs.or(settings.jobs).unwrap_or_else(processors);
    let pipeline = layers::pipeline(settings, jobs, &args.telling, terminal)?;
    let documents = documents(&args.documents, pipeline.documents(), terminal)?;
    if args.telling.is_json() {
        terminal.event(&events::start("build", &pipeline, cases.len(), args.shard));
    }
    judge(&pipeline, &args, terminal)?;
    let asked = Asked {
        documents,
        audiences: each_once(args.audiences),
        out: args.out,
        languages,
        editions: each_once(args.editions),
        format: args.format,
        strict: args.weighing.strict,
    };
    let options = given::recorded(&asked, (&args.cases, &args.layers.templates));
    let program = pipeline.program();
    let folder = match args.shard {
        Some(shard) => Folder::open_shard(&asked.out, program, options, shard),
        None => Folder::open(&asked.out, program, options, args.takes_over),
    };
    let folder = folder.map_err(|finding| stop(&finding.into(), &args.telling, terminal))?;
    let of_folders = Exit::of(&unread);
    terminal.findings(args.telling.message_format, &unread.sorted());
    let telling = (&args.telling, args.layers.verbose);
    let exit = build(&pipeline, &cases, &asked, jobs, folder, telling, terminal);
    Ok(exit.or_worse(of_folders))
}

/// Lets templates pass in which nothing is wrong.
fn judge(pipeline: &Pipeline, args: &Build, terminal: &mut Terminal<'_>) -> Result<(), Exit> {
    let mut judged = pipeline.judge_layers();
    if args.weighing.strict {
        judged.promote_warnings();
    }
    let exit = Exit::of(&judged);
    terminal.findings(args.telling.message_format, &judged.sorted());
    match exit {
        Exit::Done => Ok(()),
        exit => Err(exit),
    }
}

/// The documents that are asked for, each once; a name that no document has is not
/// understood.
fn documents(
    asked: &[String],
    known: &Documents,
    terminal: &mut Terminal<'_>,
) -> Result<Vec<Document>, Exit> {
    let documents = asked.iter().map(|id| known.named(id).cloned().ok_or(id));
    let documents: Result<Vec<Document>, &String> = documents.collect();
    documents.map(each_once).map_err(|unknown| {
        let why = format!("there is no document `{unknown}`");
        let help = did_you_mean(unknown, known.iter().map(Document::id));
        terminal.refuse(why, help)
    })
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
    cases: &[Given],
    asked: &Asked,
    jobs: NonZeroUsize,
    mut folder: Folder,
    (telling, is_verbose): (&Telling, bool),
    terminal: &mut Terminal<'_>,
) -> Exit {
    tell_mended(&folder, terminal);
    let mut tally = Tally::default();
    let mut findings = Findings::new();
    let mut files = Files::default();
    let stop = Stop::listen(terminal.is_program());
    let progress = terminal.progress(cases.len());
    batch::build(pipeline, cases, asked, &mut folder, jobs, |given, built| {
        if telling.is_json() {
            let events = events::case(given, &built).into_iter();
            events.for_each(|event| terminal.event(&event));
        } else {
            let of_run = (cases.len(), asked.out.as_path(), is_verbose);
            progress.beside(|| tell_case(given, of_run, &built, terminal));
            findings.extend(built.findings.clone().sorted());
        }
        progress.advance();
        files.add(&built);
        tally.add(&built.findings);
        match tally.machine_failed() || stop.asked().is_some() {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    });
    progress.end();
    let complete = files.cases() == cases.len();
    if let Err(finding) = folder.close(complete) {
        tally.fail(&finding);
        findings.push(finding);
    }
    terminal.findings(telling.message_format, &findings.sorted());
    files.fit.tell(terminal);
    if cases.len() > 1 || !tally.is_clean() || files.kept_some() {
        terminal.notice(format_args!("{files}; {tally}"));
    }
    match stop.asked() {
        Some(stopped) if !complete => {
            let untouched = count(cases.len() - files.cases(), "case");
            terminal.notice(format_args!(
                "stopped before the end: {untouched} not looked at; the same command goes on, or \
                 `concord build --resume --out {}`",
                asked.out.display()
            ));
            tally.exit().or_worse(stopped)
        }
        _ => tally.exit(),
    }
}

/// What a run that was killed had left, or an older program.
fn tell_mended(folder: &Folder, terminal: &mut Terminal<'_>) {
    if let Some(version) = folder.taken_over() {
        terminal.notice(format_args!(
            "taken over: the manifest was made by an older Concord, {version}; whose files are \
             whose is known, and each is made again"
        ));
    }
    let mended = folder.mended();
    if let Some(case) = &mended.finished {
        terminal.notice(format_args!(
            "mended: the run before was killed while `{case}` was being written; its documents \
             are whole now"
        ));
    }
    if mended.swept > 0 {
        let files = count(mended.swept, "unfinished file");
        terminal.notice(format_args!("swept: {files} of a run that was killed"));
    }
}

fn tell_case(
    given: &Given,
    (cases, out, is_verbose): (usize, &Path, bool),
    built: &Built,
    terminal: &mut Terminal<'_>,
) {
    for artefact in &built.written {
        terminal.result(line(artefact));
    }
    if is_verbose {
        built
            .written
            .iter()
            .chain(&built.kept)
            .for_each(|artefact| terminal.notice(reason(artefact)));
    }
    for file in &built.removed {
        let path = out.join(file);
        let path = path.display();
        terminal.notice(format_args!("{path}: removed, it no longer applies"));
    }
    let of_case = match cases {
        1 => String::new(),
        _ => format!("{}: ", given.file.display()),
    };
    for why in each_once(built.no_calendar.clone()) {
        let children = built.no_calendar.iter().filter(|one| **one == why).count();
        let whose = match children {
            1 => "a child".to_owned(),
            several => format!("{several} children"),
        };
        terminal.notice(format_args!(
            "{of_case}no calendar to import for {whose}: {why}"
        ));
    }
    for (document, why) in &built.left_out {
        terminal.notice(format_args!("{of_case}no `{}`: {why}", document.id()));
    }
}

/// Why a file was written, or not: the first reason, and how many more there are.
fn reason(artefact: &Artefact) -> String {
    let path = artefact.path.display();
    let because = match artefact.because.as_slice() {
        [] => String::new(),
        [only] => format!(", because of {only}"),
        [first, more @ ..] => format!(", because of {first} and {} more", more.len()),
    };
    format!("{path}: {}{because}", artefact.made.word())
}

/// `documents/LS26P00417/court/court-report.pdf (6 pages)`.
fn line(artefact: &Artefact) -> String {
    let path = artefact.path.display();
    match artefact.entry.pages {
        Some(pages) => format!("{path} ({})", count(pages, "page")),
        None => path.to_string(),
    }
}

/// How many files each case has, written and kept, and what they have passed.
#[derive(Debug, Default)]
struct Files {
    cases: Vec<(usize, usize)>,
    fit: Fit,
}

impl Files {
    fn add(&mut self, built: &Built) {
        self.cases.push((built.written.len(), built.kept.len()));
        self.fit.add(built);
    }

    fn cases(&self) -> usize {
        self.cases.len()
    }

    fn kept_some(&self) -> bool {
        self.cases.iter().any(|(_, kept)| *kept > 0)
    }
}

/// `wrote 6 files for 3 of 4 cases`, or `kept 54 files, wrote no files for 9 of 9 cases`.
impl fmt::Display for Files {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.kept_some() {
            let kept = self.cases.iter().map(|(_, kept)| kept).sum();
            write!(f, "kept {}, ", count(kept, "file"))?;
        }
        let written = self.cases.iter().map(|(written, _)| written).sum();
        write!(f, "wrote {}", count(written, "file"))?;
        if self.cases.len() == 1 {
            return Ok(());
        }
        let done = self.cases.iter().filter(|files| **files != (0, 0)).count();
        write!(f, " for {done} of {}", count(self.cases.len(), "case"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_line_says_what_was_written() {
        let told = |files: &[(usize, usize)]| {
            let (cases, fit) = (files.to_vec(), Fit::default());
            Files { cases, fit }.to_string()
        };
        assert_eq!(told(&[(0, 0)]), "wrote no files");
        assert_eq!(told(&[(2, 0)]), "wrote 2 files");
        assert_eq!(
            told(&[(2, 0), (0, 0), (4, 0)]),
            "wrote 6 files for 2 of 3 cases"
        );
        assert_eq!(told(&[(0, 6)]), "kept 6 files, wrote no files");
        let again = told(&[(1, 5), (0, 4)]);
        assert_eq!(again, "kept 9 files, wrote 1 file for 2 of 2 cases");
    }
}
