//! `concord schema`: the JSON Schema of a case file or of a `concord.yaml`, for editors, or of
//! the manifests and of messages, for programs that read what a build has written and told.

use crate::case;
use crate::cli::args::{Schema, SchemaOf};
use crate::cli::{Exit, Terminal, events};
use crate::output::manifest;
use crate::settings;

pub(in crate::cli) fn run(args: &Schema, terminal: &mut Terminal<'_>) -> Exit {
    let schema = match args.of {
        SchemaOf::Case => case::schema(),
        SchemaOf::Manifest => manifest::schema(),
        SchemaOf::ReaderManifest => manifest::schema_of_reader(),
        SchemaOf::Messages => events::schema(),
        SchemaOf::Settings => settings::schema(),
    };
    terminal.result(schema.trim_end());
    Exit::Done
}
