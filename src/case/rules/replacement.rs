//! A session that stands in for another.

use std::collections::{BTreeMap, BTreeSet};

use super::programme::sessions;
use super::{Report, Rule};
use crate::case::Case;
use crate::case::form::Id;
use crate::case::programme::Session;
use crate::diagnostics::code::rule;

pub(super) const RULES: &[Rule] = &[a_session_replaces_one_of_the_same_people];

/// A session stands in for another one, with somebody who was to come to that (R104). An
/// officer or guardian comes to all of them and counts for none.
fn a_session_replaces_one_of_the_same_people(case: &Case, report: &mut Report) {
    let of_id: BTreeMap<&Id, _> = sessions(case).map(|(at, s)| (&s.id, (at, s))).collect();
    let professionals = case.people.professionals.iter();
    let professionals: BTreeSet<&Id> = professionals.map(|person| &person.id).collect();
    for (place, session) in sessions(case) {
        let replaced = session.replaces.as_ref().and_then(|id| of_id.get(id));
        let Some((other_at, other)) = replaced else {
            continue;
        };
        let family = |one: &'_ Session| -> BTreeSet<Id> {
            let with = one.with.iter().filter(|id| !professionals.contains(id));
            with.cloned().collect()
        };
        let (these, those) = (family(session), family(other));
        let same_people = these.is_empty() || those.is_empty() || !these.is_disjoint(&those);
        let message = if other.id == session.id {
            format!("`{}` replaces itself", session.id)
        } else if same_people {
            continue;
        } else {
            format!(
                "`{}` replaces `{}`, which is with others",
                session.id, other.id
            )
        };
        report
            .add(&rule::REPLACEMENT, place.key("replaces"), message)
            .caption("said to stand in for this session")
            .but(other_at.key("with"), "but that one is with these")
            .help("name the session that was not held, or take `replaces` out");
    }
}
