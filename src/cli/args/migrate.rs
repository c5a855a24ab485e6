//! What can be asked of `concord migrate`.

use std::path::PathBuf;

use clap::Args;

use super::Telling;
use super::choices::after_help;
use crate::cli::Exit;

/// Put a case file of concord/1 in the form of concord/2, and say what changed
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &["concord migrate case.yaml", "concord migrate case.yaml new/case.yaml"],
    &[Exit::Done, Exit::Findings, Exit::Usage],
))]
pub(in crate::cli) struct Migrate {
    /// A case file; it stays as it is
    #[arg(value_name = "CASE")]
    pub(in crate::cli) case: PathBuf,
    /// The file to write; without it, one beside the case, case.concord2.yaml
    /// of case.yaml; what is there already is never overwritten
    #[arg(verbatim_doc_comment)]
    pub(in crate::cli) file: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) telling: Telling,
}
