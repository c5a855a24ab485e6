//! The way of a case in four steps: examine, plan, make, write.
//!
//! | file | step |
//! |---|---|
//! | `examine` | a file becomes a case that every rule has looked at |
//! | `plan` | which copies, in which languages, under which names: pure, before any work |
//! | `make` | a copy becomes the bytes of its files: view, source, pages, checks, PDF |
//! | `write` | all files of a case, or none |
//!
//! Each step takes a value and returns a value; what one finds stops the documents of
//! that case and of no other. All documents of a case are made before the first is
//! written, so that a folder holds all of them or what it held before.
//!
//! Floor 6: the only room that knows both templates and typesetting.

mod asked;
mod built;
mod calendar;
mod examine;
mod fingerprint;
mod make;
mod manuscript;
mod plan;
mod shared;
mod write;

use std::path::Path;

pub use asked::{Asked, Format};
pub use built::{Artefact, Built};
pub use examine::{CaseFile, Examined, examine};
pub use manuscript::{Half, Manuscript};
pub use plan::{Holds, LeftOut, Plan, PlannedCopy, PlannedFile, plan};
pub use shared::Pipeline;

use crate::output::Names;
use write::write;

impl Pipeline {
    /// Makes and writes the documents of one case, under names that no other case of the
    /// run has.
    pub fn build(&self, path: &Path, asked: &Asked, names: &mut Names) -> Built {
        let Examined { case, mut findings } = examine(path);
        if asked.strict {
            findings.promote_warnings();
        }
        let Some(case) = case.filter(|_| !findings.has_errors()) else {
            return Built {
                findings,
                ..Built::default()
            };
        };
        let plan = plan(&case.case, case.name(), asked, self.documents());
        let taken = plan.names().map(|name| names.take(name, case.name()));
        findings.extend(taken.filter_map(Result::err));
        findings.extend(case.located(plan.found).sorted());
        let written = match self.make(&case, &plan.copies) {
            Ok(made) if !findings.has_errors() => write(&asked.out, made),
            Ok(_) => Ok(Vec::new()),
            Err(faults) => Err(faults),
        };
        Built {
            written: written.unwrap_or_else(|faults| {
                findings.extend(faults.sorted());
                Vec::new()
            }),
            left_out: plan.left_out,
            findings,
        }
    }
}
