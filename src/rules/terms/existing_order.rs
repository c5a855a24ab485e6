//! Orders already made: what is agreed does not pass them by, and what is said to be
//! ordered is.

use crate::case::Case;
use crate::case::arrangement::{Arrangement, StatutoryVerb, TermForm};
use crate::case::form::Date;
use crate::case::proceedings::{CaoType, Order, OrderKind};
use crate::diagnostics::code::rule;
use crate::rules::kit::arrangements::{
    agreed, arrangements, is_in_force, lives_by_agreement, lives_by_order, orders, takes_effect,
};
use crate::rules::kit::dates::plain;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[no_order_is_contradicted, existing_order_exists];

/// What is agreed against an order in force is itself to become an order: until it is
/// varied, the order binds (R28; Children Act 1989 s.8). The file tells it by the
/// statutory verbs alone.
fn no_order_is_contradicted(case: &Case, report: &mut Report) {
    for (place, arrangement) in agreed(case).filter(|(_, a)| a.form != TermForm::ProposedOrder) {
        let day = takes_effect(case, arrangement);
        let against = orders(case)
            .filter(|(_, order)| is_in_force(order, day))
            .find_map(|(at, order)| Some((at, order, contradicts(case, arrangement, order, day)?)));
        let Some((order_at, order, says)) = against else {
            continue;
        };
        let message = format!(
            "`{}` contradicts the order `{}`, and is not proposed as an order",
            arrangement.id, order.id
        );
        report
            .add(&rule::CONTRADICTS_ORDER, place.key("verb"), message)
            .caption("this is agreed")
            .but(order_at.key("cao_type"), says)
            .help("write `form: proposed_order`, so that the court can vary the order");
    }
}

/// What an order says against an agreed term, if it does.
fn contradicts(
    case: &Case,
    arrangement: &Arrangement,
    order: &Order,
    day: Date,
) -> Option<&'static str> {
    let (people, named) = (arrangement.people(), order.with.as_ref()?);
    let is_one = people.contains(named);
    let lives = arrangement.verb? == StatutoryVerb::LivesWith;
    match order.cao_type? {
        _ if people.is_empty() => None,
        CaoType::LiveWith if lives => {
            let shared = is_one
                || people.iter().all(|one| lives_by_order(case, one, day))
                || lives_by_agreement(case, arrangement, named);
            (!shared).then_some("but by this order the child lives with somebody else")
        }
        CaoType::LiveWith => {
            let still = !is_one || lives_by_agreement(case, arrangement, named);
            (!still).then_some("but by this order the child lives with the same person")
        }
        CaoType::SpendTime if lives && is_one => (!lives_by_order(case, named, day))
            .then_some("but by this order the child only spends time with the same person"),
        CaoType::SpendTime | CaoType::Both => None,
    }
}

/// What an existing order is said to say is said by an order that is in the file and in
/// force (R28). Where there are orders about a child's arrangements, it is one of them.
fn existing_order_exists(case: &Case, report: &mut Report) {
    let today = case.document.prepared_on;
    let is_c43 = |order: &Order| order.kind == OrderKind::C43;
    let any_c43 = orders(case).any(|(_, order)| is_c43(order));
    let mut sources = orders(case).filter(|(_, order)| !any_c43 || is_c43(order));
    if sources.clone().any(|(_, order)| is_in_force(order, today)) {
        return;
    }
    let expired = sources.find_map(|(at, order)| {
        let last = order.expires_on.filter(|last| *last < today)?;
        Some((at, last))
    });
    for (place, arrangement) in arrangements(case) {
        if arrangement.form != TermForm::ExistingOrder {
            continue;
        }
        let message = format!(
            "`{}` rests on an order that is not in force",
            arrangement.id
        );
        let concern = report
            .add(&rule::CONTRADICTS_ORDER, place.key("form"), message)
            .caption("said to be ordered already")
            .help("record the order in `case: orders:`, or give the term another `form`");
        if let Some((order_at, last)) = &expired {
            let says = format!("but this order expired on {}", plain(*last));
            concern.but(order_at.key("expires_on"), says);
        }
    }
}
