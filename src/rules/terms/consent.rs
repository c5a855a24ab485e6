//! Decisions that need everyone with parental responsibility: journeys abroad, and what
//! lasts in a child's life.

use std::collections::BTreeSet;

use crate::case::Case;
use crate::case::arrangement::{Arrangement, TermForm, Topic, Travel};
use crate::case::document::DocumentStatus;
use crate::case::form::Id;
use crate::case::person::Relationship;
use crate::diagnostics::Severity;
use crate::diagnostics::code::rule;
use crate::diagnostics::listed;
use crate::rules::kit::arrangements::{
    agreed, lives_by_agreement, lives_by_order, parties_who_agreed, responsible, takes_effect,
};
use crate::rules::kit::limits::LIMITS;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[journey_has_consent, lasting_decision_is_everyones];

/// A journey abroad has the written consent of everyone with parental responsibility, or
/// the court's leave; a person the children live with by an order may take them for less
/// than a month (R29; Children Act 1989 s.13, Child Abduction Act 1984 s.1). A journey
/// that is proposed as an order asks for the leave, and a consent that is agreed may be
/// written while the document is a draft.
fn journey_has_consent(case: &Case, report: &mut Report) {
    for (place, arrangement) in agreed(case).filter(|(_, a)| a.form != TermForm::ProposedOrder) {
        let Some(travel) = arrangement
            .travel
            .as_ref()
            .filter(|travel| !travel.leave_given)
        else {
            continue;
        };
        let limits = &LIMITS.travel;
        let alone = days_without_consent(case, arrangement, travel);
        let missing = without_consent(case, arrangement, &travel.by);
        let agreed = |id: &&Id| arrangement.agreed_by.contains(id);
        let may_yet_be_written =
            case.document.status == DocumentStatus::Draft && missing.iter().all(agreed);
        if travel.days <= alone || missing.is_empty() || may_yet_be_written {
            continue;
        }
        let message = format!(
            "`{}` takes children abroad without the written consent of {}",
            arrangement.id,
            listed(missing)
        );
        let at = place.key("travel");
        let concern = report
            .add(&rule::TRAVEL, at.key("days"), message)
            .caption(format!("up to {} days", travel.days))
            .help(
                "name in `consented_by` who consented in writing; or write `leave_given: true` \
                 if the court gave leave, `form: proposed_order` to ask for it",
            );
        if alone == 0 {
            concern.but(
                at.key("by"),
                "and by no order do the children live with this person",
            );
        } else if alone == limits.days_within_a_month
            && travel.days < limits.days_of_the_longest_month
        {
            concern.weigh(Severity::Warning);
        }
    }
}

/// How many days somebody may take the children abroad without anybody's consent: less
/// than a month where they live with the person by an order (s.13(2)), less than three
/// with a special guardian (s.14C(4)).
fn days_without_consent(case: &Case, arrangement: &Arrangement, travel: &Travel) -> u32 {
    let by = &travel.by;
    let special_guardian = case.adult(by).is_some_and(|adult| {
        let mut children = case.children_of(&arrangement.children);
        children.all(|c| adult.relationship.get(&c.id) == Some(&Relationship::SpecialGuardian))
    });
    let lives = lives_by_order(case, by, takes_effect(case, arrangement))
        || lives_by_agreement(case, arrangement, by);
    let limits = &LIMITS.travel;
    match (special_guardian, lives) {
        (true, _) => limits.months_of_a_special_guardian * limits.days_within_a_month,
        (false, true) => limits.days_within_a_month,
        (false, false) => 0,
    }
}

/// Everyone with parental responsibility, the traveller apart, who did not consent.
fn without_consent<'a>(
    case: &'a Case,
    arrangement: &'a Arrangement,
    traveller: &Id,
) -> Vec<&'a Id> {
    responsible(case, arrangement)
        .map(|adult| &adult.id)
        .filter(|id| *id != traveller && !arrangement.consented_by.contains(id))
        .collect()
}

/// A lasting decision, about school, religion, name or a move, is agreed by everyone with
/// parental responsibility, or the others consent (R30; Children Act 1989 s.2(7) and
/// s.13(1)). What is proposed as an order, the court decides.
fn lasting_decision_is_everyones(case: &Case, report: &mut Report) {
    let lasting = agreed(case).filter(|(_, arrangement)| {
        let topic = matches!(
            arrangement.topic,
            Topic::School | Topic::ReligionCulture | Topic::Decisions | Topic::Relocation
        );
        topic && arrangement.form != TermForm::ProposedOrder
    });
    for (place, arrangement) in lasting {
        let asked: BTreeSet<&Id> = arrangement
            .agreed_by
            .iter()
            .chain(&arrangement.consented_by)
            .collect();
        let missing: Vec<&Id> = responsible(case, arrangement)
            .map(|adult| &adult.id)
            .filter(|id| !asked.contains(id))
            .collect();
        if missing.is_empty() || parties_who_agreed(case, arrangement) < 2 {
            continue;
        }
        let names = listed(missing);
        let message = format!(
            "`{}` is a lasting decision without the consent of {names}",
            arrangement.id
        );
        report
            .add(&rule::CONSENT, place.key("agreed_by"), message)
            .caption("these agreed")
            .help(format!(
                "name {names} in `agreed_by`, or in `consented_by` for a consent in writing"
            ));
    }
}
