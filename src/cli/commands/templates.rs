//! `concord templates check`: whether templates can be trusted with any case.

use crate::cli::args::{Templates, TemplatesCheck, TemplatesCommand};
use crate::cli::{Exit, Terminal};
use crate::pipeline::Pipeline;

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
    let mut findings = match pipeline {
        Ok(pipeline) => pipeline.check_templates(),
        Err(findings) => findings,
    };
    if args.telling.strict {
        findings.promote_warnings();
    }
    if findings.is_empty() {
        terminal.result("no findings in the templates");
        return Exit::Done;
    }
    let exit = if findings.has_errors() {
        Exit::Findings
    } else {
        Exit::Done
    };
    terminal.asked_findings(args.telling.message_format, &findings.sorted());
    exit
}
