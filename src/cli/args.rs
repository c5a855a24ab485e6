//! What can be asked on the command line: clap's types and the words of its help,
//! and nothing that acts.

mod choices;
mod handbook;
mod telling;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::Exit;
use crate::audience::Languages;
use crate::case::programme::ProgrammeKind;
use crate::packs::Edition;
use crate::pipeline::Format;

pub(super) use choices::programme_word;
use choices::{after_help, edition, format, languages, programme};
pub(super) use handbook::{TemplatesDescribe, TemplatesFields};
pub(super) use telling::{Layers, Telling, Weighing};

/// One YAML case file in, court-ready documents out
#[derive(Debug, Parser)]
#[command(
    version,
    after_help = after_help(
        &[
            "concord init cppp case.yaml",
            "concord check case.yaml",
            "concord build case.yaml --out documents",
            "concord explain Y11",
        ],
        &[Exit::Done, Exit::Findings, Exit::Usage, Exit::Fault, Exit::Machine],
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
    Documents(Documents),
    Explain(Explain),
    Init(Init),
    Schema(Schema),
    Templates(Templates),
}

/// Print the JSON Schema of a case file, for editors that complete and explain fields
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &[
        "concord schema > concord.schema.json",
        "concord schema manifest",
        "concord schema settings",
    ],
    &[Exit::Done, Exit::Usage],
))]
pub(super) struct Schema {
    /// Of what: case, settings (concord.yaml) or manifest (in .concord)
    #[arg(value_name = "OF", default_value = "case", hide_possible_values = true)]
    pub(super) of: SchemaOf,
}

/// What has a schema.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum SchemaOf {
    /// A case file.
    Case,
    /// The manifest of an output folder.
    Manifest,
    /// A firm's `concord.yaml`.
    Settings,
}

/// Write the documents of one case or many
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &[
        "concord build case.yaml --out documents",
        "concord build cases --out documents --strict",
        "concord build case.yaml --out documents --document court-report",
        "concord build case.yaml --out documents --edition large-print",
    ],
    &[Exit::Done, Exit::Findings, Exit::Usage, Exit::Fault, Exit::Machine],
))]
pub(super) struct Build {
    /// Case files, or folders of them
    #[arg(required = true, value_name = "CASE|DIR")]
    pub(super) cases: Vec<PathBuf>,
    /// The folder to write into; it is made if it is not there
    #[arg(long, value_name = "DIR")]
    pub(super) out: PathBuf,
    /// Write only this document of each case; may be given more than once
    #[arg(long = "document", value_name = "ID")]
    pub(super) documents: Vec<String>,
    /// In which language: en, cy, or bilingual for both in one document;
    /// if not given, as the readers of each copy chose
    #[arg(
        long = "language",
        value_name = "LANGUAGE",
        value_parser = languages(),
        verbatim_doc_comment,
        hide_possible_values = true,
    )]
    pub(super) languages: Option<Languages>,
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
    pub(super) editions: Vec<Edition>,
    /// What to write: pdf, or typst for its source
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "pdf",
        value_parser = format(),
        hide_possible_values = true,
    )]
    pub(super) format: Format,
    /// The path of a case file whose documents are in the folder already,
    /// and that this case takes the place of
    #[arg(long = "takes-over", value_name = "CASE", verbatim_doc_comment)]
    pub(super) takes_over: Option<String>,
    #[command(flatten)]
    pub(super) layers: Layers,
    #[command(flatten)]
    pub(super) weighing: Weighing,
    #[command(flatten)]
    pub(super) telling: Telling,
}

/// Say everything that is wrong with one case or many, and write nothing
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &[
        "concord check case.yaml",
        "concord check cases --strict",
        "concord check cases --message-format short",
    ],
    &[Exit::Done, Exit::Findings, Exit::Usage, Exit::Fault],
))]
pub(super) struct Check {
    /// Case files, or folders of them
    #[arg(required = true, value_name = "CASE|DIR")]
    pub(super) cases: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) layers: Layers,
    #[command(flatten)]
    pub(super) weighing: Weighing,
    #[command(flatten)]
    pub(super) telling: Telling,
}

/// List the documents there are and what each needs; with a case, which apply to it
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &["concord documents", "concord documents case.yaml"],
    &[Exit::Done, Exit::Findings, Exit::Usage],
))]
pub(super) struct Documents {
    /// A case file
    pub(super) case: Option<PathBuf>,
    #[command(flatten)]
    pub(super) layers: Layers,
    #[command(flatten)]
    pub(super) telling: Telling,
}

/// Explain a code that a finding carries; without one, list them all
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &["concord explain", "concord explain Y11"],
    &[Exit::Done, Exit::Usage],
))]
pub(super) struct Explain {
    /// The code, as it stands behind the word `error` or `warning`
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
    after_help = after_help(&["concord templates check"], &[Exit::Done, Exit::Findings, Exit::Usage]),
)]
pub(super) struct Templates {
    #[command(subcommand)]
    pub(super) command: TemplatesCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum TemplatesCommand {
    Check(TemplatesCheck),
    Describe(TemplatesDescribe),
    Fields(TemplatesFields),
    Translate(TemplatesTranslate),
}

/// Say everything that is wrong with templates, whatever case they may meet
#[derive(Debug, Args)]
#[command(after_help = after_help(
    &[
        "concord templates check",
        "concord templates check our-templates",
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
