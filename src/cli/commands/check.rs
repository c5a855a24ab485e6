//! `concord check`: everything that is wrong with each case, at once, and a closing line.

use std::collections::BTreeSet;

use super::{case_files, layers, processors};
use crate::batch;
use crate::cli::args::Check;
use crate::cli::tally::{Tally, count};
use crate::cli::{Exit, Terminal, events};
use crate::diagnostics::in_backticks;
use crate::pipeline::{Asked, Checked, Given};

pub(in crate::cli) fn run(args: &Check, terminal: &mut Terminal<'_>) -> Exit {
    let (Ok(exit) | Err(exit)) = begin(args, terminal);
    if args.telling.is_json() {
        terminal.event(&events::done("check", exit));
    }
    exit
}

fn begin(args: &Check, terminal: &mut Terminal<'_>) -> Result<Exit, Exit> {
    let asked = (&args.cases[..], args.name.as_deref());
    let (cases, unread) = case_files(asked, &args.telling, terminal)?;
    let flags = layers::beside(&cases);
    let settings = layers::settings(flags, (&args.layers, &args.telling), terminal)?;
    let asked = Asked::everything(settings.languages.value, args.weighing.strict);
    let jobs = args.jobs.or(settings.jobs).unwrap_or_else(processors);
    let pipeline = layers::pipeline(settings, jobs, &args.telling, terminal)?;
    let is_json = args.telling.is_json();
    if is_json {
        terminal.event(&events::start("check", &pipeline, cases.len(), None));
    }
    let mut all = pipeline.judge_layers();
    all.extend(unread);
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
    let mut exit = Exit::of(&all);
    let mut tell = |given: &Given, checked: Checked| {
        tally.add(&checked.findings);
        exit = exit.or_worse(Exit::of(&checked.findings));
        match is_json {
            true => checked.findings.sorted().iter().for_each(|found| {
                terminal.event(&events::finding(Some(&given.path), found));
            }),
            false => all.extend(checked.findings),
        }
        unprinted.extend(checked.unprinted);
    };
    match case_only {
        true => batch::check_cases(&pipeline, &cases, asked.strict, jobs, &mut tell),
        false => batch::check(&pipeline, &cases, &asked, jobs, &mut tell),
    }
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
