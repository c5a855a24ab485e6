//! When a report is signed, acknowledged, due and filed.

use crate::case::Case;
use crate::case::arrangement::Arrangement;
use crate::case::document::DocumentStatus;
use crate::case::form::Date;
use crate::case::proceedings::Filing;
use crate::case::programme::{Session, SessionStatus};
use crate::diagnostics::Severity;
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::rules::kit::dates::plain;
use crate::rules::kit::programme::sessions;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[
    signed_after_the_last_session,
    acknowledged_after_it_was_agreed,
    filed_after_it_was_signed,
    filed_is_signed_and_dated,
    filed_in_time,
    due_before_the_hearing,
];

fn signed_on() -> Pointer {
    Pointer::root().key("sign_off").key("signed_on")
}

fn filing_at() -> Pointer {
    Pointer::root().key("case").key("filing")
}

fn filing(case: &Case) -> Option<&Filing> {
    case.proceedings.as_ref()?.filing.as_ref()
}

fn signature(case: &Case) -> Option<Date> {
    case.sign_off.as_ref()?.signed_on
}

fn held(case: &Case) -> impl Iterator<Item = (Pointer, &Session)> {
    sessions(case).filter(|(_, session)| session.status == SessionStatus::Held)
}

/// Nobody signs an account of a session before it took place (R47).
fn signed_after_the_last_session(case: &Case, report: &mut Report) {
    let Some(signed) = signature(case) else {
        return;
    };
    let last = held(case).max_by_key(|(_, session)| session.on);
    let Some((at, session)) = last.filter(|(_, session)| session.on > signed) else {
        return;
    };
    report
        .add(
            &rule::ORDER_OF_FILING,
            signed_on(),
            "the document is signed before the last session was held",
        )
        .caption(format!("signed on {}", plain(signed)))
        .but(
            at.key("on"),
            format!("but this session was held on {}", plain(session.on)),
        )
        .help("mend the day of the signature, or of the session");
}

/// Nobody acknowledges an agreement before the session in which it was made (R47).
fn acknowledged_after_it_was_agreed(case: &Case, report: &mut Report) {
    let Some(sign_off) = &case.sign_off else {
        return;
    };
    let agreed_in = |session: &Session| {
        let by =
            |a: &Arrangement| a.status.is_agreed() && a.agreed_in.as_ref() == Some(&session.id);
        case.arrangements.iter().any(by)
    };
    let Some((at, session)) = held(case)
        .filter(|(_, session)| agreed_in(session))
        .max_by_key(|(_, session)| session.on)
    else {
        return;
    };
    let parents = Pointer::root().key("sign_off").key("parents");
    for (parent, acknowledgement) in each(&parents, &sign_off.parents) {
        let Some(on) = acknowledgement
            .acknowledged_on
            .filter(|on| *on < session.on)
        else {
            continue;
        };
        report
            .add(
                &rule::ORDER_OF_FILING,
                parent.key("acknowledged_on"),
                "a parent acknowledges what was not agreed yet",
            )
            .caption(format!("acknowledged on {}", plain(on)))
            .but(
                at.key("on"),
                format!("but it was agreed on {}", plain(session.on)),
            )
            .help("mend the day of the acknowledgement, or of the session");
    }
}

/// A report is signed, then filed (R47).
fn filed_after_it_was_signed(case: &Case, report: &mut Report) {
    let Some(filed) = filing(case).and_then(|filing| filing.filed_on) else {
        return;
    };
    let at = filing_at().key("filed_on");
    let caption = format!("filed on {}", plain(filed));
    match signature(case) {
        None => report
            .add(
                &rule::ORDER_OF_FILING,
                at,
                "the report is filed, and nobody has signed it",
            )
            .caption(caption)
            .help("write `signed_on` under `sign_off`, or take `filed_on` out"),
        Some(signed) if filed < signed => report
            .add(
                &rule::ORDER_OF_FILING,
                at,
                "the report is filed before it is signed",
            )
            .caption(caption)
            .but(signed_on(), format!("but signed on {}", plain(signed)))
            .help("mend the day of filing, or of the signature"),
        Some(_) => return,
    };
}

/// A document whose status is `filed` is signed, and the file says on what day it was
/// filed (R47). One that is `final` may be signed by hand after it is printed.
fn filed_is_signed_and_dated(case: &Case, report: &mut Report) {
    let filed = case.document.status == DocumentStatus::Filed && case.proceedings.is_some();
    if !filed || filing(case).is_some_and(|filing| filing.filed_on.is_some()) {
        return;
    }
    let (message, help, severity) = match signature(case) {
        None => (
            "the document is filed, and nobody has signed it",
            "write `signed_on` under `sign_off`, or `status: final` until it is filed",
            Severity::Error,
        ),
        Some(_) => (
            "the document is filed, and nothing says when",
            "write `filed_on` under `case: filing:`",
            Severity::Warning,
        ),
    };
    report
        .add(
            &rule::ORDER_OF_FILING,
            Pointer::root().key("document").key("status"),
            message,
        )
        .weigh(severity)
        .caption("said to be filed")
        .help(help);
}

/// A report that is filed late says so to nobody unless somebody notices (R47).
fn filed_in_time(case: &Case, report: &mut Report) {
    let days = filing(case).and_then(|filing| Some((filing.filed_on?, filing.due_on?)));
    let Some((filed, due)) = days.filter(|(filed, due)| filed > due) else {
        return;
    };
    report
        .add(
            &rule::ORDER_OF_FILING,
            filing_at().key("filed_on"),
            "the report is filed after it was due",
        )
        .caption(format!("filed on {}", plain(filed)))
        .but(
            filing_at().key("due_on"),
            format!("but due on {}", plain(due)),
        )
        .help("if the court gave more time, write the new day in `due_on`")
        .weigh(Severity::Warning);
}

/// A report is due before the hearing it is for (R47). Another hearing may come in
/// between; that no hearing comes after the due day cannot be.
fn due_before_the_hearing(case: &Case, report: &mut Report) {
    let Some((due, next)) = filing(case)
        .and_then(|filing| filing.due_on)
        .zip(case.next_hearing(case.document.prepared_on))
        .filter(|(due, next)| *due > next.on)
    else {
        return;
    };
    let hearings = case
        .proceedings
        .as_ref()
        .map_or(&[][..], |case| &case.hearings);
    let at = Pointer::root().key("case").key("hearings");
    let Some((at, _)) = each(&at, hearings).find(|(_, hearing)| hearing.id == next.id) else {
        return;
    };
    let a_later_one = hearings.iter().any(|hearing| hearing.on >= due);
    report
        .add(
            &rule::ORDER_OF_FILING,
            filing_at().key("due_on"),
            "the report is due after the next hearing",
        )
        .caption(format!("due on {}", plain(due)))
        .but(
            at.key("on"),
            format!("but the hearing is on {}", plain(next.on)),
        )
        .help("compare both days with the order that gave the directions")
        .weigh(if a_later_one {
            Severity::Warning
        } else {
            Severity::Error
        });
}
