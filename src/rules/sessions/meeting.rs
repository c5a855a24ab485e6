//! Whether the parents may meet: what the officer judges, what an order forbids.

use std::collections::BTreeSet;

use crate::case::Case;
use crate::case::form::{Date, Id};
use crate::case::programme::{SessionKind, SessionStatus};
use crate::case::safeguarding::{DomesticAbuse, Measure, ProtectiveOrder, SafeToMeet};
use crate::diagnostics::Severity;
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::rules::kit::dates::plain;
use crate::rules::kit::programme::{sessions, standing};
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[
    parents_may_meet,
    measures_are_kept,
    no_order_forbids_the_meeting,
    no_order_speaks_against_the_verdict,
    measures_answer_known_abuse,
    orders_protect_somebody,
];

fn safeguarding() -> Pointer {
    Pointer::root().key("safeguarding")
}

/// There is no joint session where the parents may not safely meet (R11; FPR Practice
/// Direction 12J). One that was held before the case returned to court is history.
fn parents_may_meet(case: &Case, report: &mut Report) {
    let verdict = case.safeguarding.as_ref().map(|s| s.safe_for_joint_session);
    if verdict != Some(SafeToMeet::No) {
        return;
    }
    let returned_on = case.programme.return_to_court.as_ref().map(|r| r.on);
    for (place, joint) in standing(case, SessionKind::Joint) {
        let held = joint.status == SessionStatus::Held;
        if held && returned_on.is_some_and(|on| joint.on <= on) {
            continue;
        }
        let message = format!("`{}` is a joint session that is not safe", joint.id);
        report
            .add(&rule::UNSAFE_MEETING, place.key("status"), message)
            .caption(if held { "it was held" } else { "it is planned" })
            .but(
                safeguarding().key("safe_for_joint_session"),
                "but the parents may not safely meet",
            )
            .help("cancel the joint session, or write `with_measures` and what they are");
    }
}

/// Where a joint session is safe with measures alone, they are named, and one that says
/// "by video" is kept (R11; FPR Practice Direction 12J).
fn measures_are_kept(case: &Case, report: &mut Report) {
    let Some(known) = &case.safeguarding else {
        return;
    };
    if known.safe_for_joint_session != SafeToMeet::WithMeasures {
        return;
    }
    for (place, joint) in standing(case, SessionKind::Joint) {
        if known.measures.is_empty() {
            report
                .add(
                    &rule::UNSAFE_MEETING,
                    safeguarding().key("safe_for_joint_session"),
                    "measures make the joint session safe, and none is named",
                )
                .weigh(Severity::Warning)
                .caption("with which measures?")
                .help("name them in `measures`, for example `[separate_waiting]`");
            return;
        }
        if known.measures.contains(&Measure::Remote) && !joint.remote {
            let message = format!("`{}` is not remote, as it must be to be safe", joint.id);
            report
                .add(&rule::UNSAFE_MEETING, place.key("id"), message)
                .caption("this joint session is in person")
                .but(safeguarding().key("measures"), "but is safe by video alone")
                .help("write `remote: true`, or correct the measures");
        }
    }
}

/// Nobody meets, in person, a person whom an order forbids to meet them (R11; Family Law
/// Act 1996 s.42, FPR Practice Direction 12J).
fn no_order_forbids_the_meeting(case: &Case, report: &mut Report) {
    let meetings = sessions(case).filter(|(_, session)| {
        let together = matches!(session.kind, SessionKind::Joint | SessionKind::Other);
        together && session.status.stands() && !session.remote
    });
    for (place, session) in meetings {
        for (order_at, order) in protective_orders(case) {
            if !keeps_apart(order, session.on, |id| session.with.contains(id)) {
                continue;
            }
            let message = format!("an order forbids the people of `{}` to meet", session.id);
            report
                .add(&rule::UNSAFE_MEETING, place.key("with"), message)
                .caption(format!("they meet in person on {}", plain(session.on)))
                .but(order_at.key("against"), in_force(order.until))
                .help(
                    "hold it by video (`remote: true`) or apart; write `forbids_contact: false` \
                     only if the order allows the meeting",
                );
        }
    }
}

