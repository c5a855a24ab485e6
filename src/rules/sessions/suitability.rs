//! Whether the family is suited to the programme: three questions, asked before it
//! begins.
//!
//! Source: Cafcass, "Cafcass Positive co-Parenting Programme", page for professionals.

use crate::case::Case;
use crate::case::programme::{Outcome, SessionKind};
use crate::case::safeguarding::Suitability;
use crate::diagnostics::Pointer;
use crate::diagnostics::Severity;
use crate::diagnostics::code::rule;
use crate::rules::kit::dates::plain;
use crate::rules::kit::programme::{at, is_cppp, sessions};
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[
    suitability_is_recorded,
    family_is_suited,
    assessed_before_the_first_session,
];

/// The programme's three questions of suitability were asked (R12; Cafcass, page on the
/// programme for professionals).
fn suitability_is_recorded(case: &Case, report: &mut Report) {
    let asked = case
        .safeguarding
        .as_ref()
        .and_then(|s| s.suitability.as_ref());
    if !is_cppp(case) || asked.is_some() {
        return;
    }
    let place = match &case.safeguarding {
        Some(_) => suitability(),
        None => at().key("kind"),
    };
    report
        .add(
            &rule::SUITABILITY,
            place,
            "nothing says that the family is suited to the programme",
        )
        .caption("suitability is not recorded")
        .help(
            "write `safeguarding: suitability:` with `willing_both`, `court_involvement_needed`, \
             `harmful_conflict_main`, `assessed_on` and `assessed_by`",
        );
}

/// All three answers are yes (R12; same page). A case that left the programme may have
/// been found unsuited since.
fn family_is_suited(case: &Case, report: &mut Report) {
    let Some(answers) = while_it_goes_on(case) else {
        return;
    };
    if let Some(question) = unsuited(answers) {
        let message = format!("the programme goes on though `{question}` is `false`");
        report
            .add(&rule::SUITABILITY, suitability().key(question), message)
            .weigh(Severity::Error)
            .caption("this answer speaks against the programme")
            .help("correct the answer, or return the case to court as `not_suitable`");
    }
}

/// Suitability is assessed before the first session (R12; same page).
fn assessed_before_the_first_session(case: &Case, report: &mut Report) {
    let Some(answers) = while_it_goes_on(case) else {
        return;
    };
    let first = sessions(case)
        .filter(|(_, s)| s.status.stands() && s.kind != SessionKind::Other)
        .min_by_key(|(_, session)| session.on);
    if let Some((place, session)) = first.filter(|(_, s)| s.on < answers.assessed_on) {
        report
            .add(
                &rule::SUITABILITY,
                suitability().key("assessed_on"),
                "suitability was assessed after the first session",
            )
            .weigh(Severity::Error)
            .caption(format!("it was assessed on {}", plain(answers.assessed_on)))
            .but(
                place.key("on"),
                format!("but the first session is on {}", plain(session.on)),
            )
            .help("write the day on which it was assessed before the programme began");
    }
}

/// The answers, for a case that has not left the programme.
fn while_it_goes_on(case: &Case) -> Option<&Suitability> {
    let left = matches!(
        case.programme.outcome,
        Some(Outcome::ReturnedToCourt | Outcome::Withdrawn)
    );
    answers(case).filter(|_| is_cppp(case) && !left)
}

fn answers(case: &Case) -> Option<&Suitability> {
    case.safeguarding.as_ref()?.suitability.as_ref()
}

fn suitability() -> Pointer {
    Pointer::root().key("safeguarding").key("suitability")
}

/// The first of the three questions whose answer is no.
fn unsuited(answers: &Suitability) -> Option<&'static str> {
    let questions = [
        ("willing_both", answers.willing_both),
        ("court_involvement_needed", answers.court_involvement_needed),
        ("harmful_conflict_main", answers.harmful_conflict_main),
    ];
    questions
        .iter()
        .find(|(_, yes)| !yes)
        .map(|(name, _)| *name)
}
