//! `concord init`: a new case file for a programme, and where its blanks are.

use std::path::Path;

use crate::case;
use crate::cli::args::Init;
use crate::cli::tally::count;
use crate::cli::{Exit, Terminal};
use crate::diagnostics::{Diagnostic, code};
use crate::output;
use crate::pipeline::examine;
use crate::settings::Known;

pub(in crate::cli) fn run(args: &Init, terminal: &mut Terminal<'_>) -> Exit {
    if let Err(finding) = output::create(&args.file, case::skeleton(args.programme)) {
        terminal.findings(None, &[finding]);
        return Exit::Findings;
    }
    let blanks = blanks(&args.file);
    let file = args.file.display();
    terminal.result(format_args!(
        "{file} has {} to fill",
        count(blanks.len(), "blank")
    ));
    for blank in blanks {
        terminal.result(blank.short());
    }
    Exit::Done
}

/// What `check` will ask for: a blank is found in the same way as anything else that is
/// wrong with a case, so the list cannot differ from what must be filled.
fn blanks(file: &Path) -> Vec<Diagnostic> {
    let mut findings = examine(file, &Known::default()).findings.sorted();
    findings.retain(|finding| *finding.code == code::model::BLANK);
    findings
}
