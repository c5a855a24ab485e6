//! The arrangements that a reader may see, numbered as the reader's copies have them.

use super::piece::{Piece, Sifted, entries, handed};
use super::served::Served;
use super::why::Why;
use crate::case::arrangement::{AgreementStatus, Arrangement, Stance};
use crate::case::document::Numbering;
use crate::diagnostics::Pointer;

impl<'a> Served<'a> {
    /// In the order of the file.
    pub(crate) fn arrangements(&self) -> impl Iterator<Item = Piece<'a, Arrangement>> {
        handed(self.sifted_arrangements())
    }

    /// The arrangement with this place in the file, from 0.
    pub(crate) fn arrangement(&self, index: usize) -> Option<Piece<'a, Arrangement>> {
        let (arrangement, why) = self.sifted_arrangements().nth(index)?;
        why.is_none().then_some(arrangement)
    }

    /// Arrangements of a status, counted from 1: those that are agreed topic by topic; points
    /// that are not in the order of the file, for which weighs more for a child is the writer's
    /// to say. What the reader may not see has no number, so that no gap tells of it: each
    /// reader's copies count what they hold.
    ///
    /// Where the numbers of the court's copy are kept, each copy leaves out the numbers of what
    /// it lacks. The order is then that of the file: when something kept back begins must not
    /// move another number.
    pub(crate) fn numbered(
        &self,
        wanted: impl Fn(AgreementStatus) -> bool,
    ) -> impl Iterator<Item = (u32, Piece<'a, Arrangement>)> {
        let keeps = self.numbers() == Numbering::Court;
        let all = self.sifted_arrangements();
        let mut wanted: Vec<_> = all
            .filter(|(one, why)| wanted(one.status) && (keeps || why.is_none()))
            .collect();
        wanted.sort_by_key(|(one, _)| one.status.is_agreed().then_some(one.topic));
        if !keeps {
            put_steps_in_order(&mut wanted);
        }
        let counted = (1..).zip(wanted);
        counted.filter_map(|(number, (one, why))| why.is_none().then_some((number, one)))
    }

    /// Why the reader does not get an arrangement: it is kept back whole, or its words are.
    pub(super) fn why_not_arrangement(&self, arrangement: &Arrangement) -> Option<Why> {
        let why = self.why_not(arrangement.vis, &arrangement.served_to);
        why.or_else(|| self.why_not_text(&arrangement.text))
    }

    /// Where parents stand on a point, as far as the reader may know it.
    pub(crate) fn stances(
        &self,
        point: &Piece<'a, Arrangement>,
    ) -> impl Iterator<Item = Piece<'a, Stance>> {
        let only = point.only.clone();
        let stances = entries(point.at.key("positions"), &point.item.positions);
        let within = stances.map(move |stance| Piece {
            only: only.clone(),
            ..stance
        });
        handed(self.sifted_by_text(within, |stance| &stance.text))
    }

    pub(super) fn sifted_arrangements(&self) -> impl Iterator<Item = Sifted<'a, Arrangement>> {
        let list = Pointer::root().key("arrangements");
        entries(list, &self.case.arrangements).map(|one| {
            let why = self.why_not_arrangement(&one);
            let Arrangement {
                vis,
                served_to,
                text,
                ..
            } = one.item;
            let served = one.served(*vis, served_to);
            (served.served(text.vis(), text.served_to()), why)
        })
    }
}

/// Steps that follow one another stand in the order in which they begin, whatever their order
/// in the file.
fn put_steps_in_order(terms: &mut [Sifted<'_, Arrangement>]) {
    for at in 0..terms.len() {
        let earlier = |terms: &[Sifted<'_, Arrangement>]| {
            let mut later = at + 1..terms.len();
            later.find(|&later| is_step_before(&terms[later].0, &terms[at].0))
        };
        while let Some(before) = earlier(terms) {
            terms.swap(at, before);
        }
    }
}

/// Whether one is over before the other begins, of the same children's time with the same
/// person.
fn is_step_before(one: &Arrangement, other: &Arrangement) -> bool {
    let is_over = one.until.zip(other.begins());
    let alike = (one.topic, one.people(), &one.children);
    is_over.is_some_and(|(last, first)| last <= first)
        && !one.people().is_empty()
        && alike == (other.topic, other.people(), &other.children)
}
