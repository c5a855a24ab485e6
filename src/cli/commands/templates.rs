//! `concord templates check`: whether templates can be trusted with any case.

use crate::cli::args::{Templates, TemplatesCheck, TemplatesCommand};
use crate::cli::{Exit, Terminal};
use crate::pipeline::{Pipeline, TemplateReport};

pub(in crate::cli) fn run(args: &Templates, terminal: &mut Terminal<'_>) -> Exit {
    match &args.command {
        TemplatesCommand::Check(args) => check(args, terminal),
    }
}

fn check(args: &TemplatesCheck, terminal: &mut Terminal<'_>) -> Exit {
    let pipeline = match &args.dir {
        Some(folder) => Pipeline::with_folder(folder),
        None => Pipeline::builtin(),
    };
    let mut report = match pipeline {
        Ok(pipeline) => pipeline.check_templates(),
        Err(findings) => TemplateReport {
            findings,
            unprinted: Vec::new(),
        },
    };
    if args.telling.strict {
        report.findings.promote_warnings();
    }
    for (document, fields) in report
        .unprinted
        .iter()
        .filter(|(_, fields)| !fields.is_empty())
    {
        let fields = fields.join(", ");
        terminal.notice(format_args!(
            "`{}` is told and never prints: {fields}",
            document.id()
        ));
    }
    if report.findings.is_empty() {
        terminal.result("no findings in the templates");
        return Exit::Done;
    }
    let exit = if report.findings.has_errors() {
        Exit::Findings
    } else {
        Exit::Done
    };
    terminal.asked_findings(args.telling.message_format, &report.findings.sorted());
    exit
}
