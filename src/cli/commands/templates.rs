//! `concord templates`: whether templates can be trusted with any case, what they are made
//! of, and what a translator has still to look at.

use std::fmt::Display;
use std::path::Path;

use super::layers;
use crate::cli::args::{
    Layers, Telling, Templates, TemplatesCheck, TemplatesCommand, TemplatesFields,
};
use crate::cli::{Exit, Terminal};
use crate::diagnostics::{Findings, did_you_mean};
use crate::handbook::{Fields, Unanswered};
use crate::pipeline::Pipeline;
use crate::view::Document;

pub(in crate::cli) fn run(args: &Templates, terminal: &mut Terminal<'_>) -> Exit {
    let done = match &args.command {
        TemplatesCommand::Check(args) if args.language.is_some() => {
            let over = over(args.dir.as_deref(), &args.telling, terminal);
            over.map(|over| tell(over.worksheet(), &args.telling, terminal))
        }
        TemplatesCommand::Check(args) => check(args, terminal),
        TemplatesCommand::Describe(args) => {
            let over = over(None, &args.telling, terminal);
            over.map(|over| {
                let answer = over.handbook().describe(&args.name);
                answered(answer, &args.telling, terminal)
            })
        }
        TemplatesCommand::Fields(args) => {
            let over = over(None, &args.telling, terminal);
            over.map(|over| answered(fields(&over, args), &args.telling, terminal))
        }
        TemplatesCommand::Translate(args) => {
            let over = over(args.dir.as_deref(), &args.telling, terminal);
            over.map(|over| {
                let text = match args.confirmed {
                    true => over.confirmed_in(&args.worksheet),
                    false => over.with_worksheet(&args.worksheet),
                };
                tell(text, &args.telling, terminal)
            })
        }
    };
    match done {
        Ok(exit) | Err(exit) => exit,
    }
}

/// The templates of a folder over those of the program; without one, of the `concord.yaml`
/// above the working folder, or the program's own.
fn over(
    folder: Option<&Path>,
    telling: &Telling,
    terminal: &mut Terminal<'_>,
) -> Result<Pipeline, Exit> {
    let layers = Layers {
        templates: folder.map(Path::to_owned).into_iter().collect(),
        verbose: false,
    };
    let settings = layers::settings(layers::here(), (&layers, telling), terminal)?;
    layers::pipeline(settings, telling, terminal)
}

fn fields(pipeline: &Pipeline, args: &TemplatesFields) -> Result<Fields, Unanswered> {
    let known = pipeline.documents();
    let Some(document) = known.named(&args.document) else {
        return Err(Unanswered::NoSuch {
            why: format!("there is no document `{}`", args.document),
            help: did_you_mean(&args.document, known.iter().map(Document::id)),
        });
    };
    pipeline.handbook().fields(document, &args.path)
}

/// An answer, or why there is none.
fn answered(
    answer: Result<impl Display, Unanswered>,
    telling: &Telling,
    terminal: &mut Terminal<'_>,
) -> Exit {
    match answer {
        Ok(answer) => {
            terminal.result(answer);
            Exit::Done
        }
        Err(Unanswered::NoSuch { why, help }) => terminal.refuse(why, help),
        Err(Unanswered::Unread(findings)) => {
            terminal.findings(telling.message_format, &findings.sorted());
            Exit::Findings
        }
    }
}

/// A text for another program to read, or why there is none.
fn tell(text: Result<String, Findings>, telling: &Telling, terminal: &mut Terminal<'_>) -> Exit {
    match text {
        Ok(text) => {
            terminal.result(text.trim_end_matches('\n'));
            Exit::Done
        }
        Err(findings) => {
            terminal.findings(telling.message_format, &findings.sorted());
            Exit::Findings
        }
    }
}

fn check(args: &TemplatesCheck, terminal: &mut Terminal<'_>) -> Result<Exit, Exit> {
    let pipeline = over(args.dir.as_deref(), &args.telling, terminal)?;
    let mut report = pipeline.check_templates();
    if args.weighing.strict {
        report.findings.promote_warnings();
    }
    let silent = match pipeline.has_layers() {
        true => "no longer prints",
        false => "is told and never prints",
    };
    for (document, fields) in report
        .unprinted
        .iter()
        .filter(|(_, fields)| !fields.is_empty())
    {
        let fields = fields.join(", ");
        terminal.notice(format_args!("`{}` {silent}: {fields}", document.id()));
    }
    if report.findings.is_empty() {
        terminal.result("no findings in the templates");
        return Ok(Exit::Done);
    }
    let exit = Exit::of(&report.findings);
    terminal.asked_findings(args.telling.message_format, &report.findings.sorted());
    Ok(exit)
}
