//! What is known about safety, as far as the audience may read it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::form::Date;
use crate::case::safeguarding::{
    DomesticAbuse, Flag as CaseFlag, FlagKind, FlagSource, Measure,
    ProtectiveOrder as CaseProtectiveOrder, ProtectiveOrderKind, SafeToMeet,
};
use crate::diagnostics::Pointer;

use crate::audience::{Piece, SafetyFacts};
use crate::view::draft::Draft;
use crate::view::words::Words;

/// The safeguarding statement.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Safeguarding {
    /// `safeguarding` in the case file.
    pub at: Pointer,
    /// What is known of domestic abuse; nothing of an order in force where none is listed.
    pub domestic_abuse: Option<DomesticAbuse>,
    /// The statement in the officer's words.
    pub statement: Option<Words>,
    /// Single pieces of information.
    pub flags: Vec<Flag>,
    /// The day the family's suitability for the programme was assessed.
    pub assessed_on: Option<Date>,
    /// Whether the parents may safely meet.
    pub safe_for_joint_session: SafeToMeet,
    /// What makes a meeting safe.
    pub measures: Vec<Measure>,
}

/// An order that protects somebody.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct ProtectiveOrder {
    /// The order in the case file.
    pub at: Pointer,
    /// The kind of order.
    pub kind: ProtectiveOrderKind,
    /// Who is protected.
    #[schemars(length(min = 1))]
    pub protects: Vec<String>,
    /// Against whom.
    pub against: String,
    /// In force from.
    pub from: Date,
    /// In force until; without a day, until further order.
    pub until: Option<Date>,
    /// Whether it is over on the day of the document.
    pub over: bool,
    /// Whether it is in force only after the day of the document.
    pub to_come: bool,
    /// The day on which it is next before the court, if not before the day of the document.
    pub hearing_on: Option<Date>,
    /// What it says.
    pub terms: Words,
}

/// One piece of safeguarding information.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Flag {
    /// The information in the case file.
    pub at: Pointer,
    /// Whom it is about.
    pub about: String,
    /// What it is about.
    pub kind: FlagKind,
    /// Who gave it.
    pub source: FlagSource,
    /// When.
    pub date: Date,
    /// What was said.
    pub text: Words,
}

impl Safeguarding {
    /// What is known; nothing for a reader who is told none of it.
    pub(crate) fn of(draft: &Draft<'_>) -> Option<Self> {
        let known = draft.served.safety()?;
        let flags = known.flags.iter();
        Some(Safeguarding {
            domestic_abuse: domestic_abuse(&known),
            statement: draft.optional_text(known.statement, known.at.key("statement"), None),
            flags: flags.map(|one| flag(draft, one)).collect(),
            assessed_on: known.suitability.map(|assessed| assessed.assessed_on),
            safe_for_joint_session: known.safe_for_joint_session,
            measures: known.measures.to_vec(),
            at: known.at,
        })
    }
}

/// What is known of domestic abuse. That an order is in force is said only of an order
/// that is listed: a judge must be able to read which.
fn domestic_abuse(known: &SafetyFacts<'_>) -> Option<DomesticAbuse> {
    let is_order = known.domestic_abuse == DomesticAbuse::ProtectiveOrder;
    let is_unlisted = is_order && known.protective_orders.is_empty();
    (!is_unlisted).then_some(known.domestic_abuse)
}

/// The orders that protect somebody; none for a reader who is told none of it.
pub(crate) fn protective_orders(draft: &Draft<'_>) -> Vec<ProtectiveOrder> {
    let known = draft.served.safety();
    let orders = known.iter().flat_map(|known| &known.protective_orders);
    orders.map(|order| protective_order(draft, order)).collect()
}

fn protective_order(draft: &Draft<'_>, order: &Piece<'_, CaseProtectiveOrder>) -> ProtectiveOrder {
    let at = &order.at;
    let today = draft.today();
    ProtectiveOrder {
        at: at.clone(),
        kind: order.kind,
        protects: draft.names(&order.protects, at.key("protects")),
        against: draft.name(&order.against, at.key("against")),
        from: order.from,
        until: order.until,
        over: order.until.is_some_and(|until| until < today),
        to_come: order.from > today,
        hearing_on: order.hearing_on.filter(|day| *day >= today),
        terms: draft.text(order, "terms", &order.terms),
    }
}

fn flag(draft: &Draft<'_>, flag: &Piece<'_, CaseFlag>) -> Flag {
    let at = &flag.at;
    Flag {
        at: at.clone(),
        about: draft.name(&flag.about, at.key("about")),
        kind: flag.kind,
        source: flag.source,
        date: flag.date,
        text: draft.text(flag, "text", &flag.text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;
    use crate::view::sample;

    #[test]
    fn an_order_binds_from_its_first_day_to_its_last() {
        let mut case = sample::returned();
        let mut told_on = |day: &str| {
            case.document.prepared_on = day.parse().expect("a day");
            let told = protective_orders(&sample::draft(&case));
            (told[0].to_come, told[0].over)
        };
        assert_eq!(told_on("2026-05-13"), (true, false));
        assert_eq!(told_on("2026-05-14"), (false, false));
        assert_eq!(told_on("2027-05-13"), (false, false));
        assert_eq!(told_on("2027-05-14"), (false, true));
    }

    #[test]
    fn an_order_is_said_to_be_in_force_only_where_one_is_listed() {
        let mut case = sample::returned();
        let said = |case: &Case| {
            let told = Safeguarding::of(&sample::draft(case));
            told.expect("it has some").domestic_abuse
        };
        assert_eq!(said(&case), Some(DomesticAbuse::ProtectiveOrder));
        let known = case.safeguarding.as_mut().expect("it has some");
        known.protective_orders.clear();
        assert_eq!(said(&case), None);
    }
}
