//! The case the unit tests of this room look at: the fixture that has everything.

use crate::case::Case;
use crate::language::Language;

use super::draft::Draft;
use super::{Audience, Document, DocumentCopy, Request};

pub(super) fn case() -> Case {
    let text = include_str!("../../fixtures/cases/valid/full-agreement.yaml");
    serde_yaml::from_str(text).expect("the fixture is a case")
}

/// The same with a return to court, which no rule would allow, so that every document
/// applies.
pub(super) fn case_of_everything() -> Case {
    let mut case = case();
    case.programme.return_to_court = returned().programme.return_to_court;
    let decided_by = case.document.prepared_by.clone();
    if let Some(back) = &mut case.programme.return_to_court {
        back.decided_by = decided_by;
    }
    case
}

/// A case that returned to court.
pub(super) fn returned() -> Case {
    let text = include_str!("../../fixtures/cases/valid/return-to-court.yaml");
    serde_yaml::from_str(text).expect("the fixture is a case")
}

/// The course in England: one adult has completed it, the other is on it.
pub(super) fn course() -> Case {
    let text = include_str!("../../fixtures/cases/valid/planning-together.yaml");
    serde_yaml::from_str(text).expect("the fixture is a case")
}

/// The course in Wales: both adults' courses ended, and one is on it again.
pub(super) fn course_in_wales() -> Case {
    let text = include_str!("../../fixtures/cases/valid/working-together.yaml");
    serde_yaml::from_str(text).expect("the fixture is a case")
}

pub(super) fn request() -> Request {
    Request {
        document: Document::CourtReport,
        copy: DocumentCopy::of(Audience::Court),
        language: Language::En,
        fingerprint: "0a1b2c3d".to_owned(),
    }
}

/// A draft of a copy of any document: the parts look at the copy alone.
pub(super) fn draft_of(case: &Case, copy: DocumentCopy) -> Draft<'_> {
    Draft::new(case, Request { copy, ..request() })
}

pub(super) fn draft(case: &Case) -> Draft<'_> {
    Draft::new(case, request())
}
