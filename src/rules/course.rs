//! The course: its stages, its call, its result, its order.
//!
//! Sources: Action for Children, "Planning Together for Children: about your referral";
//! the standard directions of the family courts on attending the course; the pages of
//! its providers. For Wales no deadlines and no separate attendance are published:
//! those two rules are England's.

mod record;
mod stages;

use crate::case::Case;
use crate::case::course::CourseRecord;
use crate::case::proceedings::Jurisdiction;
use crate::case::programme::ProgrammeKind;
use crate::diagnostics::{Pointer, each};

pub(crate) use record::RULES as RECORD;
pub(crate) use stages::RULES as STAGES;

fn records(case: &Case) -> impl Iterator<Item = (Pointer, &CourseRecord)> + Clone {
    each(&Pointer::root().key("course"), &case.course)
}

fn in_england(case: &Case) -> bool {
    let court = case
        .case
        .as_ref()
        .map(|proceedings| proceedings.court.jurisdiction);
    case.programme.kind != ProgrammeKind::WorkingTogether && court != Some(Jurisdiction::Wales)
}
