//! The conditions that safeguarding asks of time with a person.

use crate::case::Case;
use crate::case::arrangement::{AgreementStatus, Arrangement, Topic};
use crate::case::form::Id;
use crate::case::recurrence::{HolidayShare, Schedule, YearRule};
use crate::case::safeguarding::Condition;
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[contact_keeps_its_conditions];

/// Time with a person carries the conditions that a piece of safeguarding information
/// asks of it (R31; FPR Practice Direction 12J). Calls and letters are not time.
fn contact_keeps_its_conditions(case: &Case, report: &mut Report) {
    let known = Pointer::root().key("safeguarding").key("flags");
    let flags = case.safeguarding.as_ref().map_or(&[][..], |s| &s.flags);
    let arrangements = Pointer::root().key("arrangements");
    for (flag_at, flag) in each(&known, flags) {
        for (place, arrangement) in each(&arrangements, &case.arrangements) {
            let missing = flag
                .requires
                .iter()
                .find(|required| !is_met(**required, &arrangement.conditions));
            let (Some(missing), true) = (missing, gives_time_with(arrangement, &flag.about)) else {
                continue;
            };
            let message = format!(
                "`{}` gives time with `{}` without the condition `{}`",
                arrangement.id,
                flag.about,
                word(*missing)
            );
            report
                .add(&rule::UNSUPERVISED, place.key("conditions"), message)
                .caption("this arrangement does not carry it")
                .but(
                    flag_at.key("requires"),
                    format!("but `{}` asks for it", flag.id),
                )
                .help(format!("write `conditions: [{}]`", word(*missing)));
        }
    }
}

/// Whether what is agreed, if only in part, lets the children be with a person.
fn gives_time_with(arrangement: &Arrangement, person: &Id) -> bool {
    let settled = arrangement.status.is_agreed() || arrangement.status == AgreementStatus::Partly;
    let indirect = arrangement.topic == Topic::IndirectContact
        || matches!(arrangement.schedule, Some(Schedule::Indirect { .. }));
    let scheduled = arrangement
        .schedule
        .as_ref()
        .is_some_and(|s| has_time_in(s, person));
    settled && !indirect && (arrangement.with.as_ref() == Some(person) || scheduled)
}

fn has_time_in(schedule: &Schedule, person: &Id) -> bool {
    let by_year = |rule: &YearRule| {
        [&rule.every, &rule.even, &rule.odd]
            .into_iter()
            .flatten()
            .any(|id| id == person)
    };
    match schedule {
        Schedule::Weekly { slots, .. } => slots.iter().any(|slot| slot.with == *person),
        Schedule::Holiday { share, .. } => match share {
            HolidayShare::Halves { first, .. } => by_year(first),
            HolidayShare::Whole { with } => by_year(with),
            HolidayShare::Dates { parts } => parts.iter().any(|part| part.with == *person),
        },
        Schedule::Special { rule, .. } => by_year(rule),
        Schedule::Indirect { .. } | Schedule::Handover { .. } => false,
    }
}

/// Whether conditions meet one that is required: supervision is more than support and
/// than another person's presence.
fn is_met(required: Condition, given: &[Condition]) -> bool {
    let supervised = given.contains(&Condition::Supervised);
    given.contains(&required)
        || (supervised && matches!(required, Condition::Supported | Condition::ThirdParty))
}

/// A condition as the file writes it.
fn word(condition: Condition) -> &'static str {
    match condition {
        Condition::Safety => "safety",
        Condition::Supervised => "supervised",
        Condition::Supported => "supported",
        Condition::ContactCentre => "contact_centre",
        Condition::AlcoholDrug => "alcohol_drug",
        Condition::ThirdParty => "third_party",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn supervision_is_more_than_support_and_not_a_place() {
        let supervised = [Condition::Supervised];
        assert!(is_met(Condition::Supported, &supervised));
        assert!(is_met(Condition::ThirdParty, &supervised));
        assert!(!is_met(Condition::ContactCentre, &supervised));
        assert!(!is_met(Condition::Supervised, &[Condition::Supported]));
    }
}
