//! What is said of domestic abuse, beside the orders and the information that are known.

use std::collections::BTreeSet;

use crate::case::Case;
use crate::case::form::{Date, Id};
use crate::case::safeguarding::{DomesticAbuse, FlagKind, ProtectiveOrder};
use crate::diagnostics::Severity;
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::rules::kit::dates::plain;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;
use crate::rules::sessions::meeting::protective_orders;

pub(crate) const RULES: &[Rule] = &[
    an_order_in_force_is_in_force,
    no_order_speaks_against_none_known,
    no_information_speaks_against_none_known,
];

/// What came later, and so stands later in the register.
pub(crate) const LATER: &[Rule] = &[the_hearing_of_an_order_is_to_come];

/// Of very many orders so many are shown.
const MOST_SHOWN: usize = 3;

fn stated() -> Pointer {
    Pointer::root().key("safeguarding").key("domestic_abuse")
}

fn says(case: &Case, what: DomesticAbuse) -> bool {
    let known = case.safeguarding.as_ref();
    known.is_some_and(|known| known.domestic_abuse == what)
}

/// A court reads that a protective order is in force only where one is, on the day of the
/// document (R95; FPR Practice Direction 12J). One that is over, or yet to begin, stays in
/// the file: its own sentence says so.
fn an_order_in_force_is_in_force(case: &Case, report: &mut Report) {
    let today = case.document.prepared_on;
    let mut orders = protective_orders(case).peekable();
    let recorded = orders.peek().is_some();
    let mut others = Vec::new();
    for (at, order) in orders {
        match out_of_force(order, today) {
            None => return,
            Some((field, says)) => others.push((at.key(field), says)),
        }
    }
    if !recorded || !says(case, DomesticAbuse::ProtectiveOrder) {
        return;
    }
    let message = "a protective order is said to be in force, and none is on the day of the \
                   document";
    let concern = report
        .add(&rule::NOT_IN_FORCE, stated(), message)
        .caption("said to be in force")
        .help(
            "write what is known apart from the order, `alleged`, `admitted` or `found`, or \
             correct the days of the order",
        );
    for (at, says) in others.into_iter().take(MOST_SHOWN) {
        concern.but(at, says);
    }
}

/// The hearing of an order that documents tell of is still to come (R138): one that is over
/// they leave out.
fn the_hearing_of_an_order_is_to_come(case: &Case, report: &mut Report) {
    let today = case.document.prepared_on;
    for (at, order) in protective_orders(case) {
        let Some(hearing) = order.hearing_on.filter(|day| *day < today) else {
            continue;
        };
        let message = "the hearing of a protective order is over on the day of the document";
        let prepared = Pointer::root().key("document").key("prepared_on");
        report
            .add(&rule::HEARING_OVER, at.key("hearing_on"), message)
            .caption(format!("heard on {}", plain(hearing)))
            .but(prepared, format!("but the document is of {}", plain(today)))
            .help("write what was decided there, and the day of the next hearing of the order or none");
    }
}

/// The field by which an order does not bind that day, and what it says.
fn out_of_force(order: &ProtectiveOrder, day: Date) -> Option<(&'static str, String)> {
    let over = order.until.filter(|until| *until < day);
    if order.from > day {
        let says = format!("but this order is in force only from {}", plain(order.from));
        return Some(("from", says));
    }
    let says = |until| format!("but this order was in force until {}", plain(until));
    over.map(|until| ("until", says(until)))
}

/// Where an order protects somebody of the case against an adult of it, abuse has been
/// alleged at least (R96; FPR Practice Direction 12J).
fn no_order_speaks_against_none_known(case: &Case, report: &mut Report) {
    let adults: BTreeSet<&Id> = case.people.adults.iter().map(|adult| &adult.id).collect();
    let order = protective_orders(case).find(|(_, order)| adults.contains(&order.against));
    let Some((at, _)) = order.filter(|_| says(case, DomesticAbuse::NoneKnown)) else {
        return;
    };
    report
        .add(
            &rule::ABUSE_KNOWN,
            stated(),
            "no domestic abuse is said to be known, and a protective order was made",
        )
        .caption("none is said to be known")
        .but(at.key("kind"), "but this order was made")
        .help("write `protective_order` while it is in force, else `alleged` or what is known");
}

/// Information about domestic abuse makes it known, unless it says that there was none:
/// so a warning (R96).
fn no_information_speaks_against_none_known(case: &Case, report: &mut Report) {
    let known = case.safeguarding.as_ref();
    let flags = known.map_or(&[][..], |known| &known.flags);
    let at = Pointer::root().key("safeguarding").key("flags");
    let flag = each(&at, flags).find(|(_, flag)| flag.kind == FlagKind::DomesticAbuse);
    let Some((at, _)) = flag.filter(|_| says(case, DomesticAbuse::NoneKnown)) else {
        return;
    };
    report
        .add(
            &rule::ABUSE_KNOWN,
            stated(),
            "no domestic abuse is said to be known, beside information about it",
        )
        .weigh(Severity::Warning)
        .caption("none is said to be known")
        .but(at.key("kind"), "but this information is about it")
        .help("write `alleged` or what else is known, or give the information another `kind`");
}
