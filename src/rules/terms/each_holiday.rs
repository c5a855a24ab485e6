//! A term agreed for each school holiday, and the holidays that its schedule has.

use crate::case::Case;
use crate::case::arrangement::Arrangement;
use crate::case::calendar::Holiday;
use crate::case::form::Id;
use crate::case::recurrence::{HolidayShare, Schedule};
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, Severity};
use crate::rules::kit::arrangements::{agreed, schedules};
use crate::rules::kit::whole_words::has_words;
use crate::rules::rule::{Report, Rule};

use super::words::WORDS;

pub(crate) const RULES: &[Rule] = &[
    each_holiday_has_all_of_the_calendar,
    words_of_each_holiday_are_in_the_schedule,
];

/// A schedule for each holiday names all that the calendar has for its children from its
/// first day on, and shares them by a rule that can hold for those to come (R131).
fn each_holiday_has_all_of_the_calendar(case: &Case, report: &mut Report) {
    for (at, arrangement, schedule) in schedules(case) {
        let Schedule::Holiday {
            periods,
            each_holiday: true,
            share,
        } = schedule
        else {
            continue;
        };
        let message = format!("`{}` is for each school holiday", arrangement.id);
        if matches!(share, HolidayShare::Dates { .. }) {
            report
                .add(
                    &rule::EACH_HOLIDAY,
                    at.key("each_holiday"),
                    format!("{message}, and has the dates of some alone"),
                )
                .caption("nobody knows the dates of the holidays to come")
                .help("share them in `halves` or `whole`, or take `each_holiday` out");
            continue;
        }
        let Some(missing) = left_out(case, arrangement, periods) else {
            continue;
        };
        report
            .add(
                &rule::EACH_HOLIDAY,
                at.key("periods"),
                format!("{message}, and leaves out `{}`", missing.id),
            )
            .caption("not all that the calendar has")
            .but(at.key("each_holiday"), "but this says each of them")
            .help(format!(
                "add `{}`, or take `each_holiday` out where some are shared in another way",
                missing.id
            ));
    }
}

/// A holiday of these children that is not over when the term begins, and not named.
fn left_out<'a>(case: &'a Case, term: &Arrangement, periods: &[Id]) -> Option<&'a Holiday> {
    let calendar = case.calendar.as_ref()?;
    let is_theirs = |holiday: &&Holiday| {
        let mut children = case.children_of(&term.children);
        children.any(|child| holiday.is_for(child))
    };
    let is_ahead = |holiday: &&Holiday| {
        term.begins()
            .is_none_or(|first| holiday.next_school_day() > first)
            && term
                .until
                .is_none_or(|last| holiday.last_school_day() < last)
    };
    let holidays = calendar.holidays.iter().filter(is_theirs).filter(is_ahead);
    let mut unnamed = holidays.filter(|holiday| !periods.contains(&holiday.id));
    unnamed.next()
}

/// A text that speaks of each holiday has a schedule that does: an order would be of those
/// that are listed, and of no other (R131).
fn words_of_each_holiday_are_in_the_schedule(case: &Case, report: &mut Report) {
    for (at, term) in agreed(case) {
        let listed = term
            .placed(&at)
            .find(|(_, schedule)| shares_listed(schedule));
        let Some((listed, _)) = listed.filter(|_| term.until.is_none()) else {
            continue;
        };
        let Some(text) = says_each(term, &at) else {
            continue;
        };
        report
            .add(
                &rule::EACH_HOLIDAY,
                listed.key("periods"),
                format!(
                    "the text of `{}` speaks of each school holiday, and its schedule of those \
                     listed alone",
                    term.id
                ),
            )
            // Whoever lists all that the calendar has may mean no more than these.
            .weigh(Severity::Info)
            .caption("an order would share these, and none to come")
            .but(text, "but this is about each")
            .help(
                "write `each_holiday: true` beside `periods` where it was agreed for those to \
                 come too; else say in the text which holidays are meant",
            );
    }
}

/// Whether it shares holidays by a rule, and those alone that it lists.
fn shares_listed(schedule: &Schedule) -> bool {
    let Schedule::Holiday {
        each_holiday,
        share,
        ..
    } = schedule
    else {
        return false;
    };
    !each_holiday && !matches!(share, HolidayShare::Dates { .. })
}

/// Where a text says that it is about each holiday.
fn says_each(term: &Arrangement, at: &Pointer) -> Option<Pointer> {
    let says = |text: &str| {
        let text = text.to_lowercase();
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        WORDS
            .each_holiday
            .iter()
            .any(|phrase| has_words(&words, phrase))
    };
    term.text.texts().any(says).then(|| at.key("text"))
}
