//! `concord templates`: whether templates can be trusted with any case, what they are made
//! of, and what a translator has still to look at.

use std::fmt::Display;
use std::path::Path;

use super::in_workers;
use crate::cli::args::{Telling, Templates, TemplatesCheck, TemplatesCommand, TemplatesFields};
use crate::cli::{Exit, Terminal};
use crate::diagnostics::{Findings, did_you_mean};
use crate::handbook::{Fields, Unanswered};
use crate::packs::TemplateReport;
use crate::pipeline::Pipeline;
use crate::settings::{self, Flags, Setting, Source};
use crate::view::Document;

pub(in crate::cli) fn run(args: &Templates, terminal: &mut Terminal<'_>) -> Exit {
    match &args.command {
        TemplatesCommand::Check(args) if args.language.is_some() => {
            let worksheet = over(args.dir.as_deref()).and_then(|(over, _)| over.worksheet());
            tell(worksheet, &args.telling, terminal)
        }
        TemplatesCommand::Check(args) => check(args, terminal),
        TemplatesCommand::Describe(args) => {
            let answer = over(None).map_err(Unanswered::Unread);
            let answer = answer.and_then(|(pipeline, _)| pipeline.handbook().describe(&args.name));
            answered(answer, &args.telling, terminal)
        }
        TemplatesCommand::Fields(args) => {
            let answer = over(None).map_err(Unanswered::Unread);
            let answer = answer.and_then(|(pipeline, _)| fields(&pipeline, args));
            answered(answer, &args.telling, terminal)
        }
        TemplatesCommand::Translate(args) => {
            let locale = over(args.dir.as_deref())
                .and_then(|(pipeline, _)| pipeline.with_worksheet(&args.worksheet));
            tell(locale, &args.telling, terminal)
        }
    }
}

/// The templates of a folder before those of the program, or the program's own; and whose
/// they are.
fn over(folder: Option<&Path>) -> Result<(Pipeline, Source), Findings> {
    let settings = settings::resolve(Flags {
        templates: folder.map(Path::to_owned),
        ..Flags::default()
    })?;
    let Setting { value, from } = settings.templates;
    Ok((Pipeline::over(value)?, from))
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

fn check(args: &TemplatesCheck, terminal: &mut Terminal<'_>) -> Exit {
    let checked = over(args.dir.as_deref());
    let checked = checked.and_then(|(pipeline, from)| {
        let pipeline = in_workers(pipeline, terminal)?;
        Ok((pipeline.check_templates(), from))
    });
    let (mut report, from) = checked.unwrap_or_else(|findings| {
        let unprinted = Vec::new();
        (
            TemplateReport {
                findings,
                unprinted,
            },
            Source::Flag,
        )
    });
    if args.weighing.strict {
        report.findings.promote_warnings();
    }
    for (document, fields) in report
        .unprinted
        .iter()
        .filter(|(_, fields)| !fields.is_empty())
    {
        let fields = fields.join(", ");
        let silent = match from {
            Source::Flag => "no longer prints",
            Source::Default => "is told and never prints",
        };
        terminal.notice(format_args!("`{}` {silent}: {fields}", document.id()));
    }
    if report.findings.is_empty() {
        terminal.result("no findings in the templates");
        return Exit::Done;
    }
    let exit = Exit::of(&report.findings);
    terminal.asked_findings(args.telling.message_format, &report.findings.sorted());
    exit
}
