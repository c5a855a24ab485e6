//! How findings weigh and how they are told: the same for every command that has any.

use clap::Args;

use super::choices::message_format;
use crate::diagnostics::draw::MessageFormat;

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
    /// How to tell findings: human, plain, short or json;
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
