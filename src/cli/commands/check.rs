//! `concord check`: everything that is wrong with each case, at once, and a closing line.

use std::collections::BTreeSet;

use super::{case_files, layers};
use crate::cli::args::Check;
use crate::cli::tally::{Tally, count};
use crate::cli::{Exit, Terminal};
use crate::diagnostics::in_backticks;
use crate::output::Names;
use crate::pipeline::Asked;

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
    let pipeline = layers::pipeline(settings, &args.telling, terminal)?;
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
    let mut names = Names::new();
    let mut tally = Tally::default();
    let mut unprinted = BTreeSet::new();
    for given in &cases {
        let checked = match case_only {
            true => pipeline.check_case(given, asked.strict),
            false => pipeline.check(given, &asked, &mut names),
        };
        tally.add(&checked.findings);
        all.extend(checked.findings);
        unprinted.extend(checked.unprinted);
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
