//! The questions that can be asked of the templates.

use clap::Args;

use super::choices::after_help;
use super::telling::Telling;
use crate::cli::Exit;

/// Say what a template of a document may name, and how it is written
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &[
        "concord templates fields parenting-plan",
        "concord templates fields parenting-plan family.adults",
    ],
    &[Exit::Done, Exit::Findings, Exit::Usage],
))]
pub(in crate::cli) struct TemplatesFields {
    /// The document, as `concord documents` lists it
    pub(in crate::cli) document: String,
    /// The way to a field of it, joined by dots; without it, all there is at the top
    #[arg(default_value = "", hide_default_value = true)]
    pub(in crate::cli) path: String,
    #[command(flatten)]
    pub(in crate::cli) telling: Telling,
}

/// Say what a partial, a helper, a call of the theme or a phrase is
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &[
        "concord templates describe '{{> masthead}}'",
        "concord templates describe '{{list}}'",
        "concord templates describe '#signature'",
        "concord templates describe parenting-plan.purpose",
    ],
    &[Exit::Done, Exit::Findings, Exit::Usage],
))]
pub(in crate::cli) struct TemplatesDescribe {
    /// Its name; alone, or as a template writes it
    pub(in crate::cli) name: String,
    #[command(flatten)]
    pub(in crate::cli) telling: Telling,
}
