//! School holidays in the year they are called by, and near the terms.

use crate::case::Case;
use crate::case::calendar::{Calendar, Holiday};
use crate::case::form::Date;
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::rules::kit::dates::{days_after, plain};
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[a_holiday_is_in_its_year];

/// No school is closed for so many days at a time.
const LONGEST: u32 = 75;

/// A holiday is in the year that its name tells, lasts no longer than a summer, and lies
/// beside a term where the case gives terms (R123).
fn a_holiday_is_in_its_year(case: &Case, report: &mut Report) {
    let Some(calendar) = &case.calendar else {
        return;
    };
    let at = Pointer::root().key("calendar").key("holidays");
    for (at, holiday) in each(&at, &calendar.holidays) {
        let Some((field, says, other)) = misplaced(calendar, holiday) else {
            continue;
        };
        let message = format!("`{}` seems to be in the wrong year", holiday.id);
        let concern = report
            .add(&rule::HOLIDAY_YEAR, at.key(field), message)
            .caption(says)
            .help("correct the year by the list of the school or local authority");
        if let Some((at, says)) = other {
            concern.but(at, says);
        }
    }
}

/// The field that is wrong, what it says, and what it is compared with.
type Misplaced = (&'static str, String, Option<(Pointer, String)>);

/// A date of a holiday, and the field that gives it.
type Given = (&'static str, Date);

/// The dates a holiday is given by; R161 is told where one is missing.
fn dates(holiday: &Holiday) -> Option<(Given, Given)> {
    let from = holiday.from.map(|day| ("from", day));
    let to = holiday.to.map(|day| ("to", day));
    let first = holiday.first_day_off.map(|day| ("first_day_off", day));
    let last = holiday.last_day_off.map(|day| ("last_day_off", day));
    from.or(first).zip(to.or(last))
}

fn misplaced(calendar: &Calendar, holiday: &Holiday) -> Option<Misplaced> {
    let ((from_field, from), (to_field, to)) = dates(holiday)?;
    if to < from {
        return None;
    }
    if to > days_after(from, LONGEST) {
        let says = format!("from {} to {}", plain(from), plain(to));
        return Some((to_field, says, None));
    }
    let names = std::iter::once(&holiday.name).chain(&holiday.name_cy);
    let told: Vec<Vec<i16>> = names.map(|name| years(name.as_str()).collect()).collect();
    let told: Vec<Vec<i16>> = told.into_iter().filter(|years| !years.is_empty()).collect();
    let called = match told.is_empty() {
        true => vec![years(holiday.id.as_str()).collect()],
        false => told,
    };
    if called.iter().any(|years| !years.is_empty()) {
        let is_in = |year: &i16| from.0.year() == *year || to.0.year() == *year;
        let says = format!("it begins on {}", plain(from));
        let mut each_is_in = called.iter().map(|years| years.iter().any(is_in));
        return (!each_is_in.all(|is_in| is_in)).then_some((from_field, says, None));
    }
    let other = far_from_terms(calendar, from, to)?;
    let says = format!("from {} to {}", plain(from), plain(to));
    Some((from_field, says, Some(other)))
}

/// The term that days lie nearly a year before, as the first, or after, as the last one.
fn far_from_terms(calendar: &Calendar, from: Date, to: Date) -> Option<(Pointer, String)> {
    let at = Pointer::root().key("calendar").key("school_terms");
    let terms = || each(&at, &calendar.school_terms);
    let (first_at, first) = terms().min_by_key(|(_, term)| term.from)?;
    let (last_at, last) = terms().max_by_key(|(_, term)| term.to)?;
    let far = |earlier: Date, later: Date| later > days_after(earlier, LONGEST);
    if far(to, first.from) {
        let begins = format!("but the first term begins on {}", plain(first.from));
        return Some((first_at.key("from"), begins));
    }
    let ends = || format!("but the last term ends on {}", plain(last.to));
    far(last.to, from).then(|| (last_at.key("to"), ends()))
}

/// The years that a name tells, in four digits: `Summer holiday 2027`.
fn years(name: &str) -> impl Iterator<Item = i16> {
    let numbers = name.split(|c: char| !c.is_ascii_digit());
    let years = numbers.filter(|number| number.len() == 4);
    years.filter_map(|number| number.parse().ok())
}
