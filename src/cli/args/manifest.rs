//! What can be asked of the manifests of output folders.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::Telling;
use super::choices::after_help;
use crate::cli::Exit;

/// Work on what the office keeps of an output folder
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &["concord manifest merge documents"],
    &[Exit::Done, Exit::Findings, Exit::Usage],
))]
pub(in crate::cli) struct Manifest {
    #[command(subcommand)]
    pub(in crate::cli) command: ManifestCommand,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum ManifestCommand {
    Merge(ManifestMerge),
}

/// Make one manifest of those of all shards, as if there had been one run
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &[
        "concord manifest merge documents",
        "concord manifest merge shard-1 shard-2 shard-3 --out documents",
    ],
    &[Exit::Done, Exit::Findings, Exit::Usage, Exit::Machine],
))]
pub(in crate::cli) struct ManifestMerge {
    /// The folders that `concord build --shard` wrote into
    #[arg(required = true, value_name = "DIR")]
    pub(in crate::cli) folders: Vec<PathBuf>,
    /// The folder for the documents of several folders, which
    /// stay as they are
    #[arg(long, value_name = "DIR", verbatim_doc_comment)]
    pub(in crate::cli) out: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) telling: Telling,
}
