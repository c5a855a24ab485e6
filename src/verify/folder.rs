//! One case of an output folder after another: what a build would make of it now, beside what
//! was recorded and what stands there.

use std::cell::Cell;
use std::collections::BTreeMap;

use super::anew::{first_time, news};
use super::difference::{Difference, File};
use super::field;
use super::pictures;
use super::verdict::{Outcome, Verdict};
use crate::diagnostics::Findings;
use crate::output::Digest;
use crate::output::manifest::{CaseEntry, CaseOutcome, DocumentEntry, LookedAt, Standing};
use crate::pipeline::{Again, CaseFile, Cause, Current, Given, Made, Pipeline, PlannedCopy};

/// How much is made again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// Nothing: inputs and files are hashed.
    Hashed,
    /// What would be made from something else.
    #[default]
    WhatMoved,
    /// Every document.
    Everything,
}

/// A folder that is compared.
#[derive(Debug)]
pub struct Verification<'a> {
    pipeline: &'a Pipeline,
    folder: &'a LookedAt,
    depth: Depth,
    draws: bool,
    /// What is known of inputs before any case is read; asked where nothing is made again.
    current: Current,
}

/// What was found of a case.
#[derive(Debug, Default)]
pub struct OfCase {
    /// Its files.
    pub verdicts: Vec<Verdict>,
    /// Why nothing can be built of it, where that is so.
    pub findings: Findings,
    /// Its files are the same, and were made from something else than is recorded.
    pub is_behind: bool,
    /// What would be written, where it is to be accepted: the case, and its files.
    pub renewal: Option<(Again, Vec<Made>)>,
}

impl<'a> Verification<'a> {
    /// A folder, beside what this pipeline would make of its cases.
    pub fn new(pipeline: &'a Pipeline, folder: &'a LookedAt, depth: Depth) -> Self {
        let current = match depth {
            Depth::Hashed => pipeline.current(folder.manifest()),
            Depth::WhatMoved | Depth::Everything => Current::default(),
        };
        Verification {
            pipeline,
            folder,
            depth,
            draws: false,
            current,
        }
    }

    /// The same, with pictures of the pages that look different.
    #[must_use]
    pub fn drawing(self) -> Self {
        Verification {
            draws: true,
            ..self
        }
    }

    /// The files of a case whose case file was not found: what can be said without it.
    pub fn without_case(&self, entry: &CaseEntry) -> OfCase {
        let verdicts = entry.documents.iter();
        OfCase {
            verdicts: verdicts
                .map(|document| {
                    let outcome = match self.folder.standing(document) {
                        Standing::AsWritten => Outcome::Same,
                        Standing::Altered => Outcome::Altered,
                        Standing::Missing => Outcome::Missing,
                    };
                    Verdict::of(&entry.path, document, outcome)
                })
                .collect(),
            ..OfCase::default()
        }
    }

    /// The files that no case of the folder made.
    pub fn foreign(&self) -> Vec<Verdict> {
        let files = self.folder.foreign().into_iter();
        files
            .map(|file| Verdict::unrecorded(file, None, Outcome::Foreign))
            .collect()
    }

    /// The files of a case.
    pub fn case(&self, entry: &CaseEntry, given: &Given) -> OfCase {
        if self.depth == Depth::Hashed && self.is_untouched(entry, given) {
            return self.without_case(entry);
        }
        let strict = self.folder.manifest().options.strict;
        let again = self.pipeline.again(given, strict);
        let Some(case) = again.case.as_ref().filter(|_| !again.findings.has_errors()) else {
            return self.stopped(entry, again.findings);
        };
        let planned = self.pipeline.planned(case, &entry.documents);
        let anew = self.anew(case, entry);
        let mut of_case = OfCase::default();
        let mut renewed = Vec::new();
        for document in &entry.documents {
            let (verdict, made) = match self.document(entry, case, document, &planned) {
                Ok(found) => found,
                Err(findings) => {
                    of_case.findings.extend(findings);
                    let stopped = Verdict::of(&entry.path, document, Outcome::Stopped);
                    (stopped, None)
                }
            };
            let is_same = verdict.outcome == Outcome::Same;
            let is_behind = |made: &Made| made.entry.made_from != document.made_from;
            of_case.is_behind |= is_same && made.as_ref().is_some_and(is_behind);
            of_case.verdicts.push(verdict);
            renewed.extend(made.map(|made| Made {
                bytes: made.bytes.filter(|_| !is_same),
                ..made
            }));
        }
        for copy in &anew {
            let is_made = self.depth != Depth::Hashed;
            match first_time(self.pipeline, entry, (case, copy), is_made) {
                Ok((verdicts, made)) => {
                    of_case.verdicts.extend(verdicts);
                    renewed.extend(made);
                }
                Err(findings) => of_case.findings.extend(findings),
            }
        }
        if !self.keeps_words() {
            of_case.verdicts.extend(news(entry, &again));
        }
        if of_case.findings.is_empty() {
            of_case.renewal = Some((again, renewed));
        }
        of_case
    }

