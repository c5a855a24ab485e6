//! `concord verify`: which documents of a folder would be others now, and why.

mod album;
mod annotations;
mod cases;
mod summary;
mod told;

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::Path;

use super::{layers, processors, stop};
use crate::batch;
use crate::cli::args::Verify;
use crate::cli::tally::count;
use crate::cli::{Exit, Terminal, events};
use crate::diagnostics::{Diagnostic, Findings, code, in_backticks};
use crate::output::Folder;
use crate::output::append;
use crate::output::manifest::{LookedAt, Manifest, Program};
use crate::pipeline::{Again, Given, Made, Pipeline};
use crate::verify::{Depth, OfCase, Outcome, Verdict, Verification};
use album::Album;
use cases::{Case, beside, find, not_found};
use summary::summary;
use told::Told;

pub(in crate::cli) fn run(args: &Verify, terminal: &mut Terminal<'_>) -> Exit {
    let (Ok(exit) | Err(exit)) = begin(args, terminal);
    if args.telling.is_json() {
        terminal.event(&events::done("verify", exit));
    }
    exit
}

fn begin(args: &Verify, terminal: &mut Terminal<'_>) -> Result<Exit, Exit> {
    let (folder, mut album) = match opened(args) {
        Ok(opened) => opened,
        Err(finding) => return Err(stop(&finding.into(), &args.telling, terminal)),
    };
    let entries = folder.manifest().cases.iter();
    let given: Vec<Option<Given>> = entries.map(|entry| find(entry, &args.cases)).collect();
    let unrecorded = cases::unrecorded(folder.manifest(), &args.cases);
    let (unrecorded, unread) =
        unrecorded.map_err(|findings| stop(&findings, &args.telling, terminal))?;
    let flags = beside(&given);
    let settings = layers::settings(flags, (&args.layers, &args.telling), terminal)?;
    let jobs = settings.jobs.unwrap_or_else(processors);
    let pipeline = layers::pipeline(settings, jobs, &args.telling, terminal)?;
    let verification = Verification::new(&pipeline, &folder, depth(args));
    let verification = match &args.images {
        Some(_) => verification.drawing(),
        None => verification,
    };
    let cases = cases::all(folder.manifest(), &given, &unrecorded);
    if args.telling.is_json() {
        terminal.event(&events::start("verify", &pipeline, cases.len(), None));
    }
    let mut found = compare(&verification, (&cases, jobs), (args, &mut album), terminal);
    found.findings.extend(unread);
    found.findings.extend(not_found(&found.not_found));
    found.findings.extend(album.close(terminal).sorted());
    if let Some(file) = &args.summary
        && let Err(finding) = append(file, &summary(&found.verdicts, &args.dir))
    {
        found.findings.push(finding);
    }
    Ok(end(found, &folder, &pipeline, args, terminal))
}

