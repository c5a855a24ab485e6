//! From arrangements to dated claims: what is agreed, or already ordered, and no more.

use jiff::Timestamp;
use jiff::civil::Date;

use super::claim::{Claim, Ground, Occurrence, schedule};
use super::holiday;
use super::monthly::{Monthly, Rota};
use super::period::{Period, instant, local, midnight, plus_days};
use super::special::Special;
use super::weekly::Pattern;
use crate::case::Case;
use crate::case::arrangement::{Arrangement, TermForm};
use crate::case::calendar::Priority;
use crate::case::person::Child;
use crate::case::recurrence::Schedule;
use crate::diagnostics::Pointer;

/// An arrangement that counts, with its schedule and its place in the file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Counted<'a> {
    pub(crate) index: usize,
    pub(crate) arrangement: &'a Arrangement,
    pub(crate) schedule: &'a Schedule,
    /// Which of its schedules that is, where they are a list.
    pub(crate) nth: Option<usize>,
}

/// The arrangements that are agreed, or that an order already makes, by their place in the
/// file. What begins after a review may never come, and does not count.
pub(super) fn agreed(case: &Case) -> impl Iterator<Item = (usize, &Arrangement)> {
    case.arrangements
        .iter()
        .enumerate()
        .filter(|(_, arrangement)| {
            let settled =
                arrangement.status.is_agreed() || arrangement.form == TermForm::ExistingOrder;
            settled && arrangement.after_review.is_none()
        })
}

/// Those of them that have a schedule.
pub(crate) fn counted(case: &Case) -> impl Iterator<Item = Counted<'_>> {
    agreed(case).flat_map(|(index, arrangement)| {
        let schedules = arrangement.schedule.iter().flat_map(Schedule::each);
        schedules.map(move |(nth, schedule)| Counted {
            index,
            arrangement,
            schedule,
            nth,
        })
    })
}

impl<'a> Counted<'a> {
    /// Where its schedule stands in the file.
    pub(crate) fn at(&self) -> Pointer {
        schedule(self.index, self.nth)
    }

    /// Whether it is for a child.
    pub(crate) fn is_for(&self, child: &Child) -> bool {
        self.arrangement.is_for(child)
    }

    /// The part of a period in which it is in force: from its beginning until the end of
    /// the last day it names.
    pub(crate) fn in_force(&self, period: Period) -> Option<Period> {
        let last = self.arrangement.until.map(|day| plus_days(day.0, 1));
        Period::new(
            self.begins().unwrap_or(Timestamp::MIN),
            last.map_or(Timestamp::MAX, midnight),
        )?
        .overlap(&period)
    }

    /// The beginning of the first day it names. A weekly pattern that takes effect as week 1
    /// first begins does so with the first stay of that day: what would last until then was
    /// begun in a week that never was.
    pub(crate) fn begins(&self) -> Option<Timestamp> {
        let named = self.arrangement.from.map(|day| day.0);
        if let Schedule::Rota { first, change, .. } = self.schedule {
            let first = instant(first.0.to_datetime(change.0));
            return Some(named.map_or(first, |day| first.max(midnight(day))));
        }
        let Some(pattern) = Pattern::of(self.schedule) else {
            return named.map(midnight);
        };
        let day = named.unwrap_or(pattern.monday);
        let whole = Period::days(day, plus_days(day, 1))?;
        let stays = pattern.occurrences(whole).into_iter();
        let stays = stays.filter(|stay| day == pattern.monday && stay.from.date() == day);
        let first = stays.map(|stay| instant(stay.from)).min();
        Some(first.unwrap_or(whole.from()))
    }

