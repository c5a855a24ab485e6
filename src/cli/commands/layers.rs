//! Which templates a command goes by: found once, told in a line, judged before any case.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use super::in_workers;
use crate::cli::args::{Layers, Telling};
use crate::cli::{Exit, Terminal};
use crate::pipeline::{Given, Pipeline};
use crate::settings::{self, Flags, Settings};

/// The settings of a run over these cases, with the line that says whose templates they are.
pub(super) fn settings(
    flags: Flags,
    (layers, telling): (&Layers, &Telling),
    terminal: &mut Terminal<'_>,
) -> Result<Settings, Exit> {
    let (environment, home) = terminal.folders();
    let flags = Flags {
        templates: layers.templates.clone(),
        environment,
        home,
        ..flags
    };
    match settings::resolve(flags) {
        Ok(settings) => {
            tell(&settings, layers.verbose, terminal);
            Ok(settings)
        }
        Err(findings) => {
            let exit = Exit::of(&findings);
            terminal.findings(telling.message_format, &findings.sorted());
            Err(exit)
        }
    }
}

/// What is said beside these cases.
pub(super) fn beside(cases: &[Given]) -> Flags {
    let folders = cases.iter().map(|given| match given.file.parent() {
        Some(folder) => folder.to_owned(),
        None => PathBuf::new(),
    });
    Flags {
        beside: folders.collect(),
        ..Flags::default()
    }
}

/// What is said beside the working folder, where there is no case.
pub(super) fn here() -> Flags {
    Flags {
        beside: BTreeSet::from([PathBuf::new()]),
        ..Flags::default()
    }
}

/// The pipeline over the templates of a run, in as many workers as there are jobs where
/// there can be any.
pub(super) fn pipeline(
    settings: Settings,
    jobs: NonZeroUsize,
    telling: &Telling,
    terminal: &mut Terminal<'_>,
) -> Result<Pipeline, Exit> {
    let pipeline = Pipeline::of(settings);
    let pipeline = pipeline.and_then(|pipeline| in_workers(pipeline, jobs, terminal));
    pipeline.map_err(|findings| {
        let exit = Exit::of(&findings);
        terminal.findings(telling.message_format, &findings.sorted());
        exit
    })
}

/// `templates: wensum-ipswich (concord.yaml) over wensum (over: ../wensum) over the program’s
/// own`; nothing where only the program's are used, unless somebody asks.
fn tell(settings: &Settings, verbose: bool, terminal: &mut Terminal<'_>) {
    let layers = settings.layers.iter();
    let layers = layers.map(|layer| format!("{} ({}) over ", layer.value, layer.from));
    let layers: String = layers.collect();
    let passed_over = match &settings.passed_over {
        Some(path) => format!("; `{path}` was not asked"),
        None => String::new(),
    };
    if verbose || !layers.is_empty() {
        let line = format!("templates: {layers}the program's own{passed_over}");
        terminal.notice(line);
    }
}
