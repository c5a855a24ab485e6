//! The children's timetables, as far as a reader may know them and rely on them.

use jiff::civil;

use super::copy::Reader;
use super::piece::Piece;
use super::served::Served;
use crate::case::Case;
use crate::case::arrangement::{AgreementStatus, Arrangement};
use crate::case::calendar::Holiday;
use crate::case::form::Id;
use crate::case::person::Child;
use crate::case::recurrence::Schedule;
use crate::schedule::calls::calls;
use crate::schedule::expand::claims;
use crate::schedule::holiday::{SharedPart, named, shared_parts};
use crate::schedule::special::Special;
use crate::schedule::{Call, Period, Timetable};

impl Served<'_> {
    /// The weeks of a child as they usually are, one round for each pattern that lasts.
    pub(crate) fn usual<'t>(&'t self, child: &'t Child) -> Vec<Timetable<'t>> {
        Timetable::usual(self.relied_on(), child, self.today())
    }

    /// Where a child is in the course of a period.
    pub(crate) fn expand<'t>(&'t self, child: &'t Child, period: Period) -> Timetable<'t> {
        Timetable::expand(self.relied_on(), child, period)
    }

    /// The calls of a child in the course of a period.
    pub(crate) fn calls<'t>(&'t self, child: &'t Child, period: Period) -> Vec<Call<'t>> {
        calls(self.relied_on(), child, period)
    }

    /// By date, who has which part of the holidays that a schedule shares.
    pub(crate) fn shared_parts<'t>(&'t self, schedule: &'t Schedule) -> Vec<SharedPart<'t>> {
        match schedule {
            Schedule::Holiday { periods, share, .. } => shared_parts(self.case, periods, share),
            _ => Vec::new(),
        }
    }

    /// Whether a schedule shares holidays that lie within a school term.
    pub(crate) fn shares_half_terms(&self, schedule: &Schedule) -> bool {
        let terms = || self.case.calendar.iter().flat_map(|one| &one.school_terms);
        let is_within = |one: &Holiday| {
            let (last, next) = (one.last_school_day(), one.next_school_day());
            terms().any(|term| term.from <= last && next <= term.to)
        };
        let holidays = named(schedule).iter();
        let mut holidays = holidays.filter_map(|id| self.case.holiday(id));
        holidays.any(is_within)
    }

    /// What these arrangements take of a period of a child's for anybody but one person.
    pub(crate) fn taken(
        &self,
        child: &Child,
        period: Period,
        arrangements: &[&Id],
        keeper: &Id,
    ) -> Vec<Period> {
        let claims = claims(self.relied_on(), child, period).into_iter();
        claims
            .filter(|claim| arrangements.contains(&claim.arrangement) && claim.adult != keeper)
            .map(|claim| claim.period)
            .collect()
    }

    /// The only "today" a document knows.
    pub(crate) fn today(&self) -> civil::Date {
        self.case.document.prepared_on.0
    }

    /// The year in which a special day or a shared holiday of an arrangement first comes, on
    /// its first day or after it.
    pub(crate) fn first_year(&self, arrangement: &Arrangement, schedule: &Schedule) -> i16 {
        let from = arrangement.begins().map_or(self.today(), |day| day.0);
        let is_due = |day: &civil::Date| *day >= from;
        let holidays = named(schedule)
            .iter()
            .filter_map(|id| self.case.holiday(id));
        let holiday = holidays
            .map(|one| one.last_school_day().0)
            .filter(is_due)
            .min();
        let child = self.case.children_of(&arrangement.children).next();
        let special = child.and_then(|child| Special::of(self.case, schedule, child));
        // What comes every year comes in this one or in the next.
        let years = [from.year(), from.year() + 1].into_iter();
        let mut days = years.filter_map(|year| special.as_ref()?.date(year));
        let first = holiday.or_else(|| days.find(is_due));
        first.map_or(from.year(), civil::Date::year)
    }

    /// The day in this year, where the schedule is of a day that comes once a year and all the
    /// children of the arrangement have it on one day.
    pub(crate) fn day_in(
        &self,
        arrangement: &Arrangement,
        schedule: &Schedule,
        year: i16,
    ) -> Option<civil::Date> {
        let children = self.case.children_of(&arrangement.children);
        let mut days = children.map(|child| Special::of(self.case, schedule, child)?.date(year));
        let first = days.next()??;
        days.all(|day| day == Some(first)).then_some(first)
    }

    /// Whether some of a child's days depend on a condition, of those that the reader may
    /// know of, or are not for the child to know: a calendar without them would mislead.
    pub(crate) fn has_untold_days(&self, child: &Child) -> bool {
        let is_of_days = |one: &Piece<'_, Arrangement>| {
            let is_call = |schedule| matches!(schedule, &Schedule::Indirect { .. });
            let direct = one.schedules().any(|schedule| !is_call(schedule));
            direct && one.status.is_agreed()
        };
        let mut scheduled = self.arrangements().filter(is_of_days);
        scheduled.any(|one| one.is_for(child) && (one.not_for_child || !one.conditions.is_empty()))
    }

    /// Whether an arrangement shares a holiday that a dispute about Christmas leaves open:
    /// words that share every holiday would settle the one that is in dispute.
    pub(crate) fn shares_open_christmas(&self, arrangement: &Arrangement) -> bool {
        let mut left = arrangement.clone();
        self.leave_christmas_open(&mut left);
        left.schedule != arrangement.schedule
    }

    /// Whether the reader may rely on an arrangement. For a child what is agreed in
    /// principle, the details to follow, is not decided yet.
    pub(super) fn is_settled(&self, arrangement: &Arrangement) -> bool {
        let in_principle = arrangement.status == AgreementStatus::AgreedInPrinciple;
        let is_childs = matches!(self.copy.reader, Reader::Child(_));
        arrangement.status.is_agreed() && !(in_principle && is_childs)
    }

    /// The case without the schedules that the reader may not know or rely on, and without
    /// what a dispute leaves open.
    fn relied_on(&self) -> &Case {
        self.relied_on.get_or_init(|| {
            let mut case = self.case.clone();
            for arrangement in &mut case.arrangements {
                if self.why_not_arrangement(arrangement).is_some() {
                    arrangement.schedule = None;
                    (arrangement.otherwise, arrangement.verb) = (None, None);
                }
                if arrangement.status.is_agreed() && !self.is_settled(arrangement) {
                    arrangement.status = AgreementStatus::Partly;
                }
                self.leave_christmas_open(arrangement);
            }
            case
        })
    }
}