    pub(super) fn occurrences(
        &self,
        case: &'a Case,
        child: &'a Child,
        period: Period,
    ) -> Vec<Occurrence<'a>> {
        match self.schedule {
            Schedule::Weekly { .. } => {
                Pattern::of(self.schedule).map_or(Vec::new(), |pattern| pattern.occurrences(period))
            }
            Schedule::Monthly {
                of_month,
                day,
                start,
                end_after_days,
                end,
                with,
            } => Monthly {
                of_month,
                day: *day,
                start: start.0,
                days: i64::from(*end_after_days),
                end: end.0,
                with,
            }
            .occurrences(period),
            Schedule::Rota {
                first,
                on,
                off,
                change,
                with,
            } => Rota {
                first: first.0,
                on: i64::from(*on),
                off: i64::from(*off),
                change: change.0,
                with,
            }
            .occurrences(period),
            Schedule::Holiday { periods, share, .. } => {
                holiday::occurrences(case, child, periods, share)
            }
            Schedule::Special { .. } => {
                let special = Special::of(case, self.schedule, child);
                // A day that begins in December may last into the first year of the period.
                let years = local(period.from()).year() - 1..=local(period.to()).year();
                years.filter_map(|year| special?.occurrence(year)).collect()
            }
            Schedule::Indirect { .. } | Schedule::Handover { .. } | Schedule::Several(_) => {
                Vec::new()
            }
        }
    }

    /// Whether it is of the usual time, between holidays and special days.
    pub(crate) fn is_usual(&self) -> bool {
        matches!(
            self.schedule,
            Schedule::Weekly { .. } | Schedule::Monthly { .. } | Schedule::Rota { .. }
        )
    }

    fn kind(&self) -> Priority {
        self.schedule.ranked_as().unwrap_or(Priority::Weekly)
    }

    /// Whether it rests on a day, for each of its children, because that lies in a holiday.
    pub(crate) fn rests_on(&self, case: &Case, day: Date) -> bool {
        let noon = instant(day.at(12, 0, 0, 0));
        let mut children = case.children_of(&self.arrangement.children);
        let is_off = |child| holidays(case, child).iter().any(|one| one.contains(noon));
        self.rests() && children.all(is_off)
    }

    /// Whether it is a weekly pattern that rests in the holidays.
    fn rests(&self) -> bool {
        matches!(
            self.schedule,
            Schedule::Weekly {
                term_time_only: true,
                ..
            }
        )
    }
}

/// Every claim to a child's time in a period, by the instant at which it begins.
pub(crate) fn claims<'a>(case: &'a Case, child: &'a Child, period: Period) -> Vec<Claim<'a>> {
    let holidays = holidays(case, child);
    let mut claims: Vec<Claim<'a>> = Vec::new();
    for counted in counted(case).filter(|counted| counted.is_for(child)) {
        let Some(in_force) = counted.in_force(period) else {
            continue;
        };
        let rests: &[Period] = if counted.rests() { &holidays } else { &[] };
        for occurrence in counted.occurrences(case, child, in_force) {
            claims.extend(pieces(counted, occurrence, in_force, rests));
        }
    }
    claims.sort_by_key(|claim| (claim.period.from(), claim.origin));
    claims
}

/// What is left of an occurrence while its arrangement is in force and does not rest.
pub(super) fn pieces<'a>(
    counted: Counted<'a>,
    occurrence: Occurrence<'a>,
    in_force: Period,
    rests: &[Period],
) -> impl Iterator<Item = Claim<'a>> {
    let arranged = Period::new(instant(occurrence.from), instant(occurrence.to));
    arranged.into_iter().flat_map(move |arranged| {
        let pieces = arranged
            .overlap(&in_force)
            .map(|whole| whole.without(rests));
        pieces.into_iter().flatten().map(move |period| Claim {
            period,
            arranged,
            adult: occurrence.adult,
            arrangement: &counted.arrangement.id,
            origin: Ground {
                arrangement: counted.index,
                nth: counted.nth,
                part: occurrence.part,
            },
            kind: counted.kind(),
            by_order: counted.arrangement.form == TermForm::ExistingOrder,
        })
    })
}

/// The holidays that a child has, as stretches of time.
fn holidays(case: &Case, child: &Child) -> Vec<Period> {
    let holidays = case.calendar.iter().flat_map(|calendar| &calendar.holidays);
    let holidays = holidays.filter(|holiday| holiday.is_for(child));
    holidays.filter_map(Period::of_holiday).collect()
}