/// What is found of each case, several at a time, and told in their order.
fn compare(
    verification: &Verification<'_>,
    (cases, jobs): (&[Case<'_>], NonZeroUsize),
    (args, album): (&Verify, &mut Album<'_>),
    terminal: &mut Terminal<'_>,
) -> Found {
    let mut found = Found::default();
    let mut told = Told::new(args, terminal);
    let look = |case: &Case<'_>| match *case {
        Case::Known(entry, Some(given)) => verification.case(entry, given),
        Case::Known(entry, None) => verification.without_case(entry),
        Case::New(given) => verification.new_case(given),
    };
    batch::in_order(cases, jobs, look, |case, mut of_case| {
        if let Case::Known(entry, None) = case {
            found.not_found.push(entry.path.clone());
        }
        for verdict in &mut of_case.verdicts {
            told.verdict(verdict, terminal);
            album.put(verdict);
        }
        found.add(of_case, args.accept);
        ControlFlow::Continue(())
    });
    for verdict in verification.foreign() {
        told.verdict(&verdict, terminal);
        found.verdicts.push(verdict);
    }
    told.end(&found.verdicts, terminal);
    found
}

/// The folder that is compared, and that for pictures.
///
/// # Errors
/// What keeps either from being used.
fn opened(args: &Verify) -> Result<(LookedAt, Album<'_>), Diagnostic> {
    let folder = LookedAt::open(&args.dir)?;
    let folder = match &args.old {
        Some(old) => folder.with_documents_in(old)?,
        None => folder,
    };
    let album = Album::open(args.images.as_deref(), &args.dir)?;
    Ok((folder, album))
}

/// What was found of all cases.
#[derive(Default)]
struct Found {
    verdicts: Vec<Verdict>,
    findings: Findings,
    not_found: Vec<String>,
    renewals: Vec<(Again, Vec<Made>)>,
}

impl Found {
    fn add(&mut self, of_case: OfCase, is_kept: bool) {
        let mut verdicts = of_case.verdicts.iter();
        let moved = of_case.is_behind || verdicts.any(|one| one.outcome != Outcome::Same);
        self.verdicts.extend(of_case.verdicts);
        self.findings.extend(of_case.findings.sorted());
        self.renewals
            .extend(of_case.renewal.filter(|_| is_kept && moved));
    }

    fn count(&self, outcome: Outcome) -> usize {
        let verdicts = self.verdicts.iter();
        verdicts.filter(|one| one.outcome == outcome).count()
    }
}

fn depth(args: &Verify) -> Depth {
    match (args.no_rebuild, args.rebuild) {
        (true, _) => Depth::Hashed,
        (_, true) => Depth::Everything,
        _ => Depth::WhatMoved,
    }
}

/// The closing line; what was found is accepted before it, if that is asked for.
fn end(
    mut found: Found,
    folder: &LookedAt,
    pipeline: &Pipeline,
    args: &Verify,
    terminal: &mut Terminal<'_>,
) -> Exit {
    let mut accepted = None;
    if args.accept {
        match accept(&mut found, folder, pipeline, &args.dir) {
            Ok(files) => accepted = Some(files),
            Err(findings) => found.findings.extend(findings.sorted()),
        }
    }
    let findings = std::mem::take(&mut found.findings);
    let exit = Exit::of(&findings);
    terminal.findings(args.telling.message_format, &findings.sorted());
    if let Some(files) = accepted {
        let left = found.count(Outcome::Foreign);
        terminal.notice(format_args!("accepted: wrote {}", count(files, "file")));
        return match left {
            0 => exit,
            _ => exit.or_worse(Exit::Drift),
        };
    }
    let same = found.count(Outcome::Same);
    if same == found.verdicts.len() {
        terminal.notice(all_the_same(same, folder, depth(args)));
        return exit;
    }
    let counted = Outcome::ALL.iter().filter_map(|outcome| {
        let number = found.count(*outcome);
        (number > 0).then(|| format!("{number} {}", outcome.word()))
    });
    let counted: Vec<String> = counted.collect();
    terminal.notice(format_args!("{}; nothing was written", counted.join(", ")));
    if let Some(other) = made_by_another(folder.manifest(), pipeline) {
        terminal.notice(other);
    }
    let can = |verdict: &Verdict| verdict.outcome.can_be_accepted();
    if found.verdicts.iter().all(can) && exit == Exit::Done {
        let dir = args.dir.display();
        terminal.notice(format_args!("renew with: concord verify {dir} --accept"));
    }
    exit.or_worse(Exit::Drift)
}

/// Which programs and fonts made the documents, where they are not those of this run.
fn made_by_another(manifest: &Manifest, pipeline: &Pipeline) -> Option<String> {
    let (was, is) = (&manifest.program, pipeline.program());
    let fonts = match was.fonts == is.fonts {
        true => "",
        false => ", with other fonts",
    };
    (*was != is).then(|| {
        let Program { concord, typst, .. } = was;
        format!(
            "they were made by Concord {concord} and Typst {typst}{fonts}; this is Concord {} \
             and Typst {}",
            is.concord, is.typst
        )
    })
}

fn all_the_same(documents: usize, folder: &LookedAt, depth: Depth) -> String {
    let inputs = folder.manifest().inputs.len();
    let documents = count(documents, "document");
    match depth {
        Depth::Everything => format!("{documents} rebuilt, the same to the byte"),
        Depth::Hashed | Depth::WhatMoved => {
            let inputs = count(inputs, "input");
            format!("{documents} and {inputs} are as the manifest says; nothing was rebuilt")
        }
    }
}

/// Writes what moved, all of it or nothing, and says how many files that were.
///
/// # Errors
/// `O21` where something cannot be accepted; what keeps a case from being written.
fn accept(
    found: &mut Found,
    folder: &LookedAt,
    pipeline: &Pipeline,
    dir: &Path,
) -> Result<usize, Findings> {
    let refused = found
        .verdicts
        .iter()
        .filter(|one| !one.outcome.can_be_accepted());
    let refused: Vec<&str> = refused.map(|one| one.file.as_str()).take(3).collect();
    if !refused.is_empty() || !found.findings.is_empty() {
        let message = "nothing was accepted, since not all of it can be";
        let help = match refused.is_empty() {
            true => "mend what is told beside this, and accept again".to_owned(),
            false => format!("look at {} first", in_backticks(refused)),
        };
        return Err(Diagnostic::new(&code::output::NOT_ACCEPTED, message)
            .help(help)
            .into());
    }
    let options = folder.manifest().options.clone();
    let complete = folder.manifest().complete;
    let mut out = Folder::open(dir, pipeline.program(), options, None)?;
    let mut files = 0;
    for (again, made) in found.renewals.drain(..) {
        files += pipeline.renew(&mut out, &again, made)?.written.len();
    }
    out.close(complete)?;
    Ok(files)
}
