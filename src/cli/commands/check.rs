//! `concord check`: everything that is wrong with each case, at once, and a closing line.

use std::collections::BTreeSet;

use super::{case_files, layers, processors};
use crate::batch;
use crate::cli::args::Check;
use crate::cli::tally::{Tally, count};
use crate::cli::{Exit, Terminal};
use crate::diagnostics::in_backticks;
use crate::pipeline::{Asked, Checked};

pub(in crate::cli) fn run(args: &Check, terminal: &mut Terminal<'_>) -> Exit {
    match begin(args, terminal) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn begin(args: &Check, terminal: &mut Terminal<'_>) -> Result<Exit, Exit> {
    let cases = case_files(&args.cases, &args.telling, terminal)?;
    let flags = layers::beside(&cases);
    let settings = layers::settings(flags, (&args.layers, &args.telling), terminal)?;
    let asked = Asked::everything(settings.languages.value, args.weighing.strict);
    let jobs = args.jobs.unwrap_or_else(processors);
    let pipeline = layers::pipeline(settings, jobs, &args.telling, terminal)?;
    let mut all = pipeline.judge_layers();
    if asked.strict {
        all.promote_warnings();
    }
    let of_templates = match all.iter().count() {
        0 => String::new(),
        number => format!("{} in the templates; ", count(number, "finding")),
    };
    // With templates that are wrong no build begins.
    let case_only = args.case_only || all.has_errors();
    let mut tally = Tally::default();
    let mut unprinted = BTreeSet::new();
    let mut tell = |checked: Checked| {
        tally.add(&checked.findings);
        all.extend(checked.findings);
        unprinted.extend(checked.unprinted);
    };
    match case_only {
        true => batch::check_cases(&pipeline, &cases, asked.strict, jobs, &mut tell),
        false => batch::check(&pipeline, &cases, &asked, jobs, &mut tell),
    }
    let exit = Exit::of(&all);
    terminal.asked_findings(args.telling.message_format, &all.sorted());
    if !unprinted.is_empty() {
        let fields = in_backticks(unprinted);
        terminal.notice(format_args!(
            "no document prints {fields}: they are for your office"
        ));
    }
    terminal.notice(format_args!("{of_templates}{tally}"));
    Ok(exit)
}
