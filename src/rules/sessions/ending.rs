//! How the programme ends: completed, with what was agreed, or returned to court.

use crate::case::Case;
use crate::case::arrangement::{AgreementStatus, Arrangement, TermForm};
use crate::case::document::DocumentStatus;
use crate::case::programme::{Outcome, ReturnGround, ReturnToCourt, SessionKind, SessionStatus};
use crate::case::visibility::Visibility;
use crate::diagnostics::Severity;
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::rules::kit::dates::plain;
use crate::rules::kit::programme::{at, is_cppp, sessions};
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[
    return_is_told,
    return_fits_the_outcome,
    return_fits_the_days,
    a_professional_decides_the_return,
    return_ends_the_sessions,
    return_says_who_is_served,
    completed_with_the_joint_session,
    outcome_fits_the_arrangements,
];

fn outcome_at() -> Pointer {
    at().key("outcome")
}

fn return_at() -> Pointer {
    at().key("return_to_court")
}

/// A programme that returned to court has its notice: day, decider, grounds (R44;
/// programme page).
fn return_is_told(case: &Case, report: &mut Report) {
    let returned = case.programme.outcome == Some(Outcome::ReturnedToCourt);
    if returned && case.programme.return_to_court.is_none() {
        report
            .add(
                &rule::RETURN_TO_COURT,
                outcome_at(),
                "the case returned to court and nothing says when and why",
            )
            .caption("returned to court")
            .help("write `return_to_court` with `on`, `decided_by`, `grounds` and `text`");
    }
}

/// A return to court is not also a completion, nor a programme that goes on (R44). A
/// parent's withdrawal may lead to one.
fn return_fits_the_outcome(case: &Case, report: &mut Report) {
    let outcome = case.programme.outcome;
    let fits = matches!(outcome, Some(Outcome::ReturnedToCourt | Outcome::Withdrawn));
    if case.programme.return_to_court.is_none() || fits {
        return;
    }
    let concern = report
        .add(
            &rule::RETURN_TO_COURT,
            return_at().key("on"),
            "the case returned to court and the outcome does not say so",
        )
        .caption("the return was decided on this day")
        .help("write `outcome: returned_to_court`, or take `return_to_court` out");
    if outcome.is_some() {
        concern.but(outcome_at(), "but this is the outcome");
    }
}

/// The return is decided after the programme starts, and no later than the day of the
/// document (R44).
fn return_fits_the_days(case: &Case, report: &mut Report) {
    let Some(back) = &case.programme.return_to_court else {
        return;
    };
    let today = case.document.prepared_on;
    let (message, other, says) = match case.programme.starts_on {
        _ if back.on > today => (
            "the return to court lies after the day of the document",
            Pointer::root().key("document").key("prepared_on"),
            format!("but the document is of {}", plain(today)),
        ),
        Some(start) if back.on < start => (
            "the return to court lies before the programme",
            at().key("starts_on"),
            format!("but the programme starts on {}", plain(start)),
        ),
        _ => return,
    };
    report
        .add(&rule::RETURN_TO_COURT, return_at().key("on"), message)
        .caption(format!("it was decided on {}", plain(back.on)))
        .but(other, says)
        .help("correct one of the two days");
}

/// The officer decides that a case returns to court, or the officer's manager (R44;
/// programme page). A parent may ask for it: that is a ground.
fn a_professional_decides_the_return(case: &Case, report: &mut Report) {
    let back = case.programme.return_to_court.as_ref();
    let by = back.and_then(|back| case.adult(&back.decided_by));
    if let Some(adult) = by {
        report
            .add(
                &rule::RETURN_TO_COURT,
                return_at().key("decided_by"),
                format!("`{}` is said to decide the return to court", adult.id),
            )
            .caption("not a professional")
            .help("name who decided; a parent who asked is the ground `parents_request`");
    }
}

/// No session of the programme is planned after the return (R44). A meeting to tell the
/// child what happens next is of another kind.
fn return_ends_the_sessions(case: &Case, report: &mut Report) {
    let Some(back) = &case.programme.return_to_court else {
        return;
    };
    let still_planned = sessions(case).filter(|(_, session)| {
        let to_come = session.status == SessionStatus::Planned && session.on >= back.on;
        to_come && session.kind != SessionKind::Other
    });
    for (place, session) in still_planned {
        let message = format!(
            "`{}` is still planned after the return to court",
            session.id
        );
        report
            .add(&rule::RETURN_TO_COURT, place.key("status"), message)
            .caption(format!("planned for {}", plain(session.on)))
            .but(
                return_at().key("on"),
                format!("but the case returned to court on {}", plain(back.on)),
            )
            .help(
                "write `cancelled` and the `reason`; a meeting to tell the child is of \
                 `kind: other`",
            );
    }
}

