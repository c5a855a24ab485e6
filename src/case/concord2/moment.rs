//! A day and its hours in one value: `2026-03-24 10:00 to 11:30`.

use std::ops::Range;

use super::line::line;
use super::tree::{each, field, fields, value};
use super::words::Words;
use crate::case::form::Misfit;
use crate::diagnostics::SourceFile;
use crate::reading::Node;

line! {
    /// A day, and the time of day at which something is.
    DayAndTime = "concord-day-and-time"
    "A day, and behind it the time of day where there is one."
    pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9]{2}:[0-9]{2})?$"
    examples ["2026-06-11 10:00"]
    shown "YYYY-MM-DD HH:MM"
    read time_of
}

line! {
    /// A day, and the times of day at which something begins and ends.
    DayAndTimes = "concord-day-and-times"
    "A day, and behind it when it begins and when it ends."
    pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9]{2}:[0-9]{2}( to [0-9]{2}:[0-9]{2})?)?$"
    examples ["2026-03-24 10:00 to 11:30"]
    shown "YYYY-MM-DD HH:MM to HH:MM"
    read times_of
}

/// The blocks in which a day has its hours behind it: the path, the field, and the fields of
/// the model that hold the hours.
pub(crate) const MOMENTS: &[(&[&str], &str, &[&str])] = &[
    (&["case", "hearings", "*"], "on", &["at"]),
    (&["programme", "sessions", "*"], "on", &["start", "end"]),
    (&["course", "*", "workshop"], "on", &["start"]),
    (&["calendar", "holidays", "*"], "from", &["from_time"]),
    (&["calendar", "holidays", "*"], "to", &["to_time"]),
];

/// Parts every day from its hours.
pub(super) fn spell_out(tree: &mut Node, file: &SourceFile) {
    for (path, key, hours) in MOMENTS {
        each(tree, path, &mut |block| part(block, key, hours, file));
    }
}

/// Parts the day under a key from its hours.
pub(super) fn part(block: &mut Node, key: &str, hours: &[&str], file: &SourceFile) {
    let Some(at) = block.entries().iter().position(|entry| entry.key == key) else {
        return;
    };
    let moment = block.entries()[at].value.clone();
    let Some(text) = moment.text() else { return };
    let Ok(parts) = times_of(text) else { return };
    let mut parted = parts
        .into_iter()
        .map(|part| value(&text[part.clone()], moment.part(file, &part)));
    let Some(entries) = fields(block) else { return };
    if let Some(day) = parted.next() {
        entries[at].value = day;
    }
    let key_range = entries[at].key_range.clone();
    for (place, (hour, time)) in hours.iter().zip(parted).enumerate() {
        entries.insert(at + 1 + place, field(hour, &key_range, time));
    }
}

fn time_of(text: &str) -> Result<Vec<Range<usize>>, Misfit> {
    let form = "write the day and the time, in the form `YYYY-MM-DD HH:MM`";
    let mut words = Words::of(text, form);
    let mut parts = vec![words.date()?.range()];
    if words.next().is_some() {
        parts.push(words.time()?.range());
    }
    words.end().map(|()| parts)
}

fn times_of(text: &str) -> Result<Vec<Range<usize>>, Misfit> {
    let form = "write the day and the times, in the form `YYYY-MM-DD HH:MM to HH:MM`";
    let mut words = Words::of(text, form);
    let mut parts = vec![words.date()?.range()];
    if words.next().is_some() {
        parts.push(words.time()?.range());
    }
    if words.next().is_some() {
        words.must("to", "has no `to` before the time at which it ends")?;
        parts.push(words.time()?.range());
    }
    words.end().map(|()| parts)
}
