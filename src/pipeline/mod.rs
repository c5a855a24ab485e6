//! The way of a case in four steps: examine, plan, make, write.
//!
//! | file | step |
//! |---|---|
//! | `examine` | a file becomes a case that every rule has looked at |
//! | `plan` | which copies, in which languages, under which names: pure, before any work |
//! | `make` | a copy becomes the bytes of its files: view, source, pages, checks, PDF |
//! | `concordance` | the numbers of the court's paragraphs in the copies of the parties |
//! | `judged` | what must be true of a file before it may be written |
//! | `write` | all files of a case, or none |
//! | `budget`, `at_hand` | is it as short as it is meant to be, and does it have beside it what it names? |
//! | `looked_at` | has somebody looked at each picture? |
//! | `leaves_out` | what a reader's copies leave out, told beforehand |
//!
//! `prepare` takes the first three, `settle` the last: many cases may be prepared at once.
//!
//! Each step takes a value and returns a value; what one finds stops the documents of
//! that case and of no other. All documents of a case are made before the first is
//! written, so that a folder holds all of them or what it held before.
//!
//! To show a document before it is written, take what `make` makes: it judges the pages
//! too (`fit_to_file`), which `typeset` alone does not.
//!
//! Floor 6: imports from every room below.

mod again;
mod asked;
mod at_hand;
mod budget;
mod built;
mod calendar;
mod cause;
mod common_inputs;
mod concordance;
mod confirmed;
mod current;
mod examine;
mod fonts;
mod given;
mod judged;
mod leaves_out;
mod looked_at;
mod made;
mod make;
mod manuscript;
mod parts;
mod plan;
mod prepare;
mod record;
mod sampled;
mod shapes;
mod shared;
mod taken_part;
mod write;

pub use again::Again;
pub use asked::{Asked, Format};
pub use built::{Artefact, Built, Checked, Why};
pub use cause::{Cause, CauseKind};
pub use current::Current;
pub use examine::{CaseFile, Examined, examine};
pub use given::Given;
pub use leaves_out::LeavesOut;
pub use made::{Kept, Made};
pub use manuscript::{Half, Manuscript};
pub use parts::{CasePart, CaseValue};
pub use plan::{Holds, LeftOut, Plan, PlannedCopy, PlannedFile, plan};
pub use prepare::Prepared;
pub use shared::Pipeline;

use crate::output::{Folder, Names};

impl Pipeline {
    /// Makes and writes the documents of one case into an output folder, under names that no
    /// other case of the run has.
    pub fn build(
        &self,
        given: &Given,
        asked: &Asked,
        folder: &mut Folder,
        names: &mut Names,
    ) -> Built {
        let prepared = self.prepare(given, asked, &|case, file, from| {
            folder.kept(case, file, from)
        });
        self.settle(prepared, folder, names)
    }
}
