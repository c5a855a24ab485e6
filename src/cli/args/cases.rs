//! What can be asked of cases: build them, check them, list their documents.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;

use super::choices::{after_help, audience, edition, format, languages};
use super::telling::{Layers, Telling, Weighing};
use crate::audience::Languages;
use crate::cli::Exit;
use crate::output::Shard;
use crate::packs::Edition;
use crate::pipeline::Format;

/// Write the documents of one case or many
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &[
        "concord build case.yaml --out documents",
        "concord build cases --out documents --strict",
        "concord build case.yaml --out documents --document parenting-plan",
        "concord build case.yaml --out documents --audience applicant",
        "concord build case.yaml --out documents --edition large-print",
        "concord build cases --out documents --shard 2/3",
        "concord build --resume --out documents",
    ],
    &[
        Exit::Done,
        Exit::Findings,
        Exit::Usage,
        Exit::Confidentiality,
        Exit::Fault,
        Exit::Machine,
        Exit::Interrupted,
        Exit::Terminated,
    ],
))]
pub(in crate::cli) struct Build {
    /// Case files, or folders of them; `-` is standard input
    #[arg(required_unless_present = "resume", value_name = "CASE|DIR")]
    pub(in crate::cli) cases: Vec<PathBuf>,
    /// What a case is called that comes from standard input, as `-`
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) name: Option<PathBuf>,
    /// Go on with the run that was stopped in the folder, with its
    /// cases and options; no others may be given
    #[arg(long, verbatim_doc_comment, conflicts_with_all = [
        "cases", "name", "documents", "audiences", "languages", "editions", "format",
        "takes_over", "templates", "strict",
    ])]
    pub(in crate::cli) resume: bool,
    /// Build only the cases of one of several shards, as 2/3;
    /// `concord manifest merge` makes one run of them
    #[arg(long, value_name = "I/N", verbatim_doc_comment, conflicts_with_all = ["takes_over", "name"])]
    pub(in crate::cli) shard: Option<Shard>,
    /// The folder to write into; it is made if it is not there
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) out: PathBuf,
    /// Write only this document of each case; may be given more than once
    #[arg(long = "document", value_name = "ID")]
    pub(in crate::cli) documents: Vec<String>,
    /// Write only what this reader gets: court, applicant, respondent-2,
    /// other-party, child-1, provider; parent-1 where there is no court;
    /// may be given more than once
    #[arg(
        long = "audience",
        value_name = "READER",
        verbatim_doc_comment,
        value_parser = audience
    )]
    pub(in crate::cli) audiences: Vec<String>,
    /// In which language: en, cy, or bilingual for both in one document;
    /// if not given, as the readers of each copy chose
    #[arg(
        long = "language",
        value_name = "LANGUAGE",
        value_parser = languages(),
        verbatim_doc_comment,
        hide_possible_values = true,
    )]
    pub(in crate::cli) languages: Option<Languages>,
    /// How to set it: standard, large-print or plain-text;
    /// may be given more than once
    #[arg(
        verbatim_doc_comment,
        long = "edition",
        value_name = "EDITION",
        default_value = "standard",
        value_parser = edition(),
        hide_possible_values = true,
    )]
    pub(in crate::cli) editions: Vec<Edition>,
    /// What to write: pdf, words for what it says, to be kept and compared
    /// by `verify`, or typst for its source
    #[arg(
        verbatim_doc_comment,
        long,
        value_name = "FORMAT",
        default_value = "pdf",
        value_parser = format(),
        hide_possible_values = true,
    )]
    pub(in crate::cli) format: Format,
    /// The path of a case file whose documents are in the folder already,
    /// and that this case takes the place of
    #[arg(long = "takes-over", value_name = "CASE", verbatim_doc_comment)]
    pub(in crate::cli) takes_over: Option<String>,
    /// How many documents to set at once; if not given, as many
    /// as `concord.yaml` says, or one for each processor
    #[arg(long, value_name = "N", verbatim_doc_comment)]
    pub(in crate::cli) jobs: Option<NonZeroUsize>,
    #[command(flatten)]
    pub(in crate::cli) layers: Layers,
    #[command(flatten)]
    pub(in crate::cli) weighing: Weighing,
    #[command(flatten)]
    pub(in crate::cli) telling: Telling,
}

/// Say everything that a build of one case or many would say, and write nothing
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &[
        "concord check case.yaml",
        "concord check cases --strict",
        "concord check case.yaml --case-only --message-format short",
    ],
    &[
        Exit::Done,
        Exit::Findings,
        Exit::Usage,
        Exit::Confidentiality,
        Exit::Fault,
        Exit::Machine,
    ],
))]
pub(in crate::cli) struct Check {
    /// Case files, or folders of them; `-` is standard input
    #[arg(required = true, value_name = "CASE|DIR")]
    pub(in crate::cli) cases: Vec<PathBuf>,
    /// What a case is called that comes from standard input, as `-`
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) name: Option<PathBuf>,
    /// Judge what is written in the case alone, and set no page: quick,
    /// for an editor
    #[arg(long, verbatim_doc_comment)]
    pub(in crate::cli) case_only: bool,
    /// How many documents to set at once; if not given, as many
    /// as `concord.yaml` says, or one for each processor
    #[arg(long, value_name = "N", verbatim_doc_comment)]
    pub(in crate::cli) jobs: Option<NonZeroUsize>,
    #[command(flatten)]
    pub(in crate::cli) layers: Layers,
    #[command(flatten)]
    pub(in crate::cli) weighing: Weighing,
    #[command(flatten)]
    pub(in crate::cli) telling: Telling,
}

/// List the documents there are and what each needs; with a case, which apply to it
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &[
        "concord documents",
        "concord documents case.yaml",
        "concord documents --audiences case.yaml",
    ],
    &[Exit::Done, Exit::Findings, Exit::Usage],
))]
pub(in crate::cli) struct Documents {
    /// A case file
    pub(in crate::cli) case: Option<PathBuf>,
    /// Say who gets what; with a case, what each copy of it leaves out
    #[arg(long)]
    pub(in crate::cli) audiences: bool,
    #[command(flatten)]
    pub(in crate::cli) layers: Layers,
    #[command(flatten)]
    pub(in crate::cli) telling: Telling,
}
