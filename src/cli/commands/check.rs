//! `concord check`: everything that is wrong with each case, at once, and a closing line.

use super::case_files;
use crate::cli::args::Check;
use crate::cli::tally::Tally;
use crate::cli::{Exit, Terminal};
use crate::diagnostics::Findings;
use crate::pipeline::examine;

pub(in crate::cli) fn run(args: &Check, terminal: &mut Terminal<'_>) -> Exit {
    let cases = match case_files(&args.cases, &args.telling, terminal) {
        Ok(cases) => cases,
        Err(exit) => return exit,
    };
    let mut tally = Tally::default();
    let mut all = Findings::new();
    for given in &cases {
        let mut findings = examine(&given.file).findings;
        if args.weighing.strict {
            findings.promote_warnings();
        }
        tally.add(&findings);
        all.extend(findings);
    }
    terminal.asked_findings(args.telling.message_format, &all.sorted());
    terminal.notice(&tally);
    tally.exit()
}
