//! What can be asked of the templates, each question answered by the handbook; and a firm's
//! folder begun.

use std::fmt::Display;

use super::{case_files, layers, processors};
use crate::batch;
use crate::cli::args::{
    Layers, Telling, TemplatesDescribe, TemplatesDiff, TemplatesEject, TemplatesFields,
    TemplatesList, TemplatesNew, TemplatesTest, TemplatesUpgrade, TemplatesWhich,
};
use crate::cli::tally::count;
use crate::cli::{Exit, Terminal};
use crate::diagnostics::{code, did_you_mean};
use crate::handbook::{Sample, Tested, Unanswered, Upgraded, begin};
use crate::pipeline::Pipeline;
use crate::view::Document;

/// Where a firm's folder has its made-up families.
const SAMPLES: &str = "samples";

/// How a question ended: either way with an exit code.
type Ended = Result<Exit, Exit>;

pub(super) fn fields(args: &TemplatesFields, terminal: &mut Terminal<'_>) -> Ended {
    answer((&args.layers, &args.telling), terminal, |pipeline| {
        let document = document(pipeline, &args.document)?;
        pipeline.handbook().fields(document, &args.path)
    })
}

pub(super) fn describe(args: &TemplatesDescribe, terminal: &mut Terminal<'_>) -> Ended {
    answer((&args.layers, &args.telling), terminal, |pipeline| {
        pipeline.handbook().describe(&args.name)
    })
}

pub(super) fn list(args: &TemplatesList, terminal: &mut Terminal<'_>) -> Ended {
    let over = (&args.layers, &args.telling);
    match &args.parts {
        None => answer(over, terminal, |pipeline| pipeline.handbook().list()),
        Some(id) => answer(over, terminal, |pipeline| {
            let document = document(pipeline, id)?;
            pipeline.handbook().parts(document)
        }),
    }
}

pub(super) fn which(args: &TemplatesWhich, terminal: &mut Terminal<'_>) -> Ended {
    answer((&args.layers, &args.telling), terminal, |pipeline| {
        pipeline.handbook().which(&args.name)
    })
}

pub(super) fn eject(args: &TemplatesEject, terminal: &mut Terminal<'_>) -> Ended {
    answer((&args.layers, &args.telling), terminal, |pipeline| {
        pipeline.handbook().eject(&args.name)
    })
}

pub(super) fn diff(args: &TemplatesDiff, terminal: &mut Terminal<'_>) -> Ended {
    answer((&args.layers, &args.telling), terminal, |pipeline| {
        pipeline.handbook().diff(args.name.as_deref())
    })
}

pub(super) fn new(args: &TemplatesNew, terminal: &mut Terminal<'_>) -> Ended {
    let made = begin(&args.dir).map_err(Unanswered::Unread);
    Ok(tell(made, &args.telling, terminal))
}

pub(super) fn upgrade(args: &TemplatesUpgrade, terminal: &mut Terminal<'_>) -> Ended {
    let over = (&args.layers, &args.telling);
    let mut pipeline = self::pipeline(over, terminal)?;
    if !args.settled && !args.abort {
        match pipeline.handbook().rename() {
            Ok(told) if told.is_empty() => {}
            Ok(told) => {
                told.iter().for_each(|line| terminal.result(line));
                pipeline = self::pipeline(over, terminal)?;
            }
            Err(unanswered) => {
                return Err(tell(Err::<String, _>(unanswered), &args.telling, terminal));
            }
        }
    }
    let handbook = pipeline.handbook();
    let upgraded = match (args.settled, args.abort) {
        (true, _) => handbook.settle(),
        (_, true) => handbook.abort(),
        _ => handbook.upgrade(),
    };
    let is_settled = upgraded.as_ref().is_ok_and(Upgraded::is_settled);
    let exit = tell(upgraded, &args.telling, terminal);
    if exit != Exit::Done || args.abort {
        return Ok(exit);
    }
    if !is_settled {
        return Ok(Exit::Findings);
    }
    // What lies on disk is no longer what was read.
    let pipeline = self::pipeline(over, terminal)?;
    let folder = pipeline.handbook().folder();
    if !folder.is_some_and(|folder| folder.path.join(SAMPLES).is_dir()) {
        return Ok(exit);
    }
    let samples = samples(&pipeline, &args.telling, terminal)?;
    let tested = pipeline.handbook().test(&samples);
    Ok(tell(tested, &args.telling, terminal))
}

