//! What the pipeline says was made of a case.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::cause::Cause;
use super::examine::CaseFile;
use super::plan::LeftOut;
use crate::diagnostics::Findings;
use crate::output::manifest::DocumentEntry;
use crate::view::NoCalendar;

/// What became of a case.
#[derive(Clone, Debug, Default)]
pub struct Built {
    /// The files written: all of the case's, or none.
    pub written: Vec<Artefact>,
    /// The files that stand there already and would be the same.
    pub kept: Vec<Artefact>,
    /// Files of documents that no longer apply, which were taken away; below the output
    /// folder.
    pub removed: Vec<String>,
    /// The documents of the family's programme that were not made, and why; where
    /// documents are asked for by name, none.
    pub left_out: Vec<LeftOut>,
    /// Why there is no calendar to import, for each child of whom there is none; nothing
    /// where the plan itself is not made.
    pub no_calendar: Vec<NoCalendar>,
    /// What was found on the way.
    pub findings: Findings,
}

/// What was found in a case of which nothing is written.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// What a build would say of it.
    pub findings: Findings,
    /// The fields that are written in it and that no document prints, by name; nothing where
    /// there are errors to mend first.
    pub unprinted: BTreeSet<String>,
}

impl Checked {
    pub(super) fn of(case: &CaseFile, findings: Findings) -> Self {
        match findings.has_errors() {
            true => Checked::unread(findings),
            false => Checked {
                findings,
                unprinted: case.unprinted(),
            },
        }
    }

    /// Of a file that is no case yet, or one with errors.
    pub(super) fn unread(findings: Findings) -> Self {
        Checked {
            findings,
            ..Checked::default()
        }
    }
}

/// A file that was written or kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artefact {
    /// Where.
    pub path: PathBuf,
    /// What is recorded of it.
    pub entry: DocumentEntry,
    /// Why it was written.
    pub made: Why,
    /// What it was rebuilt for.
    pub because: Vec<Cause>,
}

/// Why a file was written, or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// There was none before.
    New,
    /// It was made from something else.
    Rebuilt,
    /// It would be the same.
    Kept,
}

impl Why {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Why::New => "new",
            Why::Rebuilt => "rebuilt",
            Why::Kept => "kept",
        }
    }
}
