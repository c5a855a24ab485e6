//! What a reader may know of a child's time: the usual weeks and two years of days.

use jiff::ToSpan;
use jiff::civil;

use crate::case::Case;
use crate::case::person::Child;
use crate::schedule::{Period, Timetable, YEARS, local};

use crate::audience::DocumentCopy;
use crate::audience::leave_christmas_open;

/// The case without the schedules that the reader of a copy may not know, and without what
/// a dispute leaves open.
pub(crate) fn served(case: &Case, copy: &DocumentCopy) -> Case {
    let mut served = case.clone();
    for arrangement in &mut served.arrangements {
        if !copy.may_read(case, arrangement.vis, &arrangement.served_to) {
            arrangement.schedule = None;
        }
        leave_christmas_open(arrangement, case, copy);
    }
    served
}

/// What is known of one child's time.
pub(crate) struct Outlook<'a> {
    pub case: &'a Case,
    /// Whose.
    pub child: &'a Child,
    /// The weeks as they usually are, a timetable for each pattern.
    pub usual: Vec<Timetable<'a>>,
    /// The days of two years, from `first`.
    pub dated: Timetable<'a>,
    /// The same from the day of the document, if that is earlier: a special day or a
    /// holiday may be arranged before the usual weeks begin.
    pub ahead: Timetable<'a>,
    /// The first day of the year at a glance.
    pub first: civil::Date,
}

impl<'a> Outlook<'a> {
    /// From the month in which the plan begins, or that of the document where it began
    /// before; none where no weekly pattern is arranged.
    pub(crate) fn of(case: &'a Case, child: &'a Child) -> Option<Self> {
        let today = case.document.prepared_on.0;
        let wide = Timetable::expand(case, child, Period::years(today, YEARS)?);
        let begins = local(wide.in_force()?.from()).date();
        let first = begins.first_of_month();
        let after = first.saturating_add(YEARS.years()).saturating_add(2.days());
        let usual = Timetable::usual(case, child, today);
        let ahead = Period::days(first.min(today), after)?;
        Some(Outlook {
            case,
            child,
            usual,
            ahead: Timetable::expand(case, child, ahead),
            dated: Timetable::expand(case, child, Period::days(first, after)?),
            first,
        })
    }

    /// All of them, the usual and the dated.
    pub(crate) fn timetables(&self) -> impl Iterator<Item = &Timetable<'a>> {
        self.usual.iter().chain([&self.ahead])
    }
}
