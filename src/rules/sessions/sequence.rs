//! The order of the sessions: each parent alone, then the child, then the parents
//! together.
//!
//! Source: the programme's own page, "Cafcass Positive co-Parenting Programme". The
//! officer may depart from its outline; the joint session's `reason` says so and is
//! enough.

use crate::case::Case;
use crate::case::document::DocumentStatus;
use crate::case::programme::{Session, SessionKind};
use crate::diagnostics::Pointer;
use crate::diagnostics::Severity;
use crate::diagnostics::code::rule;
use crate::rules::kit::dates::plain;
use crate::rules::kit::programme::{is_before, is_cppp, parties_in, standing};
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[joint_follows_one_to_ones, joint_follows_the_child];

/// Each parent is seen alone before the parents meet (R05; programme page). In a final
/// document it is an error, unless the joint session's `reason` says why.
fn joint_follows_one_to_ones(case: &Case, report: &mut Report) {
    let Some((place, joint)) = first(standing(case, SessionKind::Joint)) else {
        return;
    };
    if !is_cppp(case) || joint.reason.is_some() {
        return;
    }
    for adult in parties_in(case, joint) {
        let mut own = standing(case, SessionKind::OneToOne)
            .filter(|(_, session)| session.with.contains(&adult.id));
        let earliest = first(own.clone());
        if own.any(|(_, session)| !is_before(joint, session)) {
            continue;
        }
        let message = match &earliest {
            Some((_, one)) => format!("`{}` comes before `{}`", joint.id, one.id),
            None => format!(
                "`{}` comes without a one-to-one session with `{}`",
                joint.id, adult.id
            ),
        };
        let concern = report
            .add(&rule::JOINT_BEFORE_ONE_TO_ONE, place.key("on"), message)
            .caption(format!("the joint session is on {}", plain(joint.on)))
            .help("record each parent's one-to-one before it, or say why in its `reason`");
        if let Some((at, one)) = earliest {
            concern.but(
                at.key("on"),
                format!("but this one-to-one is on {}", plain(one.on)),
            );
        }
        if case.document.status != DocumentStatus::Draft {
            concern.weigh(Severity::Error);
        }
    }
}

/// The earliest session of some.
fn first<'a>(
    sessions: impl Iterator<Item = (Pointer, &'a Session)>,
) -> Option<(Pointer, &'a Session)> {
    sessions.min_by_key(|(_, session)| (session.on, session.start))
}

/// The parents meet after the child was heard (R06; programme page: the officer
/// presents the child's account, and the child's letter is shared). A child may be
/// seen again afterwards; where a letter is to be shared, the session it came from counts.
fn joint_follows_the_child(case: &Case, report: &mut Report) {
    let last = standing(case, SessionKind::Joint).max_by_key(|(_, s)| (s.on, s.start));
    let Some((place, joint)) = last.filter(|_| is_cppp(case)) else {
        return;
    };
    let late = standing(case, SessionKind::Child)
        .filter(|(_, session)| is_before(joint, session) && hears(case, session));
    for (at, session) in late.filter(|_| joint.reason.is_none()) {
        let message = format!("`{}` comes before `{}`", joint.id, session.id);
        report
            .add(&rule::JOINT_BEFORE_CHILD, place.key("on"), message)
            .caption(format!("the joint session is on {}", plain(joint.on)))
            .but(
                at.key("on"),
                format!("but the child is seen on {}", plain(session.on)),
            )
            .help(
                "what the child says is heard in the joint session: correct the days, or say why \
                 in the joint session's `reason`",
            );
    }
}

/// Whether a child is first heard in a session, or gave a letter for the parents in it.
fn hears(case: &Case, session: &Session) -> bool {
    let letter = case.child_voice.iter().any(|voice| {
        let shared = voice.letter.as_ref().is_some_and(|l| l.is_for_parents());
        voice.session.as_ref() == Some(&session.id) && shared
    });
    let heard_first = case.people.children.iter().any(|child| {
        let of_child = |s: &Session| s.with.contains(&child.id);
        let seen = standing(case, SessionKind::Child).filter(|(_, s)| of_child(s));
        of_child(session) && first(seen).is_some_and(|(_, s)| s.id == session.id)
    });
    letter || heard_first
}
