//! To whom a schedule gives time, calls, letters or presents, and of which kinds the time is.

use super::arrangement::{Arrangement, StatutoryVerb, Topic};
use super::calendar::Priority;
use super::form::Id;
use super::recurrence::{HolidayShare, Schedule};

impl Arrangement {
    /// The one person to whom it gives all of its time, where it surely gives it to one.
    pub(crate) fn only_taker(&self) -> Option<&Id> {
        let of_time = |one: &Schedule| one.ranked_as().is_some();
        if !self.schedules().all(of_time) {
            return None;
        }
        let takers: Option<Vec<_>> = self.schedules().map(Schedule::takers).collect();
        let takers = takers?.concat();
        let (first, others) = takers.split_first()?;
        others.iter().all(|other| other == first).then_some(*first)
    }

    /// The kinds of time that it gives to somebody, of those that a case ranks: by its schedule
    /// or, where it has words alone, by its topic.
    pub(crate) fn kinds_of_time(&self) -> Vec<Priority> {
        if self.schedule.is_some() {
            let mut kinds = Vec::new();
            for kind in self.schedules().filter_map(Schedule::ranked_as) {
                if !kinds.contains(&kind) {
                    kinds.push(kind);
                }
            }
            return kinds;
        }
        let spends_time = self.verb == Some(StatutoryVerb::SpendsTimeWith);
        match self.topic {
            Topic::SpecialDays | Topic::Christmas => vec![Priority::Special],
            Topic::SchoolHolidays => vec![Priority::Holiday],
            Topic::Living | Topic::Daytime if spends_time => vec![Priority::Weekly],
            _ => Vec::new(),
        }
    }
}

impl Schedule {
    /// Everybody to whom it gives any; `None` where it gives some to whoever is not named, or is
    /// of handovers.
    pub(crate) fn takers(&self) -> Option<Vec<&Id>> {
        Some(match self {
            Schedule::Weekly { slots, .. } => slots.iter().map(|slot| &slot.with).collect(),
            Schedule::Holiday { share, .. } => match share {
                HolidayShare::Halves { .. } => return None,
                HolidayShare::Whole { with } => with.people().collect(),
                HolidayShare::Dates { parts } => parts.iter().map(|part| &part.with).collect(),
            },
            Schedule::Special { rule, .. } => rule.people().collect(),
            Schedule::Indirect { with, .. }
            | Schedule::Monthly { with, .. }
            | Schedule::Rota { with, .. } => vec![with],
            Schedule::Handover { .. } | Schedule::Several(_) => return None,
        })
    }
}
