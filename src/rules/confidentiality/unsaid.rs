//! Places of which nothing says whether they may be told.
//!
//! Where somebody's home is kept back, what is not known counts as kept back: a place that
//! nobody thought of must not be printed for want of a line.

use super::hidden::{hidden_adults, places};
use crate::case::Case;
use crate::case::place::PlaceKind;
use crate::diagnostics::code::confidentiality;
use crate::diagnostics::{Pointer, Unplaced, each};
use crate::reading::Places;
use crate::rules::people::family::adults;
use crate::rules::rule::Report;

/// Beside a home that form C8 or a refuge keeps back, or an order that protects somebody,
/// each place says whether it is confidential (K04). The rooms of a service are known to
/// everybody who is asked there.
pub fn unsaid(case: &Case, written: &Places) -> Vec<Unplaced> {
    let mut report = Report::default();
    let Some((why, caption)) = reason(case) else {
        return report.into_findings();
    };
    let says = |at: &Pointer| written.value(&at.key("confidential")).is_some();
    let asked = places(case).filter(|(_, place)| place.kind != PlaceKind::Office);
    for (at, place) in asked.filter(|(at, _)| !says(at)) {
        let message = format!(
            "nothing says whether the place `{}` is confidential",
            place.id
        );
        report
            .add(&confidentiality::UNSAID_PLACE, at.key("id"), message)
            .caption("this place says neither")
            .but(why.clone(), caption)
            .help(
                "write `confidential: true` and a `public_label`, or `confidential: false`: what \
                 is not known counts as kept back",
            );
    }
    report.into_findings()
}

/// What makes it a question, and where that stands.
fn reason(case: &Case) -> Option<(Pointer, &'static str)> {
    let hidden = hidden_adults(case)
        .next()
        .map(|(at, adult)| match adult.in_refuge {
            true => (at.key("in_refuge"), "somebody is in a refuge"),
            false => (
                at.key("c8").key("address"),
                "somebody keeps an address back",
            ),
        });
    let orders = case.safeguarding.iter().flat_map(|known| {
        let list = Pointer::root().key("safeguarding").key("protective_orders");
        each(&list, &known.protective_orders)
            .map(|(at, _)| at)
            .collect::<Vec<_>>()
    });
    let order = orders
        .map(|at| (at.key("kind"), "an order protects somebody"))
        .next();
    let named = adults(case).filter(|(_, adult)| adult.kept_back().person_child_lives_with);
    let named = named.map(|(at, _)| {
        let at = at.key("c8").key("person_child_lives_with");
        (at, "somebody keeps a name back")
    });
    hidden.or(named.into_iter().next()).or(order)
}
