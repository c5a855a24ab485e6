//! The programme's window: about twelve weeks, or longer for a reason.
//!
//! Source: the programme's own page, "Cafcass Positive co-Parenting Programme".

use super::dates::{days_after, plain};
use super::programme::{at, is_cppp, sessions};
use super::{Report, Rule};
use crate::case::Case;
use crate::case::form::Date;
use crate::case::programme::SessionKind;
use crate::diagnostics::Severity;
use crate::diagnostics::code::rule;

pub(super) const RULES: &[Rule] = &[
    begins_within_the_window,
    ends_within_the_window,
    extension_has_a_reason,
];

/// No session comes before the programme starts (R03; programme page). Meetings of
/// another kind may: they prepare it.
fn begins_within_the_window(case: &Case, report: &mut Report) {
    let Some(starts_on) = case.programme.starts_on else {
        return;
    };
    let early = sessions(case).filter(|(_, session)| {
        session.status.stands() && session.kind != SessionKind::Other && session.on < starts_on
    });
    for (place, session) in early {
        let message = format!("`{}` is before the programme starts", session.id);
        report
            .add(&rule::OUTSIDE_WINDOW, place.key("on"), message)
            .weigh(Severity::Error)
            .caption(format!("this session is on {}", plain(session.on)))
            .but(
                at().key("starts_on"),
                format!("but the programme starts on {}", plain(starts_on)),
            )
            .help("correct one of the two days");
    }
}

/// Every session comes within about twelve weeks, or within the extension (R03;
/// programme page). Weeks are counted from the first day; the day on which they are
/// full still belongs to them.
fn ends_within_the_window(case: &Case, report: &mut Report) {
    let Some((last_day, set_by)) = last_day(case).filter(|_| is_cppp(case)) else {
        return;
    };
    let says = match set_by {
        "extended_to" => "but it was extended to".to_owned(),
        _ => format!(
            "but {} weeks counted from here end on",
            case.programme.window_weeks
        ),
    };
    let late = sessions(case).filter(|(_, session)| {
        session.status.stands() && session.kind != SessionKind::Other && session.on > last_day
    });
    for (place, session) in late {
        let message = format!("`{}` is after the end of the programme", session.id);
        report
            .add(&rule::OUTSIDE_WINDOW, place.key("on"), message)
            .caption(format!("this session is on {}", plain(session.on)))
            .but(at().key(set_by), format!("{says} {}", plain(last_day)))
            .help("correct the day, or write `extended_to` and `extension_reason`");
    }
}

/// The last day on which a session belongs to the programme, and the field that sets it.
fn last_day(case: &Case) -> Option<(Date, &'static str)> {
    let programme = &case.programme;
    let ordinary = days_after(programme.starts_on?, 7 * programme.window_weeks);
    let extended = programme.extended_to.filter(|to| *to > ordinary);
    Some(extended.map_or((ordinary, "starts_on"), |to| (to, "extended_to")))
}

/// An extension says why (R03; programme page).
fn extension_has_a_reason(case: &Case, report: &mut Report) {
    let Some(to) = case.programme.extended_to else {
        return;
    };
    if case.programme.extension_reason.is_none() {
        let message = "the programme was extended and nothing says why";
        report
            .add(&rule::OUTSIDE_WINDOW, at().key("extended_to"), message)
            .caption(format!("it was extended to {}", plain(to)))
            .help("write `extension_reason`");
    }
}
