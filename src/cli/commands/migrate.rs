//! `concord migrate`: a case file in the form of `concord/2`, beside the one of `concord/1`.

use std::path::PathBuf;

use crate::assets::Layered;
use crate::cli::args::Migrate;
use crate::cli::{Exit, Terminal};
use crate::diagnostics::Findings;
use crate::language::Language;
use crate::migrate::{Migrated, migrate};
use crate::packs::files::locale;
use crate::{output, reading};

pub(in crate::cli) fn run(args: &Migrate, terminal: &mut Terminal<'_>) -> Exit {
    let file = args.file.clone().unwrap_or_else(|| beside(args));
    let written = migrated(args).and_then(|migrated| {
        output::create(&file, &migrated.text)?;
        Ok(migrated)
    });
    match written {
        Ok(migrated) => {
            let name = file.display();
            terminal.result(format_args!(
                "{name} is the same case in the form of `concord/2`"
            ));
            for told in migrated.told {
                terminal.result(told);
            }
            Exit::Done
        }
        Err(findings) => {
            terminal.findings(args.telling.message_format, &findings.sorted());
            Exit::Findings
        }
    }
}

fn migrated(args: &Migrate) -> Result<Migrated, Findings> {
    let english = locale(&Layered::builtin(), Language::En)?;
    migrate(&reading::read(&args.case)?, &english)
}

/// `case.concord2.yaml`, where the case is `case.yaml`.
fn beside(args: &Migrate) -> PathBuf {
    args.case.with_extension("concord2.yaml")
}
