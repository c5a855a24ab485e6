//! What can be asked on the command line: clap's types and the words of its help,
//! and nothing that acts.

mod cases;
mod choices;
mod handbook;
mod manifest;
mod migrate;
mod shipped;
mod telling;
mod verify;
mod version;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::Exit;
use crate::case::programme::ProgrammeKind;

pub(super) use cases::{Build, Check, Documents};
pub(super) use choices::programme_word;
use choices::{after_help, programme};
pub(super) use handbook::{
    TemplatesDescribe, TemplatesDiff, TemplatesEject, TemplatesFields, TemplatesList, TemplatesNew,
    TemplatesTest, TemplatesUpgrade, TemplatesWhich,
};
pub(super) use manifest::{Manifest, ManifestCommand, ManifestMerge};
pub(super) use migrate::Migrate;
pub(super) use shipped::{Completions, Manual, Shell};
pub(super) use telling::{Layers, Telling, Weighing};
pub(super) use verify::Verify;

/// One YAML case file in, court-ready documents out
#[derive(Debug, Parser)]
#[command(
    version,
    long_version = version::long(),
    after_help = after_help(
        &[
            "concord init cppp case.yaml",
            "concord check case.yaml",
            "concord build case.yaml --out documents",
            "concord explain Y11",
        ],
        &[Exit::Done, Exit::Findings, Exit::Usage, Exit::Confidentiality, Exit::Fault, Exit::Machine],
    )
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Build(Build),
    Check(Check),
    Completions(Completions),
    Documents(Documents),
    Explain(Explain),
    Init(Init),
    Manual(Manual),
    Manifest(Manifest),
    Migrate(Migrate),
    Schema(Schema),
    Templates(Templates),
    Verify(Verify),
}

/// Print the JSON Schema of a case file, for editors that complete and explain fields
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &[
        "concord schema > concord.schema.json",
        "concord schema manifest",
        "concord schema messages",
        "concord schema settings",
    ],
    &[Exit::Done, Exit::Usage],
))]
pub(super) struct Schema {
    /// Of what: case, settings (concord.yaml), manifest (in .concord) or
    /// messages (a line of --message-format json)
    #[arg(
        verbatim_doc_comment,
        value_name = "OF",
        default_value = "case",
        hide_possible_values = true
    )]
    pub(super) of: SchemaOf,
}

/// What has a schema.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum SchemaOf {
    /// A case file.
    Case,
    /// The manifest of an output folder.
    Manifest,
    /// A line of `--message-format json`.
    Messages,
    /// A firm's `concord.yaml`.
    Settings,
}

/// Explain a code that a finding carries, or list those that speak of a word, or all
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &["concord explain", "concord explain Y11", "concord explain refuge"],
    &[Exit::Done, Exit::Usage],
))]
pub(super) struct Explain {
    /// The code, as it stands behind the word `error` or `warning`;
    /// or a word of its page
    #[arg(value_name = "CODE|WORD", verbatim_doc_comment)]
    pub(super) code: Option<String>,
}

/// Begin a case: a file with every field explained, and blanks to fill
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &["concord init cppp case.yaml"],
    &[Exit::Done, Exit::Findings, Exit::Usage],
))]
pub(super) struct Init {
    /// The family's programme: cppp, planning-together, working-together or mediation
    #[arg(value_parser = programme(), hide_possible_values = true)]
    pub(super) programme: ProgrammeKind,
    /// The file to write; what is there already is never overwritten
    #[arg(default_value = "case.yaml")]
    pub(super) file: PathBuf,
}

/// Work on the templates that documents are made from
#[derive(Debug, Args)]
#[command(
    after_help = after_help(
        &["concord templates new wensum", "concord templates check"],
        &[Exit::Done, Exit::Findings, Exit::Usage],
    ),
)]
pub(super) struct Templates {
    #[command(subcommand)]
    pub(super) command: TemplatesCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum TemplatesCommand {
    New(TemplatesNew),
    List(TemplatesList),
    Which(TemplatesWhich),
    Fields(TemplatesFields),
    Describe(TemplatesDescribe),
    Eject(TemplatesEject),
    Diff(TemplatesDiff),
    Upgrade(TemplatesUpgrade),
    Check(TemplatesCheck),
    Test(TemplatesTest),
    Translate(TemplatesTranslate),
}

/// Say everything that is wrong with templates, whatever case they may meet
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &[
        "concord templates check",
        "concord templates check our-templates",
        "concord templates check our-templates --unprinted",
        "concord templates check --language cy > worksheet.tsv",
    ],
    &[Exit::Done, Exit::Findings, Exit::Usage, Exit::Fault, Exit::Machine],
))]
pub(super) struct TemplatesCheck {
    /// A folder of templates; without it, the one of the concord.yaml above,
    /// or those in the program
    #[arg(verbatim_doc_comment)]
    pub(super) dir: Option<PathBuf>,
    /// Print what nobody qualified has confirmed in this
    /// language, as a worksheet for a translator: cy
    #[arg(verbatim_doc_comment, long, value_name = "LANGUAGE", value_parser = ["cy"], hide_possible_values = true)]
    pub(super) language: Option<String>,
    /// List what each document is told and none of its
    /// templates prints; over a folder, what it no longer prints
    #[arg(verbatim_doc_comment, long, conflicts_with = "language")]
    pub(super) unprinted: bool,
    #[command(flatten)]
    pub(super) weighing: Weighing,
    #[command(flatten)]
    pub(super) telling: Telling,
}

/// Print what a worksheet changes: the Welsh locale, or what is confirmed
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &[
        "concord templates check --language cy > worksheet.tsv",
        "concord templates translate worksheet.tsv > cy.yaml",
        "concord templates translate worksheet.tsv --confirmed >> concord.yaml",
    ],
    &[Exit::Done, Exit::Findings, Exit::Usage],
))]
pub(super) struct TemplatesTranslate {
    /// The worksheet, as `templates check --language cy` prints it
    pub(super) worksheet: PathBuf,
    /// A folder of templates; without it, the one of the concord.yaml above,
    /// or those in the program
    #[arg(verbatim_doc_comment)]
    pub(super) dir: Option<PathBuf>,
    /// Print the lines for concord.yaml that say who has
    /// confirmed which words, in place of the locale
    #[arg(verbatim_doc_comment, long)]
    pub(super) confirmed: bool,
    #[command(flatten)]
    pub(super) telling: Telling,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::choices::PROGRAMMES;
    use super::*;

    #[test]
    fn a_programme_is_called_as_in_the_case_file() {
        for kind in PROGRAMMES {
            let word = serde_json::to_value(kind).expect("a programme is a word");
            assert_eq!(word, programme_word(kind));
        }
    }

    #[test]
    fn clap_finds_no_contradiction() {
        Arguments::command().debug_assert();
    }
}