/// A return on a safeguarding ground says who may be served with its account (R45; FPR
/// Practice Direction 12B: a safeguarding letter isn't served where that puts somebody
/// at risk).
fn return_says_who_is_served(case: &Case, report: &mut Report) {
    let Some(back) = &case.programme.return_to_court else {
        return;
    };
    let ground = back
        .grounds
        .iter()
        .position(|g| *g == ReturnGround::Safeguarding);
    let Some(ground) = ground.filter(|_| !says_who_is_served(back)) else {
        return;
    };
    report
        .add(
            &rule::RETURN_VISIBILITY,
            return_at().key("grounds").item(ground),
            "the ground is safeguarding and nothing says who may read the account",
        )
        .caption("this ground")
        .help("write `vis: court_only`, `served_all`, or `served_to` and the people's ids");
}

fn says_who_is_served(back: &ReturnToCourt) -> bool {
    match back.vis {
        None => false,
        Some(Visibility::ServedTo) => !back.served_to.is_empty(),
        Some(Visibility::CourtOnly | Visibility::ServedAll) => true,
    }
}

/// A completed programme had its joint session, or says why not (R46; programme page).
fn completed_with_the_joint_session(case: &Case, report: &mut Report) {
    let completed = case.programme.outcome.is_some_and(Outcome::is_completed);
    if !completed || !is_cppp(case) || case.programme.no_joint_session_reason.is_some() {
        return;
    }
    let mut joint = sessions(case).filter(|(_, s)| s.kind == SessionKind::Joint);
    let held = |status| status == SessionStatus::Held;
    if joint.clone().any(|(_, session)| held(session.status)) {
        return;
    }
    let concern = report
        .add(
            &rule::COMPLETED_WITHOUT_JOINT,
            outcome_at(),
            "the programme is completed, and no joint session was held",
        )
        .caption("completed")
        .help("correct the outcome, or write `no_joint_session_reason`");
    if let Some((place, _)) = joint.next() {
        concern.but(place.key("status"), "but this joint session was not held");
    }
}

/// What the outcome says was agreed is what the arrangements say (R72; the report's
/// summary and the record come from the same points). A point that nobody discussed
/// contradicts no outcome, and an order already made is no agreement.
fn outcome_fits_the_arrangements(case: &Case, report: &mut Report) {
    let agreed = find(case, |status| {
        status.is_agreed() || status == AgreementStatus::Partly
    });
    let open = find(case, AgreementStatus::is_left_open);
    match case.programme.outcome {
        Some(Outcome::CompletedFullAgreement) => match (open, agreed) {
            (Some(open), _) => contradict(report, open, "full agreement", "is not agreed"),
            (None, None) => nothing_recorded(case, report),
            _ => {}
        },
        Some(Outcome::CompletedNoAgreement) => {
            if let Some(agreed) = agreed {
                contradict(
                    report,
                    agreed,
                    "no agreement",
                    "is agreed, at least in part",
                );
            }
        }
        Some(Outcome::CompletedPartial) if agreed.is_none() => nothing_recorded(case, report),
        Some(Outcome::CompletedPartial) if open.is_none() => {
            report
                .add(
                    &rule::OUTCOME,
                    outcome_at(),
                    "the outcome is a part agreement, and no point is left open",
                )
                .caption("completed in part")
                .help("write `completed_full_agreement`, or record what is not agreed");
        }
        _ => {}
    }
}

/// The first arrangement of a status, orders already made apart.
fn find(case: &Case, is: impl Fn(AgreementStatus) -> bool) -> Option<(Pointer, &Arrangement)> {
    each(&Pointer::root().key("arrangements"), &case.arrangements)
        .find(|(_, a)| a.form != TermForm::ExistingOrder && is(a.status))
}

fn contradict(
    report: &mut Report,
    (place, arrangement): (Pointer, &Arrangement),
    outcome: &str,
    is: &str,
) {
    let message = format!("the outcome is {outcome}, but `{}` {is}", arrangement.id);
    report
        .add(&rule::OUTCOME, outcome_at(), message)
        .caption(format!("completed with {outcome}"))
        .but(place.key("status"), "but this point says otherwise")
        .help("correct the outcome, for example `completed_partial`, or the point");
}

/// An outcome with an agreement, and no point of it in the file; in a draft it may come.
fn nothing_recorded(case: &Case, report: &mut Report) {
    let severity = match case.document.status {
        DocumentStatus::Draft => Severity::Warning,
        DocumentStatus::Final | DocumentStatus::Filed => Severity::Error,
    };
    report
        .add(
            &rule::OUTCOME,
            outcome_at(),
            "the outcome is an agreement, and no arrangement is agreed",
        )
        .weigh(severity)
        .caption("completed with an agreement")
        .help("record what was agreed under `arrangements`, or correct the outcome");
}
