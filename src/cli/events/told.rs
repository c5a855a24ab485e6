//! What happened, as events.

use super::form::{
    CauseRecord, DocumentMade, Done, Event, FileMoved, Finding, LeftOut, Removed, SCHEMA, Start,
};
use crate::cli::exit::Exit;
use crate::diagnostics::Diagnostic;
use crate::diagnostics::draw::FindingRecord;
use crate::output::Shard;
use crate::pipeline::{Artefact, Built, Given, Pipeline};
use crate::verify::Verdict;

/// The beginning of a command over so many cases, all there are or those of a shard.
pub(in crate::cli) fn start(
    command: &'static str,
    pipeline: &Pipeline,
    cases: usize,
    shard: Option<Shard>,
) -> Event {
    let program = pipeline.program();
    Event::Start(Start {
        schema: SCHEMA.to_owned(),
        command,
        program: program.concord,
        typst: program.typst,
        cases,
        shard: shard.as_ref().map(Shard::asked),
        layers: pipeline.layers(),
    })
}

/// All that became of a case.
pub(in crate::cli) fn case(given: &Given, built: &Built) -> Vec<Event> {
    let case = given.path.as_str();
    let artefacts = built.written.iter().chain(&built.kept);
    let mut events: Vec<Event> = artefacts.map(|artefact| document(case, artefact)).collect();
    events.extend(built.left_out.iter().map(|(document, why)| {
        Event::LeftOut(LeftOut {
            case: case.to_owned(),
            document: document.id().to_owned(),
            message: why.to_string(),
        })
    }));
    events.extend(built.removed.iter().map(|file| {
        Event::Removed(Removed {
            case: case.to_owned(),
            file: file.clone(),
        })
    }));
    let findings = built.findings.clone().sorted();
    events.extend(findings.iter().map(|found| finding(Some(case), found)));
    events
}

/// A finding of a case, or of none.
pub(in crate::cli) fn finding(case: Option<&str>, found: &Diagnostic) -> Event {
    Event::Finding(Finding {
        case: case.map(str::to_owned),
        finding: FindingRecord::from(found),
    })
}

/// The end of a command.
pub(in crate::cli) fn done(command: &'static str, exit: Exit) -> Event {
    Event::Done(Done {
        command,
        exit: exit as u8,
        complete: !matches!(exit, Exit::Fault | Exit::Machine),
    })
}

/// A file of a case that was written or kept.
fn document(case: &str, artefact: &Artefact) -> Event {
    let entry = &artefact.entry;
    Event::Document(DocumentMade {
        case: case.to_owned(),
        document: entry.document.clone(),
        reader: entry.reader.clone(),
        about: entry.about.clone(),
        language: entry.language.clone(),
        edition: entry.edition.clone(),
        file: entry.file.clone(),
        pages: entry.pages,
        sha256: entry.sha256.to_string(),
        mark: entry.mark.clone(),
        made: artefact.made.word(),
        because: artefact.because.iter().map(CauseRecord::from).collect(),
    })
}

/// A file that is not as a build would make it now.
pub(in crate::cli) fn moved(verdict: &Verdict) -> Event {
    let recorded = verdict.recorded.as_ref();
    let difference = &verdict.difference;
    Event::Moved(FileMoved {
        case: verdict.case.clone(),
        document: recorded.map(|one| one.document.clone()),
        reader: recorded.map(|one| one.reader.clone()),
        about: recorded.and_then(|one| one.about.clone()),
        language: recorded.map(|one| one.language.clone()),
        edition: recorded.map(|one| one.edition.clone()),
        file: verdict.file.clone(),
        outcome: verdict.outcome.word().replace(' ', "-"),
        pages: difference.pages(),
        sentences: difference.sentences.len(),
        tags: difference.tags,
        metadata: difference.metadata,
        pictures: verdict
            .pictures
            .iter()
            .map(|one| one.file.clone())
            .collect(),
        because: verdict.because.iter().map(CauseRecord::from).collect(),
    })
}
