//! When something is, in words composed from its schedule: the schedule is the truth, and
//! what an order, a plan and a child's plan say of days and hours is written from it, in
//! the language of the document.
//!
//! Every word stands in the locale under `said`; here is only what goes with what. Words
//! may say less than the schedule (with whom a call is, the rest of a week that is somebody
//! else's) and never something else, so nothing is joined or shortened where the joined
//! words could be read in two ways: which weekend comes first is a date, a stay of four
//! nights or more says its nights, and midnight is the start or the end of a day.

mod call;
mod holiday;
mod moment;
mod monthly;
mod round;
mod setting;
mod special;
mod speech;
mod weekly;
mod years;

use crate::case::recurrence::Schedule;
use crate::language::Locale;

pub(crate) use call::call_rhythm;
pub use setting::{Register, Setting, Unsaid};

pub(crate) use speech::Clauses;
use speech::{Speech, Told};

/// When a schedule is, in words; none where it names no time ([`Schedule::tells_when`]) or
/// speaks of nobody.
///
/// # Errors
/// The first phrase that the locale lacks.
pub fn said(
    schedule: &Schedule,
    setting: &Setting<'_>,
    locale: &Locale,
) -> Result<Option<String>, Unsaid> {
    if !schedule.tells_when() {
        return Ok(None);
    }
    let speech = Speech { locale, setting };
    speech.text(told(&speech, schedule)?)
}

/// The same as a list of clauses, for an order that letters them; none where it says nothing.
///
/// # Errors
/// The first phrase that the locale lacks.
pub(crate) fn clauses(
    schedule: &Schedule,
    setting: &Setting<'_>,
    locale: &Locale,
) -> Result<Clauses, Unsaid> {
    if !schedule.tells_when() {
        return Ok(Clauses::default());
    }
    let speech = Speech { locale, setting };
    speech.clauses(told(&speech, schedule)?)
}

fn told(speech: &Speech<'_>, schedule: &Schedule) -> Result<Told, Unsaid> {
    match schedule {
        Schedule::Weekly { .. } => weekly::told(speech, schedule),
        Schedule::Monthly { .. } | Schedule::Rota { .. } => monthly::told(speech, schedule),
        Schedule::Holiday {
            periods,
            each_holiday,
            share,
        } => holiday::told(speech, periods, *each_holiday, share),
        Schedule::Special { .. } => special::told(speech, schedule),
        Schedule::Indirect { .. } => call::told(speech, schedule),
        Schedule::Handover { .. } | Schedule::Several(_) => Ok(Told::default()),
    }
}
