//! A case in hand while one request is answered: who is meant by a short name, and
//! all that was found missing on the way.

use std::cell::RefCell;
use std::rc::Rc;

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::Case;
use crate::case::form::{Date, Id, Line, Time};
use crate::case::proceedings::Proceedings;
use crate::case::safeguarding::Visibility;
use crate::diagnostics::{Code, Pointer, Unplaced, code};

use super::{Picture, Request};
use crate::audience::Audience;

/// A time of day, `HH:MM`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(with = "String", extend("format" = "time"))]
pub(super) struct TimeOfDay(pub(super) Time);

/// What a view takes note of besides its content.
#[derive(Default)]
pub(super) struct Notes {
    /// Texts that are there in another language alone.
    pub(super) originals: Vec<String>,
    /// The pictures the document shows.
    pub(super) pictures: Vec<Picture>,
}

/// The case and the request, with what was found on the way.
pub(super) struct Draft<'a> {
    pub(super) case: &'a Case,
    pub(super) request: Request,
    gaps: Rc<RefCell<Vec<Unplaced>>>,
    notes: Rc<RefCell<Notes>>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(case: &'a Case, request: Request) -> Self {
        Draft {
            case,
            request,
            gaps: Rc::default(),
            notes: Rc::default(),
        }
    }

    /// The same request, of a case that says less. What is found there is found here.
    pub(super) fn about<'b>(&self, case: &'b Case) -> Draft<'b> {
        Draft {
            case,
            request: self.request.clone(),
            gaps: Rc::clone(&self.gaps),
            notes: Rc::clone(&self.notes),
        }
    }

    /// The end of the work: what was noted on the way, or all that was found missing.
    pub(super) fn finish(self) -> Result<Notes, Vec<Unplaced>> {
        let gaps = self.gaps.take();
        match gaps.is_empty() {
            true => Ok(self.notes.take()),
            false => Err(gaps),
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

    /// Whether there is a day and it lies before that of the document.
    pub(super) fn has_passed(&self, day: Option<Date>) -> bool {
        day.is_some_and(|day| day < self.today())
    }

    pub(super) fn for_court(&self) -> bool {
        self.request.copy.audience == Audience::Court
    }

    /// Whose copy it is, for a document that has one for each person.
    pub(super) fn person(&self) -> &Id {
        let person = self.request.copy.person.as_ref();
        person.expect("every copy of the document is somebody's")
    }

    /// Where the document's source finds a picture of the case, from the top. The name says
    /// nothing of the file: its format is told by its bytes.
    pub(super) fn picture(&self, file: &Line) -> String {
        let pictures = &mut self.notes.borrow_mut().pictures;
        let path = format!("case/picture-{}", pictures.len() + 1);
        let below_top = format!("/{path}");
        pictures.push(Picture {
            path,
            file: file.to_string(),
        });
        below_top
    }

    /// Whether the reader of this copy may be served with a piece of the file.
    pub(super) fn may_read(&self, vis: Option<Visibility>, served_to: &[Id]) -> bool {
        self.request.copy.may_read(self.case, vis, served_to)
    }

    /// What a reference found; where it leads nowhere, that is reported.
    pub(super) fn found<T>(&self, hit: Option<T>, at: Pointer) -> Option<T> {
        if hit.is_none() {
            self.missing(
                &code::view::UNRESOLVED,
                at,
                "this refers to something the case does not have",
                "write the `id` of a person, place or session of this file",
            );
        }
        hit
    }

    /// Notes a text that stands in the document in its own language.
    pub(super) fn original(&self, text: &str) {
        self.notes.borrow_mut().originals.push(text.to_owned());
    }

    /// Says what the case lacks for this document.
    pub(super) fn missing(&self, code: &'static Code, at: Pointer, message: &str, help: &str) {
        let mut gap = Unplaced::new(code, at, message);
        gap.help(help);
        self.gaps.borrow_mut().push(gap);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    #[test]
    fn what_is_found_of_a_case_that_says_less_is_found() {
        let (case, less) = (sample::case(), sample::case());
        let draft = sample::draft(&case);
        draft.about(&less).original("cynllun");
        draft
            .about(&less)
            .found(None::<Id>, Pointer::root().key("people"));
        assert_eq!(draft.notes.borrow().originals, ["cynllun"]);
        let missed = draft.finish().err().expect("nobody was found");
        assert_eq!(missed[0].at, Pointer::root().key("people"));
    }
}
