//! A session that stands in for another.

use std::collections::{BTreeMap, BTreeSet};

use crate::case::Case;
use crate::case::form::Id;
use crate::case::programme::{Session, SessionStatus};
use crate::diagnostics::code::rule;
use crate::rules::kit::programme::sessions;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[a_session_replaces_one_that_was_not_held];

/// A session stands in for another one that was not held, with somebody who was to come to
/// that (R104). An officer or guardian comes to all of them and counts for none.
fn a_session_replaces_one_that_was_not_held(case: &Case, report: &mut Report) {
    let of_id: BTreeMap<&Id, _> = sessions(case).map(|(at, s)| (&s.id, (at, s))).collect();
    for (place, session) in sessions(case) {
        let replaced = session.replaces.as_ref().and_then(|id| of_id.get(id));
        let Some((other_at, other)) = replaced else {
            continue;
        };
        let (one, two) = (&session.id, &other.id);
        let (message, field, says) = if one == two {
            let message = format!("`{one}` replaces itself");
            (message, "id", "but that one is this one")
        } else if !are_of_the_same_people(case, session, other) {
            let message = format!("`{one}` replaces `{two}`, which is with others");
            (message, "with", "but that one is with these")
        } else if other.status == SessionStatus::Held {
            let message = format!("`{one}` replaces `{two}`, which was held");
            (message, "status", "but that one was held")
        } else {
            continue;
        };
        report
            .add(&rule::REPLACEMENT, place.key("replaces"), message)
            .caption("said to stand in for this session")
            .but(other_at.key(field), says)
            .help("name the session that was not held, or take `replaces` out");
    }
}

/// Whether somebody of the family was to come to both; of a session with professionals
/// alone nobody knows.
fn are_of_the_same_people(case: &Case, session: &Session, other: &Session) -> bool {
    let is_family = |id: &&Id| case.professional(id).is_none();
    let [these, those] = [session, other]
        .map(|one| -> BTreeSet<&Id> { one.with.iter().filter(is_family).collect() });
    these.is_empty() || those.is_empty() || !these.is_disjoint(&those)
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::codes;

    #[test]
    fn only_a_session_that_was_not_held_is_replaced() {
        let father = "on: 2026-04-22\n      status: held";
        let codes_where_the_first_was = |status: &str| {
            let first = format!("on: 2026-04-22\n      status: {status}\n      reason: Illness.");
            let again = "\n    - {id: again, kind: one_to_one, with: [adviser, father], \
                         on: 2026-04-29, status: held, replaces: meeting_father}";
            codes(&[(father, &format!("{first}{again}"))])
        };
        assert!(codes_where_the_first_was("held").contains(&"R104"));
        for status in ["missed", "cancelled", "rearranged"] {
            assert!(
                !codes_where_the_first_was(status).contains(&"R104"),
                "{status}"
            );
        }
    }
}
