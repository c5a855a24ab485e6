//! What the pipeline says was made of a case.

use std::path::PathBuf;

use super::plan::LeftOut;
use crate::diagnostics::Findings;
use crate::view::NoCalendar;

/// What became of a case.
#[derive(Clone, Debug, Default)]
pub struct Built {
    /// The files written: all of the case's, or none.
    pub written: Vec<Artefact>,
    /// The files that stand there already and would be the same.
    pub kept: Vec<Artefact>,
    /// Files of documents that no longer apply, which were taken away.
    pub removed: Vec<PathBuf>,
    /// The documents of the family's programme that were not made, and why; where
    /// documents are asked for by name, none.
    pub left_out: Vec<LeftOut>,
    /// Why there is no calendar to import, for each child of whom there is none; nothing
    /// where the plan itself is not made.
    pub no_calendar: Vec<NoCalendar>,
    /// What was found on the way.
    pub findings: Findings,
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artefact {
    /// Where.
    pub path: PathBuf,
    /// How many pages it has; a source has none.
    pub pages: Option<usize>,
}
