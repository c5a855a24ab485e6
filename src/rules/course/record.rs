//! What a record of the course needs: consent to the call, a result that is told, the
//! order that sent the adult, a workshop apart from the other parent.

use super::attended::{in_england, records};
use crate::case::Case;
use crate::case::course::{CourseRecord, CourseResult, CourseRoute, FollowUpCall};
use crate::case::document::DocumentStatus;
use crate::diagnostics::Severity;
use crate::diagnostics::code::rule;
use crate::rules::kit::dates::plain;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[
    call_has_consent,
    not_completed_is_told,
    completed_has_its_workshop,
    result_fits_the_completion,
    ordered_course_has_its_order,
    parents_attend_separately,
];

/// Nobody is called who did not consent during the course (R51; Access Mediation
/// Services, page on the course).
fn call_has_consent(case: &Case, report: &mut Report) {
    let refused =
        |call: &&FollowUpCall| !call.consent && (call.on.is_some() || call.minutes.is_some());
    for (place, record) in records(case) {
        if record.call.as_ref().filter(refused).is_some() {
            let place = place.key("call");
            let message = format!("a call to `{}`, who did not consent to it", record.adult);
            report
                .add(&rule::CALL_WITHOUT_CONSENT, place.key("consent"), message)
                .caption("no consent")
                .help("take the call's day and length out, or correct `consent`");
        }
    }
}

/// A course that was not completed says why; if the court ordered it, the court and the
/// officer were told (R52; standard directions: the provider notifies the court). In a
/// draft that may still be to come.
fn not_completed_is_told(case: &Case, report: &mut Report) {
    let severity = match case.document.status {
        DocumentStatus::Draft => Severity::Warning,
        DocumentStatus::Final | DocumentStatus::Filed => Severity::Error,
    };
    let not_completed = records(case).filter(|(_, r)| r.result == CourseResult::NotCompleted);
    for (place, record) in not_completed {
        for (key, what) in untold(record) {
            let message = format!(
                "`{}` did not complete the course, and nothing says {what}",
                record.adult
            );
            report
                .add(&rule::COURSE_RESULT, place.key("result"), message)
                .weigh(severity)
                .caption("not completed")
                .help(format!("write `{key}`"));
        }
    }
}

/// What a record of a course that was not completed lacks: the field, and what it tells.
fn untold(record: &CourseRecord) -> impl Iterator<Item = (&'static str, &'static str)> {
    let ordered = record.route == CourseRoute::CourtOrdered;
    let court = ordered && record.court_notified_on.is_none();
    let officer = ordered && record.cafcass_notified_on.is_none();
    [
        (record.reason.is_none(), ("reason", "why")),
        (court, ("court_notified_on", "when the court was told")),
        (
            officer,
            ("cafcass_notified_on", "when the officer was told"),
        ),
    ]
    .into_iter()
    .filter_map(|(missing, what)| missing.then_some(what))
}

/// A course that was completed had its group part, and the adult was there (R52; the
/// providers' pages).
fn completed_has_its_workshop(case: &Case, report: &mut Report) {
    let completed = records(case).filter(|(_, r)| r.result == CourseResult::Completed);
    for (place, record) in completed {
        let attended = record.workshop.as_ref().map(|w| w.attended);
        let (message, other) = match attended {
            None => ("the workshop is missing", None),
            Some(Some(false)) => (
                "the workshop was not attended",
                Some(place.key("workshop").key("attended")),
            ),
            Some(_) => continue,
        };
        let concern = report
            .add(
                &rule::COURSE_RESULT,
                place.key("result"),
                format!("`{}` completed the course, yet {message}", record.adult),
            )
            .caption("completed")
            .help("write the `workshop` the adult attended, or correct the result");
        if let Some(other) = other {
            concern.but(other, "but the adult did not attend");
        }
    }
}

/// The day of completion stands where the course was completed, and only there (R52).
fn result_fits_the_completion(case: &Case, report: &mut Report) {
    for (place, record) in records(case) {
        let completed = record.result == CourseResult::Completed;
        match record.completed_on {
            None if completed => report
                .add(
                    &rule::COURSE_RESULT,
                    place.key("result"),
                    format!(
                        "`{}` completed the course, and nothing says when",
                        record.adult
                    ),
                )
                .weigh(Severity::Warning)
                .caption("completed")
                .help("write `completed_on`: the notice states the day"),
            Some(on) if !completed => report
                .add(
                    &rule::COURSE_RESULT,
                    place.key("result"),
                    format!(
                        "the result says that `{}` did not complete the course",
                        record.adult
                    ),
                )
                .caption("this is the result")
                .but(
                    place.key("completed_on"),
                    format!("but it was completed on {}", plain(on)),
                )
                .help("correct the result, or take `completed_on` out"),
            _ => continue,
        };
    }
}

/// A court-ordered course names its order, and the order is not later than the referral
/// (R53; Children Act 1989 ss.11A–11G).
fn ordered_course_has_its_order(case: &Case, report: &mut Report) {
    let ordered = records(case).filter(|(_, r)| r.route == CourseRoute::CourtOrdered);
    for (place, record) in ordered {
        let Some(named) = &record.order else {
            let message = format!(
                "the court ordered the course of `{}`, and no order is named",
                record.adult
            );
            report
                .add(&rule::COURSE_ORDER, place.key("route"), message)
                .caption("ordered by the court")
                .help("name the order of `case: orders:` in `order`, or write `fca_referred`");
            continue;
        };
        let later = case
            .order(named)
            .filter(|order| order.made_on > record.referred_on);
        if let Some(order) = later {
            report
                .add(
                    &rule::COURSE_ORDER,
                    place.key("order"),
                    format!("`{named}` was made after the referral it is said to order"),
                )
                .caption(format!("the order was made on {}", plain(order.made_on)))
                .but(
                    place.key("referred_on"),
                    format!("but the referral is of {}", plain(record.referred_on)),
                )
                .help("name the order that sent the adult, or correct one of the two days");
        }
    }
}

/// In England two adults of a case do not attend the same workshop (R55; Access
/// Mediation Services: parents do not attend at the same time).
fn parents_attend_separately(case: &Case, report: &mut Report) {
    for (place, second) in records(case).filter(|_| in_england(case)) {
        let earlier = records(case).take_while(|(at, _)| *at != place);
        for (at, first) in earlier.filter(|(_, first)| attend_together(first, second)) {
            let message = format!(
                "`{}` and `{}` attend one workshop",
                first.adult, second.adult
            );
            report
                .add(
                    &rule::SAME_WORKSHOP,
                    place.key("workshop").key("on"),
                    message,
                )
                .caption("this workshop")
                .but(at.key("workshop").key("on"), "is the same as this")
                .help("parents attend separately: correct the day, or give both a `start`");
        }
    }
}

fn attend_together(first: &CourseRecord, second: &CourseRecord) -> bool {
    let (Some(a), Some(b)) = (&first.workshop, &second.workshop) else {
        return false;
    };
    let same_time = a.on.is_some() && (a.on, a.start) == (b.on, b.start);
    let same_room = first.provider == second.provider && (a.mode, &a.place) == (b.mode, &b.place);
    first.adult != second.adult && same_time && same_room
}
