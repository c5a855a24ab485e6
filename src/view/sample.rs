//! The case the unit tests of this room look at: the fixture that has everything.

use crate::case::Case;
use crate::language::Language;

use super::draft::Draft;
use super::{Audience, Document, DocumentCopy, Request};

pub(super) fn case() -> Case {
    let text = include_str!("../../fixtures/cases/valid/full-agreement.yaml");
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

pub(super) fn draft(case: &Case) -> Draft<'_> {
    Draft::new(case, request())
}
