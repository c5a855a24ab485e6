//! `concord manifest merge`: the manifests of all shards as one.

use super::stop;
use crate::cli::args::{ManifestCommand, ManifestMerge};
use crate::cli::tally::count;
use crate::cli::{Exit, Terminal};
use crate::output::{self, Merged};

pub(in crate::cli) fn run(command: &ManifestCommand, terminal: &mut Terminal<'_>) -> Exit {
    match command {
        ManifestCommand::Merge(args) => merge(args, terminal),
    }
}

fn merge(args: &ManifestMerge, terminal: &mut Terminal<'_>) -> Exit {
    let out = match (&args.out, &args.folders[..]) {
        (Some(out), _) => out,
        (None, [only]) => only,
        (None, _) => {
            let why = "the documents of several folders are written into another";
            return terminal.refuse(why, "name it with `--out`");
        }
    };
    match output::merge(&args.folders, out) {
        Ok(Merged {
            shards,
            cases,
            documents,
        }) => {
            let (shards, cases) = (count(shards, "shard"), count(cases, "case"));
            let (documents, out) = (count(documents, "document"), out.display());
            terminal.notice(format_args!(
                "merged {shards}: {cases}, {documents} in `{out}`"
            ));
            Exit::Done
        }
        Err(findings) => stop(&findings, &args.telling, terminal),
    }
}
