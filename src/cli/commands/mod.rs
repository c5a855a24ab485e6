//! One file per command, named as it is typed. A command asks the rooms below, tells
//! the terminal, and says how it ended; it decides nothing about a case.

use std::num::NonZeroUsize;
use std::path::PathBuf;
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
mod handbook;
pub(super) mod init;
mod layers;
pub(super) mod migrate;
pub(super) mod schema;
pub(super) mod templates;

/// The case files that are meant by the files and folders on the command line; where a
/// folder holds none, nothing is begun.
fn case_files(
    paths: &[PathBuf],
    telling: &Telling,
    terminal: &mut Terminal<'_>,
) -> Result<Vec<Given>, Exit> {
    batch::cases(paths).map_err(|findings| {
        terminal.findings(telling.message_format, &findings.sorted());
        Exit::Findings
    })
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
