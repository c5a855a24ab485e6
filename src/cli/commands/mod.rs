//! One file per command, named as it is typed. A command asks the rooms below, tells
//! the terminal, and says how it ended; it decides nothing about a case.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread;

use super::args::Telling;
use super::{Exit, Terminal};
use crate::batch;
use crate::diagnostics::Findings;
use crate::pipeline::{Given, Pipeline};
use crate::typesetting::Limits;

mod audiences;
pub(super) mod build;
pub(super) mod check;
pub(super) mod documents;
pub(super) mod explain;
mod given;
mod handbook;
pub(super) mod init;
mod layers;
pub(super) mod manifest;
pub(super) mod migrate;
pub(super) mod schema;
pub(super) mod shipped;
pub(super) mod templates;
pub(super) mod verify;

/// The case files that are meant by the files and folders on the command line, and what is
/// wrong with folders among them; where one holds none, nothing is begun. `-` is standard
/// input, and is called by a name of its own.
fn case_files(
    (paths, name): (&[PathBuf], Option<&Path>),
    telling: &Telling,
    terminal: &mut Terminal<'_>,
) -> Result<(Vec<Given>, Findings), Exit> {
    let is_input = |path: &PathBuf| path.as_os_str() == "-";
    let input = match (paths.iter().filter(|path| is_input(path)).count(), name) {
        (0, None) => None,
        (1, Some(name)) => {
            let bytes = terminal.input();
            Some((
                name,
                bytes.map_err(|finding| stop(&finding.into(), telling, terminal))?,
            ))
        }
        (0, Some(_)) => {
            let why = "`--name` names what comes from standard input, and no case is `-`";
            return Err(terminal.refuse(
                why,
                "write `-` in the place of a case, or leave `--name` out",
            ));
        }
        (1, None) => {
            let why = "a case from standard input needs a name of its own";
            let help = "`--name walk-in.yaml`; the manifest and findings call it so";
            return Err(terminal.refuse(why, help));
        }
        _ => {
            let why = "standard input can be read once";
            return Err(terminal.refuse(why, "write `-` once"));
        }
    };
    let found = batch::cases(paths, input);
    found.map_err(|findings| stop(&findings, telling, terminal))
}

/// Tells what keeps a command from beginning.
fn stop(findings: &Findings, telling: &Telling, terminal: &mut Terminal<'_>) -> Exit {
    terminal.findings(telling.message_format, &findings.clone().sorted());
    Exit::of(findings)
}

/// How many documents are set at once where nobody says it: as many as there are processors.
/// No document and no line depends on it.
fn processors() -> NonZeroUsize {
    thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

/// The pipeline with its documents set in workers, each within limits, where there can be
/// any.
fn in_workers(
    pipeline: Pipeline,
    jobs: NonZeroUsize,
    terminal: &Terminal<'_>,
) -> Result<Pipeline, Findings> {
    match terminal.program() {
        Some(program) => pipeline.in_workers(&program, jobs, Limits::default()),
        None => Ok(pipeline),
    }
}
