//! The programme's window: about twelve weeks, or longer for a reason.
//!
//! Source: the programme's own page, "Cafcass Positive co-Parenting Programme".

use crate::case::Case;
use crate::case::form::Date;
use crate::case::programme::SessionKind;
use crate::diagnostics::Severity;
use crate::diagnostics::code::rule;
use crate::rules::kit::dates::{days_after, plain};
use crate::rules::kit::programme::{at, is_cppp, sessions};
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[
    begins_within_the_window,
    ends_within_the_window,
    extension_has_a_reason,
    extension_is_longer,
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
/// programme page). Weeks are whole and counted from the first day, as documents print
/// them: twelve from a Monday end on a Sunday.
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
    let ordinary = ordinary_end(case)?;
    let extended = programme.extended_to.filter(|to| *to > ordinary);
    Some(extended.map_or((ordinary, "starts_on"), |to| (to, "extended_to")))
}

/// The last day of the weeks without an extension.
fn ordinary_end(case: &Case) -> Option<Date> {
    let programme = &case.programme;
    let days = (7 * programme.window_weeks).saturating_sub(1);
    Some(days_after(programme.starts_on?, days))
}

/// An extension ends no earlier than the weeks themselves (R03); one that ends before the
/// programme begins is a matter of its own (R82).
fn extension_is_longer(case: &Case, report: &mut Report) {
    let starts_on = case.programme.starts_on;
    let to = case
        .programme
        .extended_to
        .filter(|to| Some(*to) >= starts_on);
    let Some((to, end)) = to.zip(ordinary_end(case)).filter(|(to, end)| to < end) else {
        return;
    };
    if is_cppp(case) {
        let weeks = case.programme.window_weeks;
        let message = "the programme is extended to a day before its end";
        report
            .add(&rule::OUTSIDE_WINDOW, at().key("extended_to"), message)
            .weigh(Severity::Error)
            .caption(format!("extended to {}", plain(to)))
            .but(
                at().key("starts_on"),
                format!("but {weeks} weeks counted from here end on {}", plain(end)),
            )
            .help("correct the day, or take `extended_to` and `extension_reason` out");
    }
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
