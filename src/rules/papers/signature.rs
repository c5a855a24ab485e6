//! Signatures and acknowledgements near the day of their document.

use crate::case::Case;
use crate::case::form::Date;
use crate::case::programme::SessionStatus;
use crate::diagnostics::Severity;
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, Unplaced, each};
use crate::rules::kit::dates::{days_after, plain};
use crate::rules::kit::limits::LIMITS;
use crate::rules::kit::programme::sessions;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[
    a_document_is_signed_when_it_is_written,
    a_document_is_acknowledged_near_its_day,
];

fn prepared_on() -> Pointer {
    Pointer::root().key("document").key("prepared_on")
}

/// The days of the last session that was held, before which a rule of its own speaks (R47).
fn last_session(case: &Case) -> Option<Date> {
    let held = sessions(case).filter(|(_, session)| session.status == SessionStatus::Held);
    held.map(|(_, session)| session.on).max()
}

/// A document is signed on its day or soon after, and before it is due (R117): signed later,
/// it tells a court of another day.
fn a_document_is_signed_when_it_is_written(case: &Case, report: &mut Report) {
    let Some(signed) = case
        .sign_off
        .as_ref()
        .and_then(|sign_off| sign_off.signed_on)
    else {
        return;
    };
    let today = case.document.prepared_on;
    let filing = case
        .proceedings
        .as_ref()
        .and_then(|court| court.filing.as_ref());
    let due = filing
        .and_then(|filing| filing.due_on)
        .filter(|due| signed > *due);
    let late_filing_is_told = filing.is_some_and(|filing| filing.filed_on.is_some());
    let at = Pointer::root().key("sign_off").key("signed_on");
    let caption = format!("signed on {}", plain(signed));
    if signed < today {
        if last_session(case).is_some_and(|last| signed < last) {
            return;
        }
        let concern = report.add(
            &rule::SIGNED_APART,
            at,
            "the document is signed before it was prepared",
        );
        of_another_day(concern.caption(caption), today);
    } else if let Some(due) = due.filter(|_| !late_filing_is_told) {
        report
            .add(
                &rule::SIGNED_APART,
                at,
                "the document is signed after it was due",
            )
            .caption(caption)
            .but(
                Pointer::root().key("case").key("filing").key("due_on"),
                format!("but due on {}", plain(due)),
            )
            .help("correct the day of the signature; if the court gave more time, `due_on`");
    } else if signed > days_after(today, LIMITS.papers.signature_days) {
        let concern = report.add(
            &rule::SIGNED_APART,
            at,
            "the document is signed long after its day",
        );
        of_another_day(concern.caption(caption), today);
    }
}

/// A parent acknowledges a document near its day (R117); what was agreed may be acknowledged
/// in the session itself.
fn a_document_is_acknowledged_near_its_day(case: &Case, report: &mut Report) {
    let Some(sign_off) = &case.sign_off else {
        return;
    };
    let today = case.document.prepared_on;
    let in_a_session = |day: Date| sessions(case).any(|(_, session)| session.on == day);
    let at = Pointer::root().key("sign_off").key("parents");
    for (parent, acknowledgement) in each(&at, &sign_off.parents) {
        let Some(on) = acknowledgement.acknowledged_on else {
            continue;
        };
        let far = LIMITS.papers.acknowledgement_days;
        let before = days_after(on, far) < today
            && !in_a_session(on)
            && last_session(case).is_none_or(|last| on > last);
        let after = on > days_after(today, far);
        let (message, severity) = match (before, after) {
            (true, _) => (
                "a document is acknowledged long before its day",
                Severity::Warning,
            ),
            (_, true) => (
                "a document is acknowledged long after its day",
                Severity::Error,
            ),
            _ => continue,
        };
        let concern = report.add(&rule::SIGNED_APART, parent.key("acknowledged_on"), message);
        of_another_day(
            concern.weigh(severity).caption(format!("on {}", plain(on))),
            today,
        );
    }
}

fn of_another_day(concern: &mut Unplaced, today: Date) {
    concern
        .but(
            prepared_on(),
            format!("but the document is of {}", plain(today)),
        )
        .help(
            "check the year first; else correct the day, or `prepared_on` if the document is newer",
        );
}
