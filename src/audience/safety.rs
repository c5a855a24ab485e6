//! What is known about safety, which the court's papers tell, and the copies of them that
//! parties are served with as far as each piece lets them be.

use super::piece::{Piece, Sifted, entries, handed};
use super::served::Served;
use super::why::Why;
use crate::case::narrative::Narrative;
use crate::case::safeguarding::{
    DomesticAbuse, Flag, Measure, ProtectiveOrder, SafeToMeet, Safeguarding, Suitability,
};
use crate::diagnostics::Pointer;

/// What is known about safety, as far as the reader may know it.
#[derive(Clone, Debug)]
pub(crate) struct SafetyFacts<'a> {
    pub(crate) at: Pointer,
    pub(crate) domestic_abuse: DomesticAbuse,
    pub(crate) statement: Option<&'a Narrative>,
    pub(crate) protective_orders: Vec<Piece<'a, ProtectiveOrder>>,
    pub(crate) flags: Vec<Piece<'a, Flag>>,
    pub(crate) suitability: Option<&'a Suitability>,
    pub(crate) safe_for_joint_session: SafeToMeet,
    pub(crate) measures: &'a [Measure],
}

impl<'a> Served<'a> {
    pub(crate) fn safety(&self) -> Option<SafetyFacts<'a>> {
        let known = handed(self.sifted_safety().into_iter()).next()?;
        let Safeguarding {
            domestic_abuse,
            statement,
            protective_orders,
            flags: _,
            suitability,
            safe_for_joint_session,
            measures,
        } = known.item;
        Some(SafetyFacts {
            domestic_abuse: *domestic_abuse,
            statement: self.told(statement.as_ref()),
            protective_orders: handed(self.sifted_by_text(
                entries(known.at.key("protective_orders"), protective_orders),
                |order| &order.terms,
            ))
            .collect(),
            flags: handed(self.sifted_flags()).collect(),
            suitability: suitability.as_ref(),
            safe_for_joint_session: *safe_for_joint_session,
            measures,
            at: known.at,
        })
    }

    /// What makes a meeting of the parents safe and everybody who comes must know: when to
    /// arrive and where to wait. What it is needed for is told to nobody.
    pub(crate) fn arrivals(&self) -> impl Iterator<Item = Measure> + use<'a> {
        let known = self.case.safeguarding.iter();
        let measures = known.flat_map(|known| &known.measures).copied();
        measures.filter(|one| matches!(one, Measure::SeparateWaiting | Measure::StaggeredArrival))
    }

    pub(super) fn sifted_safety(&self) -> Option<Sifted<'a, Safeguarding>> {
        let known = self.case.safeguarding.as_ref()?;
        let at = Pointer::root().key("safeguarding");
        Some((Piece::new(at, known), self.why_not_court_papers()))
    }

    pub(super) fn sifted_flags(&self) -> impl Iterator<Item = Sifted<'a, Flag>> {
        let flags = self
            .case
            .safeguarding
            .as_ref()
            .map(|known| &known.flags[..]);
        let list = Pointer::root().key("safeguarding").key("flags");
        entries(list, flags.unwrap_or_default()).map(|flag| {
            let why = self.why_not(Some(flag.vis), &flag.served_to);
            let why: Option<Why> = why.or_else(|| self.why_not_text(&flag.text));
            let why = why.or(self.why_not_court_papers());
            let (vis, served_to, text) = (flag.vis, &flag.item.served_to, &flag.item.text);
            let flag = flag.served(Some(vis), served_to);
            (flag.served(text.vis(), text.served_to()), why)
        })
    }
}
