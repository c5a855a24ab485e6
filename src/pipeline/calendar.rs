//! The calendar file beside a plan: the children's time, to be imported as it is.

use crate::case::form::Date;
use crate::diagnostics::{Diagnostic, Findings, code};
use crate::language::Locale;
use crate::output::{Appointment, Calendar};
use crate::view::DatedTime;

/// The iCalendar text for all children who have the same time; `seed` tells its
/// appointments from those of every other calendar.
///
/// # Errors
/// A phrase that the locale has not, or not with these places.
pub(super) fn icalendar(
    time: &DatedTime,
    locale: &Locale,
    seed: &str,
    prepared_on: Date,
) -> Result<String, Findings> {
    let children = locale.list(&time.children);
    let name = filled(locale, "calendar-entry.name", &[("children", &children)])?;
    let times = time.times.iter();
    let appointments: Result<Vec<_>, Findings> = times
        .map(|time| {
            let places = [("children", children.as_str()), ("name", &time.name)];
            Ok(Appointment {
                from: time.from,
                until: time.until,
                summary: filled(locale, "calendar-entry.summary", &places)?,
            })
        })
        .collect();
    let calendar = Calendar {
        name: &name,
        seed,
        prepared_on: prepared_on.0,
        appointments: &appointments?,
    };
    Ok(calendar.icalendar())
}

fn filled(locale: &Locale, key: &str, places: &[(&str, &str)]) -> Result<String, Findings> {
    let missing = || {
        let message = format!("the locale has no phrase `{key}` with the places it needs");
        Diagnostic::new(&code::template::NO_SUCH_PHRASE, message)
            .help("add the phrase to the locale")
    };
    let phrase = locale.phrase(key).ok_or_else(missing)?;
    Ok(phrase.fill(places).map_err(|_| missing())?)
}
