//! Texts with a `vis` of their own: who may see them, of those who see the entry they stand
//! in.
//!
//! An entry whose own words a reader may not see is not there for that reader at all: what
//! stood beside them would tell of them.

use super::piece::{Piece, Sifted, narrowed};
use super::served::Served;
use super::why::Why;
use crate::case::fields::{Written, fields};
use crate::case::form::Id;
use crate::case::mark::Holds;
use crate::case::narrative::{Narrative, Version};
use crate::diagnostics::Pointer;

impl<'a> Served<'a> {
    /// The words of a text in each of its languages, where its reader may see it. There is no
    /// other way to them.
    pub(crate) fn versions<'t>(&self, text: &'t Narrative) -> Option<Vec<Version<'t>>> {
        let may_see = self.why_not_text(text).is_none();
        may_see.then(|| text.versions(self.case.document.language))
    }

    /// A text that may be there, where it is and its reader may see it.
    pub(crate) fn told<'t>(&self, text: Option<&'t Narrative>) -> Option<&'t Narrative> {
        text.filter(|text| self.why_not_text(text).is_none())
    }

    /// Who alone may be served with a text, within what it belongs to.
    pub(crate) fn only(&self, text: &Narrative, within: Option<&[Id]>) -> Option<Vec<Id>> {
        narrowed(within, text.vis(), text.served_to())
    }

    pub(super) fn why_not_text(&self, text: &Narrative) -> Option<Why> {
        self.why_not(text.vis(), text.served_to())
    }

    /// Entries that are their text: where the reader may not see it, they are not there.
    pub(super) fn sifted_by_text<T: 'a>(
        &self,
        entries: impl Iterator<Item = Piece<'a, T>>,
        text: fn(&T) -> &Narrative,
    ) -> impl Iterator<Item = Sifted<'a, T>> {
        entries.map(move |entry| {
            let words = text(entry.item);
            let why = self.why_not_text(words);
            (entry.served(words.vis(), words.served_to()), why)
        })
    }

    /// The texts that a `vis` of their own keeps from the reader.
    pub(super) fn texts_kept_back(&self) -> Vec<(Pointer, Why)> {
        let texts = fields(self.case, |holds| matches!(holds, Holds::Words(_)));
        let texts = texts.into_iter().filter_map(|field| match field.written {
            Written::Narrative(text) => Some((field.at, self.why_not_text(&text)?)),
            Written::Plain(_) => None,
        });
        texts.collect()
    }
}
