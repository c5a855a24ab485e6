//! Which templates are used, how findings weigh and how they are told: the same for every
//! command that has any.

use std::path::PathBuf;

use clap::Args;

use super::choices::message_format;
use crate::diagnostics::draw::MessageFormat;

/// Which templates documents are made of; the same for every command that makes or checks
/// any.
#[derive(Debug, Args)]
pub(in crate::cli) struct Layers {
    /// A folder of templates over those of the program; may be given
    /// more than once, each over the one before; if not given,
    /// CONCORD_TEMPLATES or the concord.yaml above the cases
    #[arg(verbatim_doc_comment, long, value_name = "DIR")]
    pub(in crate::cli) templates: Vec<PathBuf>,
    /// Say which templates are used, and why each document was made
    #[arg(long, short)]
    pub(in crate::cli) verbose: bool,
}

/// How findings weigh, where they decide whether a command succeeds.
#[derive(Debug, Args)]
pub(in crate::cli) struct Weighing {
    /// Treat warnings as errors
    #[arg(long)]
    pub(in crate::cli) strict: bool,
}

/// How findings are told; the same for every command that has any.
#[derive(Debug, Args)]
pub(in crate::cli) struct Telling {
    /// How to tell findings: human, plain, short, json or github;
    /// if not given, human on a terminal and plain elsewhere
    #[arg(
        long,
        value_name = "FORMAT",
        value_parser = message_format(),
        verbatim_doc_comment,
        hide_possible_values = true,
    )]
    pub(in crate::cli) message_format: Option<MessageFormat>,
}

impl Telling {
    /// Whether a program reads what happens, event by event.
    pub(in crate::cli) fn is_json(&self) -> bool {
        self.message_format == Some(MessageFormat::Json)
    }
}
