//! To whom a schedule gives time, calls, letters or presents.

use super::form::Id;
use super::recurrence::{HolidayShare, Schedule};

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
