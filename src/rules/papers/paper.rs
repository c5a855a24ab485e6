//! The document as a paper: which rules of court it answers to, who signs it, and
//! what it replaces.

use crate::case::Case;
use crate::case::document::RulesProfile;
use crate::case::form::Id;
use crate::case::person::ProfessionalRole;
use crate::case::programme::ProgrammeKind;
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::rules::kit::dates::plain;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[
    the_rules_are_in_force,
    the_right_person_signs,
    a_later_version_replaces_one,
];

/// The rules of court a document answers to are in force on its day (R58).
fn the_rules_are_in_force(case: &Case, report: &mut Report) {
    let (profile, today) = (case.rules_profile, case.document.prepared_on);
    if profile.is_in_force_on(today) {
        return;
    }
    let caption = match profile.in_force() {
        (first, Some(last)) => format!("in force from {} to {}", plain(first), plain(last)),
        (first, None) => format!("in force from {}", plain(first)),
    };
    let then = RulesProfile::ALL
        .into_iter()
        .find(|p| p.is_in_force_on(today));
    let message = format!(
        "`{}` is not in force on the day of the document",
        profile.name()
    );
    report
        .add(
            &rule::RULES_NOT_IN_FORCE,
            Pointer::root().key("rules_profile"),
            message,
        )
        .caption(caption)
        .but(
            Pointer::root().key("document").key("prepared_on"),
            format!("but the document is prepared on {}", plain(today)),
        )
        .help(match then {
            Some(profile) => format!("write `{}`, or mend `prepared_on`", profile.name()),
            None => "no profile goes back to that day: check `prepared_on`".to_owned(),
        });
}

/// The officer signs a report of the programme, the officer or the provider a notice
/// of a course, the mediator a mediated plan; and nobody countersigns for themself (R88).
fn the_right_person_signs(case: &Case, report: &mut Report) {
    let Some(sign_off) = &case.sign_off else {
        return;
    };
    let at = Pointer::root().key("sign_off");
    may_sign(case, &at.key("fca"), &sign_off.fca, report);
    let Some(second) = &sign_off.countersigned_by else {
        return;
    };
    if *second != sign_off.fca {
        may_sign(case, &at.key("countersigned_by"), second, report);
        return;
    }
    let message = format!("`{second}` countersigns what they sign themself");
    report
        .add(&rule::WHO_SIGNS, at.key("countersigned_by"), message)
        .caption("the same person")
        .but(at.key("fca"), "as here")
        .help("name a second person, or take `countersigned_by` out");
}

fn may_sign(case: &Case, at: &Pointer, who: &Id, report: &mut Report) {
    use ProfessionalRole::{Fca, Guardian, Mediator, PracticeManager, Provider};
    let (allowed, named): (&[ProfessionalRole], _) = match case.programme.kind {
        ProgrammeKind::Cppp => (
            &[Fca, Guardian, PracticeManager],
            "an officer of the service",
        ),
        ProgrammeKind::PlanningTogether | ProgrammeKind::WorkingTogether => (
            &[Fca, Guardian, PracticeManager, Provider],
            "an officer of the service, or the provider of the course",
        ),
        ProgrammeKind::Mediation => (&[Mediator], "the mediator"),
    };
    let people = Pointer::root().key("people").key("professionals");
    let Some((person, professional)) =
        each(&people, &case.people.professionals).find(|(_, person)| person.id == *who)
    else {
        return;
    };
    if allowed.contains(&professional.role) {
        return;
    }
    report
        .add(
            &rule::WHO_SIGNS,
            at.clone(),
            format!("`{who}` may not sign this document"),
        )
        .caption(format!("it is signed by {named}"))
        .but(person.key("role"), "but this is the person's role")
        .help(format!("name {named}, or mend the `role`"));
}

/// A later version says what it replaces, so that two papers are never both the last
/// word (R89).
fn a_later_version_replaces_one(case: &Case, report: &mut Report) {
    if case.document.version == 1 || case.document.supersedes.is_some() {
        return;
    }
    let at = Pointer::root().key("document").key("version");
    report
        .add(
            &rule::VERSION,
            at,
            "`supersedes` is missing from a later version",
        )
        .caption("not the first version")
        .help("name under `supersedes` what it replaces: its version and its day");
}