pub(super) fn test(args: &TemplatesTest, terminal: &mut Terminal<'_>) -> Ended {
    let pipeline = pipeline((&args.layers, &args.telling), terminal)?;
    let mut judged = pipeline.judge_layers();
    if judged.has_errors() {
        if args.accept {
            // To accept is what it asks for.
            let others = judged.into_iter();
            let others = others.filter(|one| *one.code != code::asset::OTHER_WORDS);
            judged = others.collect();
        }
        terminal.findings(args.telling.message_format, &judged.sorted());
        return Err(Exit::Findings);
    }
    let samples = samples(&pipeline, &args.telling, terminal)?;
    let handbook = pipeline.handbook();
    if args.accept {
        let accepted = handbook.accept(&samples);
        let accepted =
            accepted.map(|()| format!("accepted what {} say", count(samples.len(), "document")));
        return Ok(tell(accepted, &args.telling, terminal));
    }
    let tested = handbook.test(&samples);
    let is_same = tested.as_ref().is_ok_and(Tested::is_same);
    match tell(tested, &args.telling, terminal) {
        Exit::Done if !is_same => Ok(Exit::Drift),
        exit => Ok(exit),
    }
}

/// What the samples of the top folder say.
fn samples(
    pipeline: &Pipeline,
    telling: &Telling,
    terminal: &mut Terminal<'_>,
) -> Result<Vec<Sample>, Exit> {
    let Some(folder) = pipeline.handbook().folder() else {
        let why = "no folder lies over the program's own templates";
        return Err(terminal.refuse(why, "`concord templates new DIR` makes one"));
    };
    let samples = [folder.path.join(SAMPLES)];
    if !samples[0].is_dir() {
        return Err(without_samples(pipeline, &folder.name, terminal));
    }
    let (cases, unread) = case_files((&samples, None), telling, terminal)?;
    let mut samples = Vec::new();
    let mut findings = unread;
    for case in &cases {
        match pipeline.sampled(&case.file) {
            Ok(of_case) => samples.extend(of_case),
            Err(faults) => findings.extend(faults),
        }
    }
    let exit = Exit::of(&findings);
    terminal.findings(telling.message_format, &findings.sorted());
    match exit {
        Exit::Done => Ok(samples),
        exit => Err(exit),
    }
}

/// Says what to do where the top folder has no samples: a firm below it may have some.
fn without_samples(pipeline: &Pipeline, name: &str, terminal: &mut Terminal<'_>) -> Exit {
    let below = pipeline.handbook().folders().skip(1);
    let mut below = below.map(|folder| folder.path.join(SAMPLES));
    let sample = below.find_map(|samples| {
        let (cases, _) = batch::cases(&[samples], None).ok()?;
        cases.into_iter().next()
    });
    let help = match sample {
        Some(case) => format!(
            "make it and copy a made-up family into it, such as `{}`",
            case.file.display()
        ),
        None => "make it and put the case of a made-up family into it".to_owned(),
    };
    let why = format!("`{name}` has no folder `{SAMPLES}/`, whose families are tested");
    terminal.refuse(why, help)
}

fn document<'a>(pipeline: &'a Pipeline, id: &str) -> Result<&'a Document, Unanswered> {
    let known = pipeline.documents();
    known.named(id).ok_or_else(|| Unanswered::NoSuch {
        why: format!("there is no document `{id}`"),
        help: did_you_mean(id, known.iter().map(Document::id)),
    })
}

/// The answer over the templates that a run beside the working folder would use.
fn answer<A: Display>(
    (layers, telling): (&Layers, &Telling),
    terminal: &mut Terminal<'_>,
    question: impl FnOnce(&Pipeline) -> Result<A, Unanswered>,
) -> Ended {
    let pipeline = pipeline((layers, telling), terminal)?;
    Ok(tell(question(&pipeline), telling, terminal))
}

/// The templates that a run beside the working folder would use.
fn pipeline(
    (layers, telling): (&Layers, &Telling),
    terminal: &mut Terminal<'_>,
) -> Result<Pipeline, Exit> {
    let settings = layers::settings(layers::here(), (layers, telling), terminal)?;
    layers::pipeline(settings, processors(), telling, terminal)
}

/// An answer, or why there is none.
fn tell(
    answer: Result<impl Display, Unanswered>,
    telling: &Telling,
    terminal: &mut Terminal<'_>,
) -> Exit {
    match answer {
        Ok(answer) => {
            terminal.result(answer);
            Exit::Done
        }
        Err(Unanswered::NoSuch { why, help }) => terminal.refuse(why, help),
        Err(Unanswered::Unread(findings)) => {
            let exit = Exit::of(&findings);
            terminal.findings(telling.message_format, &findings.sorted());
            exit
        }
    }
}
