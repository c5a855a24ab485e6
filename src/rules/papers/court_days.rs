//! The days of the court: an application is issued before it is directed on, and no court
//! sits at a weekend or on a bank holiday.

use jiff::civil::{Date, Weekday};

use crate::case::Case;
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::rules::kit::dates::plain;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;
use crate::schedule::special::easter;

pub(crate) const RULES: &[Rule] = &[directed_after_it_was_issued, hearings_are_on_days_of_court];

/// The court directs nothing on an application that it has not issued (R122).
fn directed_after_it_was_issued(case: &Case, report: &mut Report) {
    let Some(proceedings) = &case.proceedings else {
        return;
    };
    let issued = proceedings.application.issued_on;
    let Some(directed) = proceedings.directed_on.filter(|day| *day < issued) else {
        return;
    };
    let at = Pointer::root().key("case");
    report
        .add(
            &rule::DIRECTED_FIRST,
            at.key("directed_on"),
            "the court directed the programme before the application was issued",
        )
        .caption(format!("directed on {}", plain(directed)))
        .but(
            at.key("application").key("issued_on"),
            format!("but issued on {}", plain(issued)),
        )
        .help("compare both days with the order; a wrong year is the usual cause");
}

/// No hearing is at a weekend or on a bank holiday, which are no business days of the court
/// (R121; FPR rule 2.3). A court may sit on one for what cannot wait, and a bank holiday may be
/// moved by proclamation, so it is a warning.
fn hearings_are_on_days_of_court(case: &Case, report: &mut Report) {
    let Some(proceedings) = &case.proceedings else {
        return;
    };
    let listed = case.calendar.as_ref().map_or(&[][..], |c| &c.bank_holidays);
    let at = Pointer::root().key("case").key("hearings");
    for (at, hearing) in each(&at, &proceedings.hearings) {
        let day = hearing.on.0;
        let what = if day.weekday() == Weekday::Saturday {
            "a Saturday"
        } else if day.weekday() == Weekday::Sunday {
            "a Sunday"
        } else if listed.contains(&hearing.on) || is_bank_holiday(day) {
            "a bank holiday"
        } else {
            continue;
        };
        report
            .add(
                &rule::COURT_CLOSED,
                at.key("on"),
                format!("`{}` is on {what}", hearing.id),
            )
            .caption(day.strftime("%A %-d %B %Y").to_string())
            .help("compare the day with the notice of hearing");
    }
}

/// The bank holidays of England and Wales that fall on the same day by law (Banking and
/// Financial Dealings Act 1971, schedule 1; Good Friday and Christmas Day by custom). Days
/// that stand in for a weekend, and what a proclamation adds, a case lists.
fn is_bank_holiday(day: Date) -> bool {
    let (monday, number) = (day.weekday() == Weekday::Monday, day.day());
    let from_easter = (day - easter(day.year())).get_days();
    match (day.month(), number) {
        (1, 1) | (12, 25 | 26) => true,
        (5, 1..=7 | 25..=31) | (8, 25..=31) if monday => true,
        _ => matches!(from_easter, -2 | 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bank_holidays_are_those_of_the_act() {
        let is = |day: &str| day.parse().ok().map(is_bank_holiday);
        for day in [
            "2026-01-01",
            "2026-04-03",
            "2026-04-06",
            "2026-05-04",
            "2026-05-25",
            "2026-08-31",
            "2026-12-25",
            "2027-03-26",
            "2027-05-31",
        ] {
            assert_eq!(is(day), Some(true), "{day}");
        }
        for day in [
            "2026-04-02",
            "2026-04-07",
            "2026-05-11",
            "2026-08-24",
            "2026-12-24",
        ] {
            assert_eq!(is(day), Some(false), "{day}");
        }
    }
}
