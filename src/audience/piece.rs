//! A piece of the file in a reader's hands: what it is, where it stands, and to whom alone it
//! may be served.

use std::ops::Deref;

use super::why::Why;
use crate::case::form::Id;
use crate::case::visibility::Visibility;
use crate::diagnostics::Pointer;

/// A piece of the file.
#[derive(Debug)]
pub(crate) struct Piece<'a, T> {
    /// Where it stands in the case file.
    pub(crate) at: Pointer,
    /// The piece itself.
    pub(crate) item: &'a T,
    /// Who alone may be served with it, where not all parties: nobody, where it is for the
    /// court alone.
    pub(crate) only: Option<Vec<Id>>,
}

impl<'a, T> Piece<'a, T> {
    /// A piece that all parties may be served with.
    pub(super) fn new(at: Pointer, item: &'a T) -> Self {
        let only = None;
        Piece { at, item, only }
    }

    /// The same, served as the file says: on nobody on whom it may not be served already.
    pub(super) fn served(self, vis: Option<Visibility>, served_to: &[Id]) -> Self {
        let only = narrowed(self.only.as_deref(), vis, served_to);
        Piece { only, ..self }
    }
}

/// Who alone may be served with what is marked so, within a piece that has a mark or none.
pub(super) fn narrowed(
    within: Option<&[Id]>,
    vis: Option<Visibility>,
    served_to: &[Id],
) -> Option<Vec<Id>> {
    let may_be_served = |id: &&Id| within.is_none_or(|within| within.contains(id));
    match vis {
        None | Some(Visibility::ServedAll) => within.map(<[Id]>::to_vec),
        Some(Visibility::CourtOnly) => Some(Vec::new()),
        Some(Visibility::ServedTo) => {
            Some(served_to.iter().filter(may_be_served).cloned().collect())
        }
    }
}

impl<T> Clone for Piece<'_, T> {
    fn clone(&self) -> Self {
        let (at, item, only) = (self.at.clone(), self.item, self.only.clone());
        Piece { at, item, only }
    }
}

impl<T> Deref for Piece<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.item
    }
}

/// The entries of a list of the file.
pub(super) fn entries<'a, T>(
    list: Pointer,
    items: &'a [T],
) -> impl Iterator<Item = Piece<'a, T>> + use<'a, T> {
    let numbered = items.iter().enumerate();
    numbered.map(move |(index, item)| Piece::new(list.item(index), item))
}

/// A piece with the reason why the reader does not get it, if there is one.
pub(super) type Sifted<'a, T> = (Piece<'a, T>, Option<Why>);

/// What the reader gets of pieces that were looked at.
pub(super) fn handed<'a, T: 'a>(
    sifted: impl Iterator<Item = Sifted<'a, T>>,
) -> impl Iterator<Item = Piece<'a, T>> {
    sifted.filter_map(|(piece, why)| why.is_none().then_some(piece))
}
