//! What can be asked of the templates, and a firm's folder begun.

use std::path::PathBuf;

use clap::Args;

use super::choices::after_help;
use super::telling::{Layers, Telling};
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
    pub(in crate::cli) layers: Layers,
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
    pub(in crate::cli) layers: Layers,
    #[command(flatten)]
    pub(in crate::cli) telling: Telling,
}

/// Begin a folder of your own over the templates of the program: one that builds at once
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &["concord templates new wensum"],
    &[Exit::Done, Exit::Findings, Exit::Usage, Exit::Machine],
))]
pub(in crate::cli) struct TemplatesNew {
    /// The folder to make; nothing that stands there is written over
    pub(in crate::cli) dir: PathBuf,
    #[command(flatten)]
    pub(in crate::cli) telling: Telling,
}

/// List everything that differs from the program's own, layer by layer
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &["concord templates list", "concord templates list --parts parenting-plan"],
    &[Exit::Done, Exit::Findings, Exit::Usage],
))]
pub(in crate::cli) struct TemplatesList {
    /// List the parts of this document instead, in their order
    #[arg(long, value_name = "DOCUMENT")]
    pub(in crate::cli) parts: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) layers: Layers,
    #[command(flatten)]
    pub(in crate::cli) telling: Telling,
}

/// Say whose phrase or file a document gets, and what that hides
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &[
        "concord templates which parenting-plan.purpose",
        "concord templates which plan-standing",
        "concord templates which 'not a court order'",
    ],
    &[Exit::Done, Exit::Findings, Exit::Usage],
))]
pub(in crate::cli) struct TemplatesWhich {
    /// A phrase by its key or by some of its words, a partial, a
    /// document, or a file by its path
    #[arg(verbatim_doc_comment)]
    pub(in crate::cli) name: String,
    #[command(flatten)]
    pub(in crate::cli) layers: Layers,
    #[command(flatten)]
    pub(in crate::cli) telling: Telling,
}

/// Copy a file into your folder, and keep what it was copied from beside it
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &[
        "concord templates eject title",
        "concord templates eject parenting-plan.purpose",
    ],
    &[Exit::Done, Exit::Findings, Exit::Usage, Exit::Machine],
))]
pub(in crate::cli) struct TemplatesEject {
    /// A partial, a document, a file by its path, or a phrase by
    /// its key
    #[arg(verbatim_doc_comment)]
    pub(in crate::cli) name: String,
    #[command(flatten)]
    pub(in crate::cli) layers: Layers,
    #[command(flatten)]
    pub(in crate::cli) telling: Telling,
}

/// Show how your files and phrases differ from what they were copied from
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &[
        "concord templates diff",
        "concord templates diff title",
        "concord templates diff parenting-plan.purpose",
    ],
    &[Exit::Done, Exit::Findings, Exit::Usage],
))]
pub(in crate::cli) struct TemplatesDiff {
    /// A partial, a document, a file by its path, or a phrase by
    /// its key; without it, all of yours
    #[arg(verbatim_doc_comment)]
    pub(in crate::cli) name: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) layers: Layers,
    #[command(flatten)]
    pub(in crate::cli) telling: Telling,
}

/// Merge your copies with what has changed below them
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &[
        "concord templates upgrade",
        "concord templates upgrade --continue",
        "concord templates upgrade --abort",
    ],
    &[Exit::Done, Exit::Findings, Exit::Usage, Exit::Machine],
))]
pub(in crate::cli) struct TemplatesUpgrade {
    /// Go on with an upgrade whose conflicts are settled
    #[arg(long = "continue", conflicts_with = "abort")]
    pub(in crate::cli) settled: bool,
    /// Put back what stood there before the upgrade
    #[arg(long)]
    pub(in crate::cli) abort: bool,
    #[command(flatten)]
    pub(in crate::cli) layers: Layers,
    #[command(flatten)]
    pub(in crate::cli) telling: Telling,
}

/// Say which sentences of your samples differ from those that you accepted
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &["concord templates test", "concord templates test --accept"],
    &[
        Exit::Done,
        Exit::Findings,
        Exit::Usage,
        Exit::Drift,
        Exit::Machine,
    ],
))]
pub(in crate::cli) struct TemplatesTest {
    /// Keep what the samples say as what is expected of them
    #[arg(long)]
    pub(in crate::cli) accept: bool,
    #[command(flatten)]
    pub(in crate::cli) layers: Layers,
    #[command(flatten)]
    pub(in crate::cli) telling: Telling,
}
