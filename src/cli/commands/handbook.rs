//! What can be asked of the templates, each question answered by the handbook; and a firm's
//! folder begun.

use std::fmt::Display;

use super::{layers, processors};
use crate::cli::args::{
    Layers, Telling, TemplatesDescribe, TemplatesDiff, TemplatesEject, TemplatesFields,
    TemplatesList, TemplatesNew, TemplatesWhich,
};
use crate::cli::{Exit, Terminal};
use crate::diagnostics::did_you_mean;
use crate::handbook::{Unanswered, begin};
use crate::pipeline::Pipeline;
use crate::view::Document;

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
    let settings = layers::settings(layers::here(), (layers, telling), terminal)?;
    let pipeline = layers::pipeline(settings, processors(), telling, terminal)?;
    Ok(tell(question(&pipeline), telling, terminal))
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
