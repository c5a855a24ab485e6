//! Requests and drafts for the unit tests of this room, over the sample cases.

use std::sync::LazyLock;

use crate::case::Case;
pub(super) use crate::case::sample::*;
use crate::diagnostics::SourceFile;
use crate::language::{Language, Locale};

use super::document::Document;
use super::draft::Draft;
use super::kind::ViewKind;
use super::request::Request;
use crate::audience::{DocumentCopy, Office, Reader};

pub(super) fn request() -> Request {
    Request {
        document: Document::builtin(ViewKind::CourtReport),
        copy: DocumentCopy::of(Reader::Court),
        language: Language::En,
    }
}

/// The words of the language of the requests.
pub(super) fn locale() -> &'static Locale {
    static LOCALE: LazyLock<Locale> = LazyLock::new(|| {
        let text = include_str!("../../templates/locales/en.yaml");
        Locale::parse(&SourceFile::new("en.yaml", text)).expect("it is sound")
    });
    &LOCALE
}

/// A draft of a copy of any document: the parts look at the copy alone.
pub(super) fn draft_of(case: &Case, copy: DocumentCopy) -> Draft<'_> {
    let served = Office::of(case).serves(&copy);
    Draft::new(served, locale())
}

/// The court's.
pub(super) fn draft(case: &Case) -> Draft<'_> {
    draft_of(case, DocumentCopy::of(Reader::Court))
}

/// The copy of one adult alone, by place in the file.
pub(super) fn draft_for_party(case: &Case, adult: usize) -> Draft<'_> {
    let adult = &case.people.adults[adult].id;
    draft_of(case, DocumentCopy::of(Reader::Party(adult.clone())))
}
