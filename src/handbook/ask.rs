//! What can be asked of the templates over one set of assets.

use super::describe::{self, Described};
use super::fields::{self, Fields};
use super::unanswered::Unanswered;
use crate::assets::Layered;
use crate::packs::shelf::Packs;
use crate::view::Document;

/// The templates over one set of assets, to be asked about.
#[derive(Clone, Copy, Debug)]
pub struct Handbook<'a> {
    assets: &'a Layered,
    packs: &'a Packs,
}

impl<'a> Handbook<'a> {
    /// What is in these assets.
    pub(crate) fn of(assets: &'a Layered, packs: &'a Packs) -> Self {
        Handbook { assets, packs }
    }

    /// What the templates of a document may name at a path of its view, `family.adults`; an
    /// empty path is the whole view.
    ///
    /// # Errors
    /// There is no such path, or the words of the program cannot be read.
    pub fn fields(&self, document: &Document, path: &str) -> Result<Fields, Unanswered> {
        fields::fields(self.assets, self.packs, document, path)
    }

    /// What a partial, a helper, a call of the theme or a phrase is: `{{> name}}`,
    /// `{{name}}`, `#name` or `theme:name`, a dotted key, or a bare name.
    ///
    /// # Errors
    /// Nothing has this name, or the templates cannot be read.
    pub fn describe(&self, name: &str) -> Result<Described, Unanswered> {
        describe::describe(self.assets, self.packs, name)
    }
}
