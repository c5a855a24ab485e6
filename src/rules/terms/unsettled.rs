//! Changes from one home to the other of which a term leaves the hour or the place open.

use crate::case::Case;
use crate::case::arrangement::{AgreementStatus, Arrangement};
use crate::case::calendar::Holiday;
use crate::case::form::Id;
use crate::case::handovers::HandoverAt;
use crate::case::recurrence::{DatedPart, HolidayShare, Schedule};
use crate::diagnostics::Pointer;
use crate::diagnostics::code::rule;
use crate::rules::kit::arrangements::agreed;
use crate::rules::rule::{Report, Rule};
use crate::schedule::holiday::holiday_of;

pub(crate) const RULES: &[Rule] = &[a_change_has_its_hour_and_its_place];

/// What is left open: the place, what is said of it there, and what to write.
type Open = (Pointer, String, &'static str);

/// A change has its hour and its place (R132): without an hour it is read as one at midnight.
/// It is told once of a term.
fn a_change_has_its_hour_and_its_place(case: &Case, report: &mut Report) {
    let settled = agreed(case).filter(|(_, one)| one.status == AgreementStatus::Agreed);
    for (at, term) in settled {
        let mut hours = term
            .placed(&at)
            .filter_map(|(at, schedule)| without_hour(case, schedule, &at));
        let (what, open) = match (hours.next(), without_place(term, &at)) {
            (Some(open), _) => ("at what hour the children change homes", open),
            (None, Some(open)) => ("where the children are handed over", open),
            (None, None) => continue,
        };
        let (place, caption, help) = open;
        let message = format!("`{}` does not say {what}", term.id);
        let concern = report.add(&rule::UNSETTLED, place, message);
        concern.caption(caption).help(help);
    }
}

fn without_hour(case: &Case, schedule: &Schedule, at: &Pointer) -> Option<Open> {
    match schedule {
        Schedule::Special { start, end, .. } if start.is_none() || end.is_none() => Some((
            at.key("day"),
            "read as a change at midnight".to_owned(),
            "write from when until when it is: behind the day, as in `christmas_day 10:00 to \
             18:00`, or in `start` and `end`",
        )),
        Schedule::Holiday { periods, share, .. } => match share {
            HolidayShare::Dates { parts } => {
                let lacks = |part: &DatedPart| lacks_hour(part, holiday_of(case, periods, part));
                let index = parts.iter().position(lacks)?;
                Some((
                    at.key("share").key("parts").item(index),
                    "read as a change at midnight".to_owned(),
                    "write the hours behind both days, as in `2026-08-01 10:00`, or in \
                     `from_time` and `to_time`",
                ))
            }
            HolidayShare::Halves {
                change_at: None, ..
            } => Some((
                at.key("share").key("first"),
                "read as a change at noon on the middle day".to_owned(),
                "write in `change_at` the hour at which the halves change, as in `change_at: \
                 \"12:00\"`",
            )),
            HolidayShare::Halves { .. } | HolidayShare::Whole { .. } => {
                let has_hours =
                    |holiday: &Holiday| holiday.from_time.is_some() && holiday.to_time.is_some();
                let lacks = |id: &Id| case.holiday(id).is_some_and(|one| !has_hours(one));
                let index = periods.iter().position(lacks)?;
                Some((
                    at.key("periods").item(index),
                    format!("`{}` has no hours, and changes at midnight", periods[index]),
                    "write in the calendar the hours at which school ends and begins, behind \
                     `from` and `to`, as in `2026-07-21 15:30`, or in `from_time` and `to_time`",
                ))
            }
        },
        _ => None,
    }
}

/// Whether an end of a dated part is a day alone, and not the hour at which the holiday itself
/// begins or ends.
fn lacks_hour(part: &DatedPart, holiday: Option<&Holiday>) -> bool {
    let begins =
        holiday.is_some_and(|one| one.last_school_day() == part.from && one.from_time.is_some());
    let ends = holiday.is_some_and(|one| one.next_school_day() == part.to && one.to_time.is_some());
    (part.from_time.is_none() && !begins) || (part.to_time.is_none() && !ends)
}

/// Who brings the children is told, and neither end nor term says where to.
fn without_place(term: &Arrangement, at: &Pointer) -> Option<Open> {
    let handover = term.handover.as_ref().filter(|_| term.place.is_none())?;
    let ends = [("start", &handover.start), ("end", &handover.end)];
    let lacks = |one: &Option<HandoverAt>| one.as_ref().is_some_and(|one| one.at.is_none());
    let (key, _) = ends.into_iter().find(|(_, one)| lacks(one))?;
    Some((
        at.key("handover").key(key),
        "somebody brings the children, and nothing says where".to_owned(),
        "write the place in `at`, or once in `place` of the term",
    ))
}
