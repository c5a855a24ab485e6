//! What is wrong with arrangements, seen over two years: rules R19–R27 and R90.
//!
//! One file is one rule. A [`Concern`] knows the path of a value in the case, not its
//! line: whoever holds the file's places makes a finding of it. A fault that recurs
//! every week is told once, with the first date on which it shows.

mod clash;
mod clock_change;
mod gap;
mod holiday_share;
mod meeting;
mod never;
mod night_count;
mod priority;
mod school_day;
mod two_people;
mod year_rule;

use jiff::Timestamp;
use jiff::civil::Date;

use super::expand::{Counted, counted};
use super::period::{Period, local};
use super::timetable::Timetable;
use crate::case::Case;
use crate::case::rules::Concern;

/// How many years of arrangements are looked at: an even and an odd one.
const YEARS: i32 = 2;

/// Everything the rules look at.
struct Outlook<'a> {
    case: &'a Case,
    period: Period,
    timetables: Vec<Timetable<'a>>,
}

/// Every concern about the arrangements of a case, rule by rule.
///
/// They are looked at for two years from the day the first of them takes effect, or from
/// the day the document is prepared where that is later: what is past cannot be mended.
pub fn concerns(case: &Case) -> Vec<Concern> {
    let rules = [
        two_people::r19,
        meeting::r20,
        gap::r21,
        holiday_share::r22,
        priority::r23,
        year_rule::r24,
        clock_change::r25,
        school_day::r26,
        night_count::r27,
        never::r90,
    ];
    let Some(outlook) = Outlook::of(case) else {
        return Vec::new();
    };
    rules.iter().flat_map(|rule| rule(&outlook)).collect()
}

impl<'a> Outlook<'a> {
    /// None where no arrangement has a schedule that counts.
    fn of(case: &'a Case) -> Option<Self> {
        let prepared = case.document.prepared_on.0;
        let first = counted(case)
            .map(|counted| counted.arrangement.from.map_or(prepared, |day| day.0))
            .min()?;
        let period = Period::years(first.max(prepared), YEARS)?;
        let children = case.people.children.iter();
        Some(Outlook {
            case,
            period,
            timetables: children
                .map(|child| Timetable::expand(case, child, period))
                .collect(),
        })
    }

    fn counted(&self) -> impl Iterator<Item = Counted<'a>> {
        counted(self.case)
    }
}

/// A day in a caption: "Friday 12 June 2026".
fn on(day: Date) -> String {
    day.strftime("%A %-d %B %Y").to_string()
}

/// An instant in a caption: "Friday 12 June 2026 at 15:30".
fn at(instant: Timestamp) -> String {
    let told = local(instant);
    format!("{} at {}", on(told.date()), told.strftime("%H:%M"))
}
