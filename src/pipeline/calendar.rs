//! The calendar file beside a plan: the children's time and their calls, to be imported as
//! they are, and to be replaced by those of a later version.

use std::collections::BTreeMap;

use crate::case::document::DocumentDetails;
use crate::case::recurrence::Channel;
use crate::diagnostics::{Diagnostic, Findings, code};
use crate::language::Locale;
use crate::output::{Appointment, Calendar, Digest};
use crate::view::{DatedTime, TimeWith};

/// Hexadecimal digits of what an appointment is called by: none of a family's are alike.
const UID: usize = 32;

/// The phrases that a calendar may ask for.
pub(super) const PHRASES: [&str; 6] = [
    "calendar-entry.name",
    "calendar-entry.summary",
    "calendar-entry.call.phone",
    "calendar-entry.call.video",
    "calendar-entry.call.letter",
    "calendar-entry.call.gift",
];

/// The iCalendar text for all children who have the same time, in the languages of the plan
/// that it stands beside.
///
/// # Errors
/// A phrase that the locale has not, or not with these places.
pub(super) fn icalendar(
    time: &DatedTime,
    locales: &[&Locale],
    reader: &str,
    document: &DocumentDetails,
) -> Result<String, Findings> {
    let name = in_each(locales, "calendar-entry.name", &time.children, &[])?;
    let mut times_on_a_day = BTreeMap::new();
    let times = time.times.iter();
    let appointments: Result<Vec<_>, Findings> = times
        .map(|one| {
            let places = [("name", one.name.as_str())];
            Ok(Appointment {
                from: one.from,
                until: one.until,
                summary: in_each(locales, key(one), &time.children, &places)?,
                uid: uid((time, reader), one, &mut times_on_a_day),
            })
        })
        .collect();
    let calendar = Calendar {
        name: &name,
        version: document.version,
        prepared_on: document.prepared_on.0,
        appointments: &appointments?,
    };
    Ok(calendar.icalendar())
}

fn key(time: &TimeWith) -> &'static str {
    match time.call {
        None => "calendar-entry.summary",
        Some(Channel::Phone) => "calendar-entry.call.phone",
        Some(Channel::Video) => "calendar-entry.call.video",
        Some(Channel::Letter) => "calendar-entry.call.letter",
        Some(Channel::Gift) => "calendar-entry.call.gift",
    }
}

/// What an appointment is called by: the family, whose calendar it is, and the arrangement
/// with its person and its day. Neither its place in the list nor its hours, which a later
/// version may change.
fn uid(
    (time, reader): (&DatedTime, &str),
    one: &TimeWith,
    on_a_day: &mut BTreeMap<[String; 3], usize>,
) -> String {
    let day = one.from.strftime("%Y%m%d").to_string();
    let what = [one.arrangement.to_string(), one.adult.to_string(), day];
    let times = on_a_day.entry(what.clone()).or_insert(0);
    *times += 1;
    let of_day = times.to_string();
    let parts = [time.family.as_str(), reader, time.child.as_str()];
    let parts = parts.into_iter().chain(what.iter().map(String::as_str));
    let parts = parts.chain([of_day.as_str()]).map(str::as_bytes);
    let mut uid = Digest::of_parts(parts).to_string();
    uid.truncate(UID);
    uid
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
