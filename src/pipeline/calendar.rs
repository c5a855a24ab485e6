//! The calendar file beside a plan: the children's time, to be imported as it is.

use super::made::Made;
use crate::case::Case;
use crate::diagnostics::{Diagnostic, Findings, code};
use crate::language::Locale;
use crate::output::{Appointment, Calendar};
use crate::view::DatedTime;
use crate::view::dated_times;

/// One calendar for all children who have the same time.
///
/// # Errors
/// A phrase that the locale has not, or not with these places.
pub(super) fn calendars(
    case: &Case,
    locale: &Locale,
    fingerprint: &str,
) -> Result<Vec<Made>, Findings> {
    let groups = dated_times(case);
    let several = groups.len() > 1;
    let numbered = (1..).zip(&groups);
    let calendars = numbered.map(|(number, group): (u32, &DatedTime)| {
        let seed = format!("{fingerprint}-{number}");
        let children = locale.list(&group.children);
        let name = filled(locale, "calendar-entry.name", &[("children", &children)])?;
        let appointments: Result<Vec<_>, Findings> = group
            .times
            .iter()
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
            seed: &seed,
            prepared_on: case.document.prepared_on.0,
            appointments: &appointments?,
        };
        Ok(Made {
            marks: several.then(|| number.to_string()).into_iter().collect(),
            ending: "ics",
            bytes: calendar.icalendar().into_bytes(),
            pages: None,
        })
    });
    calendars.collect()
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
