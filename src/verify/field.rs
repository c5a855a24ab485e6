//! Which value of an entry of a case moved a document. The manifest has a hash for each entry
//! and none for a value, which could be guessed; the words that moved name it.

use super::difference::Difference;
use crate::pipeline::{CaseFile, Cause, CauseKind};

/// The causes with the value named, where the words that moved are those of one value.
pub(super) fn named(causes: Vec<Cause>, case: &CaseFile, difference: &Difference) -> Vec<Cause> {
    let parts = case.parts();
    let narrowed = causes.into_iter().map(|cause| {
        if cause.kind != CauseKind::Field {
            return cause;
        }
        let Some(part) = parts.get(&cause.name) else {
            return cause;
        };
        let mut values = case.values(part);
        values.retain(|value| moved(difference, value.text));
        match values.as_slice() {
            [value] => Cause {
                name: format!("{}{}", cause.name, value.below),
                place: Some(value.place.clone()),
                ..cause
            },
            _ => cause,
        }
    });
    narrowed.collect()
}

/// Whether a sentence says what it did not say before, and this says it.
fn moved(difference: &Difference, value: &str) -> bool {
    let value = plain(value);
    let mut sentences = difference.sentences.iter();
    sentences.any(|moved| {
        let Some(new) = &moved.new else { return false };
        let (new, old) = (plain(new), plain(moved.old.as_deref().unwrap_or_default()));
        let is_said = new.contains(&value) || value.contains(&new);
        !value.trim().is_empty() && is_said && !old.contains(&value)
    })
}

/// Words without what a theme or a locale makes of spaces and quotation marks.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace(['’', '‘'], "'")
}
