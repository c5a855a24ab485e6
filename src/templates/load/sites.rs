//! The places of a template that can write: a stretch of plain text or a tag, each
//! under a number that the tree carries to render time.

use crate::diagnostics::Place;

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

/// Every place of a document's templates that can write.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sites(Vec<Place>);

impl Sites {
    /// Takes a place and gives it a number.
    pub(crate) fn add(&mut self, place: Place) -> SiteId {
        self.0.push(place);
        SiteId(self.0.len() - 1)
    }

    /// The site whose number this is in writing.
    pub(crate) fn numbered(&self, number: &str) -> Option<SiteId> {
        let number = number.parse().ok().filter(|number| *number < self.0.len());
        number.map(SiteId)
    }

    /// The place of a number.
    pub(crate) fn place(&self, site: SiteId) -> &Place {
        &self.0[site.0]
    }
}
