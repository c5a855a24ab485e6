//! The conditions that safeguarding asks of time with a person.

use crate::case::Case;
use crate::case::arrangement::{AgreementStatus, Arrangement, Topic};
use crate::case::form::Id;
use crate::case::narrative::Narrative;
use crate::case::recurrence::{HolidayShare, Schedule, YearRule};
use crate::case::safeguarding::Condition;
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::rules::kit::arrangements::share_a_child;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

use super::words::WORDS;

pub(crate) const RULES: &[Rule] = &[contact_keeps_its_conditions];

/// Time with a person carries the conditions that a piece of safeguarding information
/// asks of it (R31; FPR Practice Direction 12J). Calls and letters are not time, and a
/// later step without the condition may follow a review of the steps that had it.
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
            if follows_a_review(case, arrangement, &flag.about, *missing) {
                continue;
            }
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
                .help(format!(
                    "write `conditions: [{}]`; a later step without it names under \
                     `after_review` the day on which the parents look at the steps before",
                    word(*missing)
                ));
        }
    }
}

/// Whether a step with the condition ends before this one begins, and this one waits for a
/// review or says what was looked at in between.
fn follows_a_review(case: &Case, step: &Arrangement, person: &Id, condition: Condition) -> bool {
    let Some(begins) = step.begins() else {
        return false;
    };
    let came_before = |earlier: &Arrangement| {
        let ended = earlier.until.is_some_and(|last| last <= begins);
        let had_it = is_met(condition, &earlier.conditions);
        ended && had_it && gives_time_with(earlier, person) && share_a_child(case, earlier, step)
    };
    let told = || {
        step.text
            .texts()
            .chain(step.when.iter().flat_map(Narrative::texts))
    };
    let mut texts = told().map(str::to_lowercase);
    let reviewed = texts.any(|text| {
        let mut words = text.split(|c: char| !c.is_alphanumeric());
        words.any(|word| WORDS.review.iter().any(|start| word.starts_with(start)))
    });
    (step.after_review.is_some() || reviewed) && case.arrangements.iter().any(came_before)
}

/// Whether what is agreed, if only in part, lets the children be with a person.
fn gives_time_with(arrangement: &Arrangement, person: &Id) -> bool {
    let settled = arrangement.status.is_agreed() || arrangement.status == AgreementStatus::Partly;
    let is_call = |schedule| matches!(schedule, &Schedule::Indirect { .. });
    let calls_alone = arrangement.schedule.is_some() && arrangement.schedules().all(is_call);
    let indirect = arrangement.topic == Topic::IndirectContact || calls_alone;
    let mut schedules = arrangement.schedules();
    let scheduled = schedules.any(|schedule| has_time_in(schedule, person));
    settled
        && !indirect
        && (arrangement.people().contains(person)
            || arrangement.otherwise.as_ref() == Some(person)
            || scheduled)
}

fn has_time_in(schedule: &Schedule, person: &Id) -> bool {
    let by_year = |rule: &YearRule| rule.people().any(|id| id == person);
    match schedule {
        Schedule::Weekly { slots, .. } => slots.iter().any(|slot| slot.with == *person),
        Schedule::Monthly { with, .. } | Schedule::Rota { with, .. } => with == person,
        Schedule::Holiday { share, .. } => match share {
            HolidayShare::Halves { first, .. } => by_year(first),
            HolidayShare::Whole { with } => by_year(with),
            HolidayShare::Dates { parts } => parts.iter().any(|part| part.with == *person),
        },
        Schedule::Special { rule, .. } => by_year(rule),
        Schedule::Indirect { .. } | Schedule::Handover { .. } | Schedule::Several(_) => false,
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
    use crate::rules::tests::codes;

    #[test]
    fn a_step_without_supervision_follows_a_review_of_one_with_it() {
        let steps = |until: &str, words: &str| {
            let flags = "safe_for_joint_session: yes\n  flags:\n    - {id: police, about: \
                         father, kind: police, source: police, date: 2026-01-18, text: \
                         Police attended., vis: served_all, requires: [supervised]}\n";
            let first = format!(
                "arrangements:\n  - {{id: first, topic: daytime, status: partly, with: father, \
                 from: 2026-06-10, until: {until}, conditions: [supervised], text: At the \
                 centre., positions: [{{adult: father, text: He asks for more.}}, {{adult: \
                 mother, text: She asks for less.}}]}}\n"
            );
            let second = format!(
                "status: partly\n    with: father\n    from: 2026-08-01\n    text: {words}"
            );
            codes(&[
                ("safe_for_joint_session: yes\n", flags),
                ("arrangements:\n", &first),
                (
                    "status: not_agreed\n    text: Whether Nia stays with her father at weekends.",
                    &second,
                ),
            ])
        };
        let found = |until, words| steps(until, words).contains(&"R31");
        assert!(!found(
            "2026-07-31",
            "Once the reports are good, in the park."
        ));
        assert!(!found("2026-07-31", "After a review, in the park."));
        assert!(found("2026-07-31", "In the park."));
        assert!(found("2026-08-31", "After a review, in the park."));
    }

    #[test]
    fn supervision_is_more_than_support_and_not_a_place() {
        let supervised = [Condition::Supervised];
        assert!(is_met(Condition::Supported, &supervised));
        assert!(is_met(Condition::ThirdParty, &supervised));
        assert!(!is_met(Condition::ContactCentre, &supervised));
        assert!(!is_met(Condition::Supervised, &[Condition::Supported]));
    }
}
