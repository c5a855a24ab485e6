//! What is known about safety, as far as the audience may read it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::form::Date;
use crate::case::safeguarding::{
    DomesticAbuse, Flag as CaseFlag, FlagKind, FlagSource, Measure,
    ProtectiveOrder as CaseProtectiveOrder, ProtectiveOrderKind, SafeToMeet,
    Safeguarding as CaseSafeguarding,
};
use crate::diagnostics::Pointer;

use crate::view::draft::Draft;
use crate::view::restriction::Restriction;
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
    /// Orders that protect somebody of the case.
    pub protective_orders: Vec<ProtectiveOrder>,
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
    /// Who may be served with it, where not all parties.
    pub restriction: Option<Restriction>,
}

impl Safeguarding {
    pub(crate) fn of(draft: &Draft<'_>, source: &CaseSafeguarding) -> Self {
        let at = Pointer::root().key("safeguarding");
        let statement = source.statement.as_ref();
        let orders = source.protective_orders.iter().enumerate();
        let flags = source.flags.iter().enumerate();
        Safeguarding {
            at: at.clone(),
            domestic_abuse: domestic_abuse(source),
            statement: draft.optional_text(statement, at.key("statement")),
            protective_orders: orders
                .map(|(i, order)| protective_order(draft, i, order))
                .collect(),
            flags: flags
                .filter(|_| draft.for_court())
                .map(|(i, information)| flag(draft, i, information))
                .collect(),
            assessed_on: source
                .suitability
                .as_ref()
                .map(|assessed| assessed.assessed_on),
            safe_for_joint_session: source.safe_for_joint_session,
            measures: source.measures.clone(),
        }
    }
}

/// What is known of domestic abuse. That an order is in force is said only of an order
/// that is listed: a judge must be able to read which.
pub(crate) fn domestic_abuse(source: &CaseSafeguarding) -> Option<DomesticAbuse> {
    let is_order = source.domestic_abuse == DomesticAbuse::ProtectiveOrder;
    let is_unlisted = is_order && source.protective_orders.is_empty();
    (!is_unlisted).then_some(source.domestic_abuse)
}

fn protective_order(
    draft: &Draft<'_>,
    index: usize,
    order: &CaseProtectiveOrder,
) -> ProtectiveOrder {
    let at = Pointer::root()
        .key("safeguarding")
        .key("protective_orders")
        .item(index);
    let today = draft.case.document.prepared_on;
    ProtectiveOrder {
        kind: order.kind,
        protects: draft.names(&order.protects, at.key("protects")),
        against: draft.name(&order.against, at.key("against")),
        from: order.from,
        until: order.until,
        over: order.until.is_some_and(|until| until < today),
        to_come: order.from > today,
        terms: draft.text(&order.terms, at.key("terms")),
        at,
    }
}

fn flag(draft: &Draft<'_>, index: usize, flag: &CaseFlag) -> Flag {
    let at = Pointer::root().key("safeguarding").key("flags").item(index);
    Flag {
        about: draft.name(&flag.about, at.key("about")),
        kind: flag.kind,
        source: flag.source,
        date: flag.date,
        text: draft.text(&flag.text, at.key("text")),
        restriction: Restriction::of(draft, Some(flag.vis), &flag.served_to, &at),
        at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    #[test]
    fn an_order_binds_from_its_first_day_to_its_last() {
        let mut case = sample::returned();
        let mut told_on = |day: &str| {
            case.document.prepared_on = day.parse().expect("a day");
            let known = case.safeguarding.clone().expect("it has some");
            let told = Safeguarding::of(&sample::draft(&case), &known);
            (
                told.protective_orders[0].to_come,
                told.protective_orders[0].over,
            )
        };
        assert_eq!(told_on("2026-05-13"), (true, false));
        assert_eq!(told_on("2026-05-14"), (false, false));
        assert_eq!(told_on("2027-05-13"), (false, false));
        assert_eq!(told_on("2027-05-14"), (false, true));
    }

    #[test]
    fn an_order_is_said_to_be_in_force_only_where_one_is_listed() {
        let known = sample::returned().safeguarding.expect("it has some");
        assert_eq!(domestic_abuse(&known), Some(DomesticAbuse::ProtectiveOrder));
        let unlisted = CaseSafeguarding {
            protective_orders: Vec::new(),
            ..known
        };
        assert_eq!(domestic_abuse(&unlisted), None);
    }
}
