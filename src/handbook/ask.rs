//! What can be asked of the templates over one set of assets.

use super::accepted::{self, Sample, Tested};
use super::copies::{self, Copied};
use super::describe::{self, Described};
use super::diff::{self, Diff};
use super::fields::{self, Fields};
use super::list::{self, List};
use super::parts::{self, Parts};
use super::rename;
use super::unanswered::Unanswered;
use super::upgrade::{self, Upgraded};
use super::which::{self, Which};
use crate::assets::{Folder, Layered};
use crate::packs::renamed::Renamed;
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

    /// Everything of the folders of a firm that differs from what lies below it.
    ///
    /// # Errors
    /// Words that cannot be read.
    pub fn list(&self) -> Result<List, Unanswered> {
        list::list(self.assets)
    }

    /// The parts of a document, in its order.
    ///
    /// # Errors
    /// Templates that cannot be read.
    pub fn parts(&self, document: &Document) -> Result<Parts, Unanswered> {
        parts::parts(self.assets, self.packs, document)
    }

    /// Whose words or file a name leads to, and what that hides: of a phrase, a partial, a
    /// document, or the path of a file.
    ///
    /// # Errors
    /// Nothing has this name, or the templates cannot be read.
    pub fn which(&self, name: &str) -> Result<Which, Unanswered> {
        which::which(self.assets, self.packs, name)
    }

    /// Copies a template or a module of the theme into the top folder, and keeps what it was
    /// copied from beside it.
    ///
    /// # Errors
    /// There is no such file or no folder, it is there already (`O07`), or cannot be written.
    pub fn eject(&self, name: &str) -> Result<Copied, Unanswered> {
        copies::eject(self.assets, self.packs, name)
    }

    /// How the files and phrases of the top folder differ from what they were copied from, and
    /// whether that has changed since; those alone that a name leads to, if there is one.
    ///
    /// # Errors
    /// There is no folder, or a template cannot be read.
    pub fn diff(&self, name: Option<&str>) -> Result<Diff, Unanswered> {
        diff::diff(self.assets, self.packs, name)
    }

    /// What samples say, compared with what the top folder has accepted of them.
    ///
    /// # Errors
    /// There is no folder, or something of it cannot be read.
    pub fn test(&self, samples: &[Sample]) -> Result<Tested, Unanswered> {
        accepted::test(self.assets, self.packs, samples)
    }

    /// Keeps what samples say as what is expected of them, in the top folder.
    ///
    /// # Errors
    /// There is no folder, or it cannot be written to.
    pub fn accept(&self, samples: &[Sample]) -> Result<(), Unanswered> {
        accepted::accept(self.assets, samples)
    }

    /// The folder that wins, where a firm has one.
    pub fn folder(&self) -> Option<&'a Folder> {
        self.folders().next()
    }

    /// The folders of a firm and its offices, the one that wins first.
    pub fn folders(&self) -> impl Iterator<Item = &'a Folder> + use<'a> {
        self.assets.folders()
    }

    /// Carries what the top folder names to the names of today; a line for each that was.
    ///
    /// # Errors
    /// There is no folder, or a file cannot be written.
    pub fn rename(&self) -> Result<Vec<String>, Unanswered> {
        rename::carry((self.assets, self.packs), Renamed::builtin())
    }

    /// Merges every copy of the top folder with what lies below it now.
    ///
    /// # Errors
    /// There is no folder, an upgrade is open, or a file cannot be written.
    pub fn upgrade(&self) -> Result<Upgraded, Unanswered> {
        upgrade::upgrade(self.assets)
    }

    /// Ends an upgrade whose conflicts are settled.
    ///
    /// # Errors
    /// No upgrade is open; `A13` for a conflict that is.
    pub fn settle(&self) -> Result<Upgraded, Unanswered> {
        upgrade::settle(self.assets)
    }

    /// Puts back what stood there before an upgrade.
    ///
    /// # Errors
    /// No upgrade is open, or a file cannot be written.
    pub fn abort(&self) -> Result<Upgraded, Unanswered> {
        upgrade::abort(self.assets)
    }
}
