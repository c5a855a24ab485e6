//! Whose way through the course is recorded, and whether it is England's course.

use crate::case::Case;
use crate::case::course::CourseRecord;
use crate::case::proceedings::Jurisdiction;
use crate::case::programme::ProgrammeKind;
use crate::diagnostics::Pointer;
use crate::diagnostics::each;

pub(super) fn records(case: &Case) -> impl Iterator<Item = (Pointer, &CourseRecord)> + Clone {
    each(&Pointer::root().key("course"), &case.course)
}

pub(super) fn in_england(case: &Case) -> bool {
    let court = case
        .proceedings
        .as_ref()
        .map(|proceedings| proceedings.court.jurisdiction);
    case.programme.kind != ProgrammeKind::WorkingTogether && court != Some(Jurisdiction::Wales)
}
