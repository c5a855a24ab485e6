//! `concord check`: everything that is wrong with each case, at once, and a closing line.

use super::{case_files, layers, processors};
use crate::cli::args::Check;
use crate::cli::tally::{Tally, count};
use crate::cli::{Exit, Terminal};
use crate::diagnostics::Findings;

pub(in crate::cli) fn run(args: &Check, terminal: &mut Terminal<'_>) -> Exit {
    match begin(args, terminal) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn begin(args: &Check, terminal: &mut Terminal<'_>) -> Result<Exit, Exit> {
    let cases = case_files(&args.cases, &args.telling, terminal)?;
    let flags = layers::beside(&cases);
    let settings = layers::settings(flags, (&args.layers, &args.telling), terminal)?;
    let pipeline = layers::pipeline(settings, processors(), &args.telling, terminal)?;
    let mut all = pipeline.judge_layers();
    let of_templates = match all.iter().count() {
        0 => String::new(),
        number => format!("{} in the templates; ", count(number, "finding")),
    };
    let mut tally = Tally::default();
    for given in &cases {
        let findings = pipeline.examine(&given.file).findings;
        all.extend(findings.clone());
        tally.add(&weighed(findings, args));
    }
    let all = weighed(all, args);
    let exit = Exit::of(&all);
    terminal.asked_findings(args.telling.message_format, &all.sorted());
    terminal.notice(format_args!("{of_templates}{tally}"));
    Ok(exit)
}

fn weighed(mut findings: Findings, args: &Check) -> Findings {
    if args.weighing.strict {
        findings.promote_warnings();
    }
    findings
}
