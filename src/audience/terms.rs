//! The arrangements that a reader may see, with the numbers that they have for everybody.

use super::piece::{Piece, Sifted, entries, handed};
use super::served::Served;
use crate::case::arrangement::{AgreementStatus, Arrangement};
use crate::diagnostics::Pointer;

impl<'a> Served<'a> {
    /// In the order of the file.
    pub(crate) fn arrangements(&self) -> impl Iterator<Item = Piece<'a, Arrangement>> {
        handed(self.sifted_arrangements())
    }

    /// Those that every party may be served with, and whoever reads what they all do.
    pub(crate) fn arrangements_for_all(&self) -> impl Iterator<Item = Piece<'a, Arrangement>> {
        self.arrangements().filter(|one| one.only.is_none())
    }

    /// The arrangement with this place in the file, from 0.
    pub(crate) fn arrangement(&self, index: usize) -> Option<Piece<'a, Arrangement>> {
        let (arrangement, why) = self.sifted_arrangements().nth(index)?;
        why.is_none().then_some(arrangement)
    }

    /// Arrangements of a status, topic by topic, counted from 1. What the reader may not see
    /// keeps its number and is left out, so that "term 7" is one term for all readers.
    pub(crate) fn numbered(
        &self,
        wanted: impl Fn(AgreementStatus) -> bool,
    ) -> impl Iterator<Item = (u32, Piece<'a, Arrangement>)> {
        let all = self.sifted_arrangements();
        let mut wanted: Vec<_> = all.filter(|(one, _)| wanted(one.status)).collect();
        wanted.sort_by_key(|(one, _)| one.topic);
        (1..)
            .zip(wanted)
            .filter_map(|(number, (one, why))| why.is_none().then_some((number, one)))
    }

    pub(super) fn sifted_arrangements(&self) -> impl Iterator<Item = Sifted<'a, Arrangement>> {
        let list = Pointer::root().key("arrangements");
        entries(list, &self.case.arrangements).map(|one| {
            let why = self.why_not(one.vis, &one.served_to);
            let (vis, served_to) = (one.vis, &one.item.served_to);
            (one.served(vis, served_to), why)
        })
    }
}
