//! Who takes part in the sessions: the right people for each kind, two sessions for
//! each parent, nobody in two rooms at once.

use crate::case::Case;
use crate::case::form::Id;
use crate::case::person::{Adult, Role};
use crate::case::programme::{Session, SessionKind};
use crate::diagnostics::Pointer;
use crate::diagnostics::Severity;
use crate::diagnostics::code::rule;
use crate::rules::kit::dates::plain;
use crate::rules::kit::programme::{is_cppp, parties_in, sessions, standing};
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[
    company_fits_the_kind,
    parents_take_part_in_two,
    nobody_is_in_two_rooms,
];

/// A one-to-one is with one adult, a joint session with at least two and the officer, a
/// child's session with a child and without a party; only the last has children in it (R07; programme
/// page). A supporter who is not a party may come along.
fn company_fits_the_kind(case: &Case, report: &mut Report) {
    for (place, session) in sessions(case) {
        // A name that nobody has is another rule's finding.
        if session.with.iter().any(|id| !case.has_person(id)) {
            continue;
        }
        let Some((wrong, help)) = misfit(case, session) else {
            continue;
        };
        let message = format!("`{}` is {wrong}", session.id);
        report
            .add(&rule::WHO_ATTENDS, place.key("with"), message)
            .caption("these take part")
            .but(place.key("kind"), "in a session of this kind")
            .help(help);
    }
}

/// What is wrong with the company of a session, and what to do about it.
fn misfit(case: &Case, session: &Session) -> Option<(&'static str, &'static str)> {
    let with = |id: &Id| session.with.contains(id);
    let adults = case.people.adults.iter().filter(|a| with(&a.id)).count();
    let parties = parties_in(case, session).count();
    let children = case.people.children.iter().any(|c| with(&c.id));
    let officer = case.people.professionals.iter().any(|p| with(&p.id));
    match session.kind {
        SessionKind::OneToOne | SessionKind::Joint if children => Some((
            "a session of adults with a child in it",
            "take the child out of `with`, or write `kind: child` or `kind: other`",
        )),
        SessionKind::OneToOne if adults == 0 || parties > 1 || (parties == 0 && adults > 1) => {
            Some((
                "a one-to-one session that is not with exactly one parent",
                "name one parent in `with`, beside the officer, or write `kind: joint`",
            ))
        }
        SessionKind::Joint if adults < 2 => Some((
            "a joint session with fewer than two adults",
            "name both parents in `with`, beside the officer",
        )),
        SessionKind::Joint if !officer && is_cppp(case) => Some((
            "a joint session without the officer",
            "name the officer in `with`, or write `kind: other` if the parents met alone",
        )),
        SessionKind::Child if !children => Some((
            "a child's session without a child",
            "name the child in `with`",
        )),
        SessionKind::Child if parties > 0 => Some((
            "a child's session with a party in it",
            "take the parent out of `with`, or write `kind: other`",
        )),
        _ => None,
    }
}

/// In a completed programme each parent took part in two sessions, their own and the
/// joint one (R08; programme page). Other parties need not; a parent without a
/// one-to-one is R05's, a programme without a joint session R46's.
fn parents_take_part_in_two(case: &Case, report: &mut Report) {
    let completed = case.programme.outcome.is_some_and(|o| o.is_completed());
    let Some((joint_at, _)) = standing(case, SessionKind::Joint).next() else {
        return;
    };
    if !completed || !is_cppp(case) {
        return;
    }
    let parents = case.parties().filter(|a| a.role != Role::OtherParty);
    for adult in parents.filter(|adult| !has_explained(case, adult)) {
        let attended = attended_by(case, adult);
        let joined = attended.iter().any(|(_, s)| s.kind == SessionKind::Joint);
        if attended.len() > 2 {
            let message = format!("`{}` took part in {} sessions", adult.id, attended.len());
            let place = attended[2].0.key("id");
            report
                .add(&rule::SESSIONS_OF_A_PARENT, place, message)
                .caption("the third")
                .help("a parent usually takes part in two: say why in this session's `reason`");
        } else if !joined {
            let message = format!("`{}` took part in no joint session", adult.id);
            report
                .add(&rule::SESSIONS_OF_A_PARENT, joint_at.key("with"), message)
                .caption("the joint session was with these")
                .help("add the parent to `with`, or say why in the joint session's `reason`");
        }
    }
}

/// The one-to-one and joint sessions in which an adult took part, in order of date.
fn attended_by<'a>(case: &'a Case, adult: &Adult) -> Vec<(Pointer, &'a Session)> {
    let mut attended: Vec<_> = standing(case, SessionKind::OneToOne)
        .chain(standing(case, SessionKind::Joint))
        .filter(|(_, session)| session.with.contains(&adult.id))
        .collect();
    attended.sort_by_key(|(_, session)| (session.on, session.start));
    attended
}

/// Whether a session that the adult attended, or the joint one, says why it departs
/// from the outline.
fn has_explained(case: &Case, adult: &Adult) -> bool {
    case.programme.sessions.iter().any(|session| {
        let concerns = session.kind == SessionKind::Joint || session.with.contains(&adult.id);
        concerns && session.status.stands() && session.reason.is_some()
    })
}

/// Nobody takes part in two sessions at once (R10). The same place at the same time is
/// a warning: it may have two rooms.
fn nobody_is_in_two_rooms(case: &Case, report: &mut Report) {
    let standing = sessions(case).filter(|(_, session)| session.status.stands());
    for (place, second) in standing.clone() {
        let earlier = standing.clone().take_while(|(at, _)| *at != place);
        for (at, first) in earlier.filter(|(_, first)| overlap(first, second)) {
            let person = first.with.iter().find(|id| second.with.contains(id));
            let room = first.place.as_ref().filter(|_| first.place == second.place);
            let (who, severity, help) = match (person, room) {
                (Some(person), _) => (person, Severity::Error, "correct the times"),
                (None, Some(room)) => (
                    room,
                    Severity::Warning,
                    "correct the times, or name two rooms of one building as two `places`",
                ),
                (None, None) => continue,
            };
            let message = format!(
                "`{who}` is booked for `{}` and `{}` at once",
                first.id, second.id
            );
            report
                .add(&rule::DOUBLE_BOOKED, place.key("start"), message)
                .weigh(severity)
                .caption(format!("this session is on {}", plain(second.on)))
                .but(at.key("start"), "but this one is not over")
                .help(help);
        }
    }
}

/// Whether two sessions surely share a moment. One without an end lasts, for all that
/// is known, no longer than its beginning.
fn overlap(first: &Session, second: &Session) -> bool {
    let (Some(a), Some(b)) = (first.start, second.start) else {
        return false;
    };
    let a_end = first.end.unwrap_or(a);
    let b_end = second.end.unwrap_or(b);
    first.on == second.on && (a == b || (a < b_end && b < a_end))
}
