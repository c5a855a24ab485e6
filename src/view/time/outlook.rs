//! What a reader may know of a child's time: the usual weeks and two years of days.

use jiff::ToSpan;
use jiff::civil;

use crate::audience::Served;
use crate::case::person::Child;
use crate::schedule::{Period, Timetable, YEARS, local};

/// What is known of one child's time.
pub(crate) struct Outlook<'a> {
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
    /// From the day on which the plan begins, or that of the document where it began before;
    /// none where no weekly pattern is arranged.
    pub(crate) fn of(served: &'a Served<'_>, child: &'a Child) -> Option<Self> {
        let today = served.today();
        let wide = served.expand(child, Period::years(today, YEARS)?);
        let first = local(wide.in_force()?.from()).date();
        let after = first.saturating_add(YEARS.years()).saturating_add(2.days());
        let ahead = Period::days(first.min(today), after)?;
        Some(Outlook {
            child,
            usual: served.usual(child),
            ahead: served.expand(child, ahead),
            dated: served.expand(child, Period::days(first, after)?),
            first,
        })
    }

    /// All of them, the usual and the dated.
    pub(crate) fn timetables(&self) -> impl Iterator<Item = &Timetable<'a>> {
        self.usual.iter().chain([&self.ahead])
    }
}
