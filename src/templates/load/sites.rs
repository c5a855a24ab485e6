//! The places of a template that can write: a stretch of plain text or a tag, each
//! under a number that the tree carries to render time.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostics::Place;
use crate::templates::limits;

/// The most places of one file: each is a stretch of it.
const OF_ONE_FILE: usize = limits::FILE_BYTES;

/// The number of a [`Place`] in [`Sites`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SiteId(usize);

impl SiteId {
    /// The number as the tree carries it.
    pub(crate) fn number(self) -> usize {
        self.0
    }

    /// The site of a number that [`SiteId::number`] gave.
    pub(crate) fn from_number(number: usize) -> Self {
        SiteId(number)
    }
}

/// The places of one file, which has a number among those of a document.
#[derive(Debug)]
pub(crate) struct FileSites {
    file: usize,
    places: Vec<Place>,
}

impl FileSites {
    /// No place yet of the file of this number.
    pub(crate) fn of(file: usize) -> Self {
        let places = Vec::new();
        FileSites { file, places }
    }

    /// Takes a place and gives it a number.
    pub(crate) fn add(&mut self, place: Place) -> SiteId {
        self.places.push(place);
        SiteId(self.file * OF_ONE_FILE + self.places.len() - 1)
    }

    /// The place of a number that it gave.
    pub(crate) fn place(&self, site: SiteId) -> &Place {
        &self.places[site.0 % OF_ONE_FILE]
    }
}

/// Every place of a document's templates that can write.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sites(BTreeMap<usize, Arc<FileSites>>);

impl Sites {
    /// Takes the places of another file.
    pub(crate) fn take(&mut self, file: Arc<FileSites>) {
        self.0.insert(file.file, file);
    }

    /// The site whose number this is in writing.
    pub(crate) fn numbered(&self, number: &str) -> Option<SiteId> {
        let number: usize = number.parse().ok()?;
        let file = self.0.get(&(number / OF_ONE_FILE))?;
        (number % OF_ONE_FILE < file.places.len()).then_some(SiteId(number))
    }

    /// The place of a number.
    pub(crate) fn place(&self, site: SiteId) -> &Place {
        self.0[&(site.0 / OF_ONE_FILE)].place(site)
    }
}
