//! A piece of the file in a reader's hands: what it is, where it stands, and to whom alone it
//! may be served.

use std::ops::Deref;

use super::why::Why;
use crate::case::form::Id;
use crate::case::safeguarding::Visibility;
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
    pub(crate) only: Option<&'a [Id]>,
}

impl<'a, T> Piece<'a, T> {
    /// A piece that all parties may be served with.
    pub(super) fn new(at: Pointer, item: &'a T) -> Self {
        let only = None;
        Piece { at, item, only }
    }

    /// The same, served as the file says.
    pub(super) fn served(self, vis: Option<Visibility>, served_to: &'a [Id]) -> Self {
        let only = match vis {
            None | Some(Visibility::ServedAll) => None,
            Some(Visibility::CourtOnly) => Some([].as_slice()),
            Some(Visibility::ServedTo) => Some(served_to),
        };
        Piece { only, ..self }
    }
}

impl<T> Clone for Piece<'_, T> {
    fn clone(&self) -> Self {
        let (at, item, only) = (self.at.clone(), self.item, self.only);
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
