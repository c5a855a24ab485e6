//! The calendar file beside a plan: the children's time, to be imported as it is.

use crate::case::form::Date;
use crate::diagnostics::{Diagnostic, Findings, code};
use crate::language::Locale;
use crate::output::{Appointment, Calendar};
use crate::view::DatedTime;

/// The iCalendar text for all children who have the same time, in the languages of the plan
/// that it stands beside; `seed` tells its appointments from those of every other calendar.
///
/// # Errors
/// A phrase that the locale has not, or not with these places.
pub(super) fn icalendar(
    time: &DatedTime,
    locales: &[&Locale],
    seed: &str,
    prepared_on: Date,
) -> Result<String, Findings> {
    let name = in_each(locales, "calendar-entry.name", &time.children, &[])?;
    let times = time.times.iter();
    let appointments: Result<Vec<_>, Findings> = times
        .map(|appointment| {
            let places = [("name", appointment.name.as_str())];
            let key = "calendar-entry.summary";
            Ok(Appointment {
                from: appointment.from,
                until: appointment.until,
                summary: in_each(locales, key, &time.children, &places)?,
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

/// What a phrase says of some children, in each language: `Amser Nia / Nia’s time`.
fn in_each(
    locales: &[&Locale],
    key: &str,
    children: &[String],
    places: &[(&str, &str)],
) -> Result<String, Findings> {
    let said: Result<Vec<String>, Findings> = locales
        .iter()
        .map(|locale| {
            let children = locale.list(children);
            let places = [places, &[("children", &children)]].concat();
            filled(locale, key, &places)
        })
        .collect();
    Ok(said?.join(" / "))
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