    /// Whether the folder keeps what documents say. All of them are in it then, and what a
    /// build would write for the first time is wanting.
    fn keeps_words(&self) -> bool {
        self.folder.manifest().options.keeps_words()
    }

    fn anew(&self, case: &CaseFile, entry: &CaseEntry) -> Vec<PlannedCopy> {
        let options = &self.folder.manifest().options;
        match self.keeps_words() {
            true => self.pipeline.planned_anew(case, options, &entry.documents),
            false => Vec::new(),
        }
    }

    /// A case of which nothing is recorded yet.
    pub fn new_case(&self, given: &Given) -> OfCase {
        let strict = self.folder.manifest().options.strict;
        let again = self.pipeline.again(given, strict);
        self.case(&again.entry, given)
    }

    /// Whether neither the case nor anything else that took part is another: nothing needs
    /// to be read of it then.
    fn is_untouched(&self, entry: &CaseEntry, given: &Given) -> bool {
        let manifest = self.folder.manifest();
        let mut documents = entry.documents.iter();
        entry.outcome == CaseOutcome::Whole
            && !self.pipeline.lends()
            && self.folder.holds(entry, &given.file)
            && documents.all(|document| self.current.holds(manifest, document))
    }

    /// The files of a case of which a build would write nothing.
    fn stopped(&self, entry: &CaseEntry, findings: Findings) -> OfCase {
        let mut of_case = self.without_case(entry);
        for verdict in &mut of_case.verdicts {
            if verdict.outcome == Outcome::Same {
                verdict.outcome = Outcome::Stopped;
            }
        }
        OfCase {
            findings,
            ..of_case
        }
    }

    fn document(
        &self,
        entry: &CaseEntry,
        case: &CaseFile,
        document: &DocumentEntry,
        planned: &BTreeMap<String, PlannedCopy>,
    ) -> Result<(Verdict, Option<Made>), Findings> {
        let verdict = |outcome| Verdict::of(&entry.path, document, outcome);
        let Some(copy) = planned.get(&document.file) else {
            return Ok((verdict(Outcome::NoLonger), None));
        };
        let standing = self.folder.standing(document);
        let is_edited = standing == Standing::Altered;
        if is_edited && (!self.keeps_words() || self.depth == Depth::Hashed) {
            return Ok((verdict(Outcome::Altered), None));
        }
        let from = Cell::new(document.made_from);
        let keep = |_: &str, now: &Digest| {
            from.set(*now);
            let is_kept = match self.depth {
                Depth::Hashed => true,
                Depth::WhatMoved => *now == document.made_from && standing == Standing::AsWritten,
                Depth::Everything => false,
            };
            is_kept.then(|| document.clone())
        };
        let made = self.pipeline.make_again(case, copy, &keep)?.pop();
        if standing == Standing::Missing {
            return Ok((verdict(Outcome::Missing), made));
        }
        let Some(made) = made else {
            return Ok((verdict(Outcome::NoLonger), None));
        };
        let is_stale = self.depth == Depth::Hashed && from.get() != document.made_from;
        let verdict = match &made.bytes {
            None if is_stale => Verdict {
                because: self.pipeline.because(
                    &self.folder.manifest().inputs,
                    (entry, document),
                    (case, copy),
                    &made,
                )?,
                ..verdict(Outcome::Stale)
            },
            None => verdict(Outcome::Same),
            Some(bytes) if self.stands(document, &made, bytes) => verdict(Outcome::Same),
            Some(bytes) => self.moved((entry, case), document, (&made, bytes), copy)?,
        };
        Ok((verdict, Some(made)))
    }

    /// Whether what was made again is what stands there.
    fn stands(&self, document: &DocumentEntry, made: &Made, bytes: &[u8]) -> bool {
        match self.keeps_words() {
            true => self.folder.bytes(&document.file).as_deref() == Some(bytes),
            false => made.entry.sha256 == document.sha256,
        }
    }

    /// What is different in a document, and why.
    fn moved(
        &self,
        (entry, case): (&CaseEntry, &CaseFile),
        document: &DocumentEntry,
        (made, bytes): (&Made, &[u8]),
        copy: &PlannedCopy,
    ) -> Result<Verdict, Findings> {
        let old = self.folder.bytes(&document.file).unwrap_or_default();
        let old = File {
            bytes: &old,
            mark: &document.mark,
        };
        let new = File {
            bytes,
            mark: &made.entry.mark,
        };
        let difference = Difference::between(old, new);
        let pictures = match self.draws {
            true => pictures::drawn(&document.file, (old.bytes, bytes), &difference.looks),
            false => Vec::new(),
        };
        let because = match made.entry.sha256 == document.sha256 {
            true => vec![Cause::gone()],
            false => self.pipeline.because(
                &self.folder.manifest().inputs,
                (entry, document),
                (case, copy),
                made,
            )?,
        };
        let outcome = match difference.is_mark_only() {
            true => Outcome::MarkOnly,
            false => Outcome::Moved,
        };
        Ok(Verdict {
            because: field::named(because, case, &difference),
            difference,
            pictures,
            ..Verdict::of(&entry.path, document, outcome)
        })
    }
}
