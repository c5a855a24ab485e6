//! Whether the parents may meet: what the officer judges, what an order forbids.

use super::dates::plain;
use super::programme::{sessions, standing};
use super::{Report, Rule, each};
use crate::case::Case;
use crate::case::form::{Date, Id};
use crate::case::programme::{Session, SessionKind, SessionStatus};
use crate::case::reading::Pointer;
use crate::case::safeguarding::{Measure, ProtectiveOrder, SafeToMeet};
use crate::diagnostics::Severity;
use crate::diagnostics::code::rule;

pub(super) const RULES: &[Rule] = &[
    parents_may_meet,
    measures_are_kept,
    no_order_forbids_the_meeting,
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
            if !forbids(order, session) {
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

fn protective_orders(case: &Case) -> impl Iterator<Item = (Pointer, &ProtectiveOrder)> {
    let known = case.safeguarding.as_ref();
    let orders = known.map_or(&[][..], |known| &known.protective_orders);
    each(&safeguarding().key("protective_orders"), orders)
}

/// Whether an order in force that day keeps two people of a session apart.
fn forbids(order: &ProtectiveOrder, session: &Session) -> bool {
    let in_force = order.from <= session.on && order.until.is_none_or(|until| until >= session.on);
    let with = |id: &Id| session.with.contains(id);
    let mut protected = order.protects.iter().filter(|id| **id != order.against);
    order.forbids_contact && in_force && with(&order.against) && protected.any(with)
}

fn in_force(until: Option<Date>) -> String {
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
