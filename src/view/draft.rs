//! A case in hand while one request is answered: who is meant by a short name, and
//! all that was found missing on the way.

use std::cell::RefCell;

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::Case;
use crate::case::form::{Date, Time};
use crate::case::proceedings::Proceedings;
use crate::diagnostics::{Code, Diagnostic, Findings, code};

use super::{Audience, Request};

/// A time of day, `HH:MM`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(with = "String", extend("format" = "time"))]
pub(super) struct TimeOfDay(pub(super) Time);

/// The case and the request, with what was found on the way.
pub(super) struct Draft<'a> {
    pub(super) case: &'a Case,
    pub(super) request: Request,
    findings: RefCell<Findings>,
    /// Texts that are there in another language alone.
    originals: RefCell<Vec<String>>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(case: &'a Case, request: Request) -> Self {
        Draft {
            case,
            request,
            findings: RefCell::default(),
            originals: RefCell::default(),
        }
    }

    /// The end of the work: the originals that stand in place of a translation, or all
    /// that was found missing.
    pub(super) fn finish(self) -> Result<Vec<String>, Findings> {
        let findings = self.findings.into_inner();
        if findings.is_empty() {
            Ok(self.originals.into_inner())
        } else {
            Err(findings)
        }
    }

    /// The court proceedings, for a document that has copies only where there are some.
    pub(super) fn proceedings(&self) -> &'a Proceedings {
        let proceedings = self.case.case.as_ref();
        proceedings.expect("without proceedings the document has no copies")
    }

    /// The only "today" a document knows.
    pub(super) fn today(&self) -> Date {
        self.case.document.prepared_on
    }

    pub(super) fn for_court(&self) -> bool {
        self.request.copy.audience == Audience::Court
    }

    /// What a reference found; where it found nothing, that is found.
    pub(super) fn found<T>(&self, hit: Option<T>, at: &str) -> Option<T> {
        if hit.is_none() {
            self.unresolved(at);
        }
        hit
    }

    /// Says that a reference leads nowhere.
    pub(super) fn unresolved(&self, at: &str) -> String {
        self.missing(
            &code::view::UNRESOLVED,
            format!("`{at}` refers to something the case does not have"),
            "write the `id` of a person, place or session of this file",
        );
        String::new()
    }

    /// Notes a text that stands in the document in its own language.
    pub(super) fn original(&self, text: &str) {
        self.originals.borrow_mut().push(text.to_owned());
    }

    /// Says what the case lacks for this document.
    pub(super) fn missing(&self, code: &'static Code, message: String, help: &str) {
        let finding = Diagnostic::new(code, message).help(help);
        self.findings.borrow_mut().push(finding);
    }
}
