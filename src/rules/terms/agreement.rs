//! An agreement: of people who can agree, in a session that was held, or with a fair
//! account of where each parent stands.

use std::collections::BTreeSet;

use crate::case::Case;
use crate::case::arrangement::{AgreementStatus, Arrangement};
use crate::case::form::Id;
use crate::case::person::{Adult, Held};
use crate::case::programme::{Session, SessionStatus};
use crate::diagnostics::Pointer;
use crate::diagnostics::Severity;
use crate::diagnostics::code::rule;
use crate::rules::kit::arrangements::{agreed, arrangements, parties_who_agreed, responsibility};
use crate::rules::kit::dates::plain;
use crate::rules::kit::programme::sessions;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[
    those_who_agree_can_agree,
    two_parties_agree,
    session_was_held,
    session_was_of_those_who_agree,
    both_positions_are_told,
];

/// An arrangement is agreed by parties, or by people with parental responsibility for a
/// child it is for (R16; Children Act 1989 s.3). Where that is not known, it may be so.
fn those_who_agree_can_agree(case: &Case, report: &mut Report) {
    for (place, arrangement) in arrangements(case) {
        for (index, id) in arrangement.agreed_by.iter().enumerate() {
            let stranger = case
                .adult(id)
                .is_some_and(|adult| !can_agree(case, arrangement, adult));
            if !stranger {
                continue;
            }
            let message = format!(
                "`{id}` agrees to `{}`, and is neither a party nor has parental responsibility",
                arrangement.id
            );
            let concern = report
                .add(
                    &rule::WHO_AGREES,
                    place.key("agreed_by").item(index),
                    message,
                )
                .caption("this person agrees")
                .help("take the person out; what others are ready to do belongs in `text`");
            if let Some(number) = case.people.adults.iter().position(|adult| adult.id == *id) {
                let adult = Pointer::root().key("people").key("adults").item(number);
                concern.but(adult.key("role"), "but is not a party");
            }
        }
    }
}

fn can_agree(case: &Case, arrangement: &Arrangement, adult: &Adult) -> bool {
    let may_be_responsible = || responsibility(case, arrangement, adult).any(|h| h != Held::No);
    adult.role.is_party() || may_be_responsible()
}

/// An agreement is one of two parties at least (R17; what one parent accepts alone is a
/// position). Who is nobody in the file is a matter of its own (R01).
fn two_parties_agree(case: &Case, report: &mut Report) {
    for (place, arrangement) in agreed(case) {
        let all_known = arrangement
            .agreed_by
            .iter()
            .all(|id| case.adult(id).is_some());
        if !all_known || parties_who_agreed(case, arrangement) >= 2 {
            continue;
        }
        let message = format!("`{}` is agreed, but not by two parties", arrangement.id);
        let concern = report
            .add(&rule::AGREED_BY_WHOM, place.key("status"), message)
            .caption("said to be agreed")
            .help("name in `agreed_by` the parties who agreed, or write `status: not_agreed`");
        if !arrangement.agreed_by.is_empty() {
            concern.but(place.key("agreed_by"), "but these are not two parties");
        }
    }
}

/// The sessions in which something was agreed, each with its place and the agreement's.
fn agreed_in(case: &Case) -> impl Iterator<Item = (Pointer, &Arrangement, Pointer, &Session)> {
    agreed(case).filter_map(|(place, arrangement)| {
        let id = arrangement.agreed_in.as_ref()?;
        let (session_at, session) = sessions(case).find(|(_, session)| session.id == *id)?;
        Some((place, arrangement, session_at, session))
    })
}

/// What was agreed in a session was agreed in one that was held (R17).
fn session_was_held(case: &Case, report: &mut Report) {
    for (place, arrangement, session_at, session) in agreed_in(case) {
        if session.status == SessionStatus::Held {
            continue;
        }
        let message = format!(
            "`{}` was agreed in `{}`, which was not held",
            arrangement.id, session.id
        );
        report
            .add(&rule::AGREED_BY_WHOM, place.key("agreed_in"), message)
            .caption("agreed in this session")
            .but(session_at.key("status"), "but it was not held")
            .help(
                "name the session in which it was agreed, or correct the session's `status`; \
                 leave `agreed_in` out where it was agreed outside a session",
            );
    }
}

/// An agreement is made in a session in which two of those who agree took part (R17). It
/// may have been carried from one room to another, so it is a warning.
fn session_was_of_those_who_agree(case: &Case, report: &mut Report) {
    for (place, arrangement, session_at, session) in agreed_in(case) {
        let agreed: BTreeSet<&Id> = arrangement.agreed_by.iter().collect();
        let present = agreed.iter().filter(|id| session.with.contains(id)).count();
        // Whoever is misspelt is told by R01.
        let are_known = agreed.iter().all(|id| case.adult(id).is_some());
        if agreed.len() < 2 || present >= 2 || !are_known {
            continue;
        }
        let message = format!(
            "`{}` was agreed in `{}`, in which those who agreed did not meet",
            arrangement.id, session.id
        );
        report
            .add(&rule::AGREED_BY_WHOM, place.key("agreed_in"), message)
            .weigh(Severity::Warning)
            .caption(format!("agreed in the session on {}", plain(session.on)))
            .but(session_at.key("with"), "but only these took part")
            .help(
                "name the session in which they met; leave `agreed_in` out where it was \
                 agreed outside a session",
            );
    }
}

/// A point that is not agreed, or only in part, tells where two people at least stand
/// (R83; a report is fair to both).
fn both_positions_are_told(case: &Case, report: &mut Report) {
    if case.parties().count() < 2 {
        return;
    }
    for (place, arrangement) in arrangements(case) {
        let how = match arrangement.status {
            AgreementStatus::NotAgreed => "is not agreed",
            AgreementStatus::Partly => "is agreed only in part",
            _ => continue,
        };
        let mut heard: Vec<&Id> = arrangement.positions.iter().map(|p| &p.adult).collect();
        heard.sort_unstable();
        heard.dedup();
        let (at, missing) = match heard[..] {
            [] => (
                place.key("status"),
                "nothing says where the parents stand".to_owned(),
            ),
            [only] => (
                place.key("positions"),
                format!("only `{only}` is heard on it"),
            ),
            _ => continue,
        };
        let message = format!("`{}` {how}, and {missing}", arrangement.id);
        report
            .add(&rule::NO_STANCE, at, message)
            .caption("where does each parent stand?")
            .help("write in `positions` one `adult` and `text` for each parent");
    }
}