/// While an order keeps two parties apart, nobody says that they may meet as they like
/// (R11; Family Law Act 1996 s.42, FPR Practice Direction 12J).
fn no_order_speaks_against_the_verdict(case: &Case, report: &mut Report) {
    let today = case.document.prepared_on;
    let parties: BTreeSet<&Id> = case.parties().map(|party| &party.id).collect();
    let party = |id: &Id| parties.contains(id);
    let forbids = |order: &ProtectiveOrder| keeps_apart(order, today, party);
    let order = protective_orders(case).find(|(_, order)| forbids(order));
    let verdict = case.safeguarding.as_ref().map(|s| s.safe_for_joint_session);
    let Some((at, order)) = order.filter(|_| verdict == Some(SafeToMeet::Yes)) else {
        return;
    };
    report
        .add(
            &rule::UNSAFE_MEETING,
            safeguarding().key("safe_for_joint_session"),
            "the parents are said to meet safely, and an order forbids them to meet",
        )
        .caption("said to be safe without measures")
        .but(at.key("against"), in_force(order.until))
        .help(
            "write `no`, or `with_measures` and `measures: [remote]`; write \
             `forbids_contact: false` only if the order allows the meeting",
        );
}

/// Where abuse is admitted or found, what makes a meeting safe is named (R11). The officer
/// may have judged that nothing is needed: so a warning.
fn measures_answer_known_abuse(case: &Case, report: &mut Report) {
    let Some(known) = &case.safeguarding else {
        return;
    };
    let is = match known.domestic_abuse {
        DomesticAbuse::Admitted => "admitted",
        DomesticAbuse::Found => "found",
        _ => return,
    };
    if known.safe_for_joint_session != SafeToMeet::Yes || !known.measures.is_empty() {
        return;
    }
    let message =
        format!("domestic abuse is {is}, and the parents are said to meet safely without measures");
    report
        .add(
            &rule::UNSAFE_MEETING,
            safeguarding().key("safe_for_joint_session"),
            message,
        )
        .weigh(Severity::Warning)
        .caption("said to be safe without measures")
        .but(
            safeguarding().key("domestic_abuse"),
            format!("but abuse is {is}"),
        )
        .help("write `no`, or `with_measures` and what they are, if any are needed");
}

/// The protective orders, each with its place.
pub(crate) fn protective_orders(case: &Case) -> impl Iterator<Item = (Pointer, &ProtectiveOrder)> {
    let known = case.safeguarding.as_ref();
    let orders = known.map_or(&[][..], |known| &known.protective_orders);
    each(&safeguarding().key("protective_orders"), orders)
}

/// Whether an order in force that day keeps two of these people apart.
fn keeps_apart(order: &ProtectiveOrder, day: Date, of_these: impl Fn(&Id) -> bool) -> bool {
    let in_force = order.from <= day && order.until.is_none_or(|until| until >= day);
    let mut protected = order.protects.iter().filter(|id| **id != order.against);
    order.forbids_contact && in_force && of_these(&order.against) && protected.any(of_these)
}

/// Until when an order binds, for the label at its place.
pub(crate) fn in_force(until: Option<Date>) -> String {
    match until {
        Some(day) => format!(
            "but the order against this person is in force until {}",
            plain(day)
        ),
        None => "but the order against this person is in force until further order".to_owned(),
    }
}

/// A protective order protects somebody, and somebody else than the person it is
/// against (R85).
fn orders_protect_somebody(case: &Case, report: &mut Report) {
    for (place, order) in protective_orders(case) {
        if order.protects.is_empty() {
            report
                .add(
                    &rule::PROTECTIVE_ORDER,
                    place.key("protects"),
                    "a protective order that protects nobody",
                )
                .caption("nobody is named")
                .help("name the people it protects, as the order does");
        } else if order.protects.contains(&order.against) {
            let message = format!("an order protects `{0}` against `{0}`", order.against);
            report
                .add(&rule::PROTECTIVE_ORDER, place.key("against"), message)
                .caption("the order is against this person")
                .but(place.key("protects"), "but protects the same person")
                .help("correct one of the two, as the order says it");
        }
    }
}
