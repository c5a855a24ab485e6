//! `concord templates`: whether templates can be trusted with any case, and what a translator
//! has still to look at. What can be asked of them `handbook` answers.

use std::path::Path;

use super::{handbook, layers, processors};
use crate::cli::args::{Layers, Telling, Templates, TemplatesCheck, TemplatesCommand};
use crate::cli::{Exit, Terminal};
use crate::diagnostics::Findings;
use crate::packs::TemplateReport;
use crate::pipeline::Pipeline;

pub(in crate::cli) fn run(args: &Templates, terminal: &mut Terminal<'_>) -> Exit {
    let done = match &args.command {
        TemplatesCommand::Check(args) if args.language.is_some() => {
            let over = over(args.dir.as_deref(), &args.telling, terminal);
            over.map(|over| tell(over.worksheet(), &args.telling, terminal))
        }
        TemplatesCommand::Check(args) => check(args, terminal),
        TemplatesCommand::Describe(args) => handbook::describe(args, terminal),
        TemplatesCommand::Diff(args) => handbook::diff(args, terminal),
        TemplatesCommand::Eject(args) => handbook::eject(args, terminal),
        TemplatesCommand::Fields(args) => handbook::fields(args, terminal),
        TemplatesCommand::List(args) => handbook::list(args, terminal),
        TemplatesCommand::New(args) => handbook::new(args, terminal),
        TemplatesCommand::Test(args) => handbook::test(args, terminal),
        TemplatesCommand::Upgrade(args) => handbook::upgrade(args, terminal),
        TemplatesCommand::Which(args) => handbook::which(args, terminal),
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
    layers::pipeline(settings, processors(), telling, terminal)
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
    terminal.notice("every document is set in type, each branch of its templates once");
    let mut report = pipeline.check_templates();
    if args.weighing.strict {
        report.findings.promote_warnings();
    }
    if args.unprinted {
        unprinted(&report, pipeline.has_layers(), terminal);
    }
    if report.findings.is_empty() {
        terminal.result("no findings in the templates");
        return Ok(Exit::Done);
    }
    let exit = Exit::of(&report.findings);
    terminal.asked_findings(args.telling.message_format, &report.findings.sorted());
    Ok(exit)
}

/// What each document is told and none of its templates says.
fn unprinted(report: &TemplateReport, has_layers: bool, terminal: &mut Terminal<'_>) {
    let silent = match has_layers {
        true => "no longer prints",
        false => "is told and never prints",
    };
    let with_fields = report.unprinted.iter();
    for (document, fields) in with_fields.filter(|(_, fields)| !fields.is_empty()) {
        let fields = fields.join(", ");
        terminal.notice(format_args!("`{}` {silent}: {fields}", document.id()));
    }
}
