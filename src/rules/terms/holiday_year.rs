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

fn misplaced(calendar: &Calendar, holiday: &Holiday) -> Option<Misplaced> {
    let (from, to) = (holiday.from, holiday.to);
    if to < from {
        return None;
    }
    if to > days_after(from, LONGEST) {
        return Some(("to", format!("from {} to {}", plain(from), plain(to)), None));
    }
    let own: Vec<i16> = years(holiday.name.as_str()).collect();
    let called = match own.is_empty() {
        true => years(holiday.id.as_str()).collect(),
        false => own,
    };
    if !called.is_empty() {
        let is_in = |year: &i16| from.0.year() == *year || to.0.year() == *year;
        let says = format!("it begins on {}", plain(from));
        return (!called.iter().any(is_in)).then_some(("from", says, None));
    }
    far_from_terms(calendar, holiday)
}

/// A holiday that lies nearly a year before the first term, or after the last one.
fn far_from_terms(calendar: &Calendar, holiday: &Holiday) -> Option<Misplaced> {
    let at = Pointer::root().key("calendar").key("school_terms");
    let terms = || each(&at, &calendar.school_terms);
    let (first_at, first) = terms().min_by_key(|(_, term)| term.from)?;
    let (last_at, last) = terms().max_by_key(|(_, term)| term.to)?;
    let far = |earlier: Date, later: Date| later > days_after(earlier, LONGEST);
    let other = if far(holiday.to, first.from) {
        (
            first_at.key("from"),
            format!("but the first term begins on {}", plain(first.from)),
        )
    } else if far(last.to, holiday.from) {
        (
            last_at.key("to"),
            format!("but the last term ends on {}", plain(last.to)),
        )
    } else {
        return None;
    };
    let says = format!("from {} to {}", plain(holiday.from), plain(holiday.to));
    Some(("from", says, Some(other)))
}

/// The years that a name tells, in four digits: `Summer holiday 2027`.
fn years(name: &str) -> impl Iterator<Item = i16> {
    let numbers = name.split(|c: char| !c.is_ascii_digit());
    let years = numbers.filter(|number| number.len() == 4);
    years.filter_map(|number| number.parse().ok())
}
