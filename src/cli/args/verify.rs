//! What can be asked of a folder of documents.

use std::path::PathBuf;

use clap::Args;

use super::choices::after_help;
use super::telling::{Layers, Telling};
use crate::cli::Exit;

/// Say which documents of a folder would be others now, which words moved, and why
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &[
        "concord verify documents",
        "concord verify documents --rebuild",
        "concord verify documents --cases cases --no-rebuild",
        "concord verify documents --images pictures",
        "concord verify documents --accept",
        "concord verify theirs --old documents --no-rebuild",
    ],
    &[Exit::Done, Exit::Findings, Exit::Usage, Exit::Drift, Exit::Fault, Exit::Machine],
))]
pub(in crate::cli) struct Verify {
    /// A folder that `concord build` wrote into
    pub(in crate::cli) dir: PathBuf,
    /// Where the cases are now, in the order in which they were built;
    /// if not given, where they were
    #[arg(long, alias = "case", value_name = "CASE|DIR", verbatim_doc_comment)]
    pub(in crate::cli) cases: Vec<PathBuf>,
    /// Make nothing again: only say what is no longer as it was
    #[arg(long, conflicts_with = "rebuild")]
    pub(in crate::cli) no_rebuild: bool,
    /// Make everything again, also what should be the same
    #[arg(long)]
    pub(in crate::cli) rebuild: bool,
    /// Write what moved in place of what there was, all of it or nothing
    #[arg(long, conflicts_with = "no_rebuild")]
    pub(in crate::cli) accept: bool,
    /// Show the words that moved where the output is no terminal
    #[arg(long)]
    pub(in crate::cli) words: bool,
    /// Draw each page that looks different into a new folder: as it was,
    /// as it is now, and both as one
    #[arg(
        long,
        value_name = "FOLDER",
        conflicts_with = "no_rebuild",
        verbatim_doc_comment
    )]
    pub(in crate::cli) images: Option<PathBuf>,
    /// Where the documents of DIR's manifest are, if they are not in DIR
    #[arg(long, value_name = "FOLDER", conflicts_with = "accept")]
    pub(in crate::cli) old: Option<PathBuf>,
    /// Add what moved to a file, in Markdown and without words of a family
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) summary: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) layers: Layers,
    #[command(flatten)]
    pub(in crate::cli) telling: Telling,
}
