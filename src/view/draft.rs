//! What is in hand while one request is answered, and all that was found missing on the
//! way.

use std::cell::RefCell;
use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::form::{Date, Line, Time};
use crate::case::proceedings::Proceedings;
use crate::diagnostics::{Code, Pointer, Unplaced, code};

use super::picture::Picture;
use crate::audience::{Piece, Served};
use crate::language::{Language, Locale};

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
    /// The phrases that words are composed from, by their keys.
    pub(super) phrases: BTreeSet<String>,
}

/// What the reader of a copy is served and the language of it, with what was found on the
/// way.
pub(super) struct Draft<'a> {
    pub(super) served: Served<'a>,
    pub(super) language: Language,
    /// The words of the language, for what is composed.
    pub(super) locale: &'a Locale,
    gaps: RefCell<Vec<Unplaced>>,
    notes: RefCell<Notes>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(served: Served<'a>, locale: &'a Locale) -> Self {
        Draft {
            served,
            language: locale.language(),
            locale,
            gaps: RefCell::default(),
            notes: RefCell::default(),
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
    pub(super) fn proceedings(&self) -> Piece<'a, Proceedings> {
        let proceedings = self.served.proceedings();
        proceedings.expect("without proceedings the document has no copies")
    }

    /// The only "today" a document knows.
    pub(super) fn today(&self) -> Date {
        self.served.document().prepared_on
    }

    /// Whether there is a day and it lies before that of the document.
    pub(super) fn has_passed(&self, day: Option<Date>) -> bool {
        day.is_some_and(|day| day < self.today())
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

    /// Notes a phrase that words are composed from.
    pub(super) fn asked(&self, key: &str) {
        self.notes.borrow_mut().phrases.insert(key.to_owned());
    }

    /// Says once what the case lacks for this document, however often it would print it.
    pub(super) fn missing(&self, code: &'static Code, at: Pointer, message: &str, help: &str) {
        let mut gap = Unplaced::new(code, at, message);
        gap.help(help);
        let mut gaps = self.gaps.borrow_mut();
        if !gaps.contains(&gap) {
            gaps.push(gap);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    #[test]
    fn what_refers_to_nothing_is_found_and_what_is_noted_is_lost_with_it() {
        let case = sample::case();
        let draft = sample::draft(&case);
        draft.original("cynllun");
        assert_eq!(draft.notes.borrow().originals, ["cynllun"]);
        draft.found(None::<Line>, Pointer::root().key("people"));
        let missed = draft.finish().err().expect("nobody was found");
        assert_eq!(missed[0].at, Pointer::root().key("people"));
    }
}
