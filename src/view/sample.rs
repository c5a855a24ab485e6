//! Requests and drafts for the unit tests of this room, over the sample cases.

use crate::case::Case;
pub(super) use crate::case::sample::*;
use crate::language::Language;

use super::draft::Draft;
use super::{Document, Request, ViewKind};
use crate::audience::{Audience, DocumentCopy};

pub(super) fn request() -> Request {
    Request {
        document: Document::builtin(ViewKind::CourtReport),
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
