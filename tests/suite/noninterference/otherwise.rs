//! A case in which something is told otherwise, by the places of the pieces.

use serde_yaml::Value;

/// Keys whose values are words, and may be any others.
const WORDS: [&str; 24] = [
    "account",
    "adjustments",
    "age_note",
    "cy",
    "destination",
    "en",
    "exceptional",
    "fca_summary",
    "interpreter",
    "lines",
    "locative_cy",
    "name",
    "promise",
    "public_label",
    "quote",
    "reason",
    "statement",
    "summary",
    "terms",
    "text",
    "tools",
    "when",
    "not_seen",
    "emergency",
];

/// The value at a place, by the steps of a JSON pointer.
fn place_mut<'a>(case: &'a mut Value, at: &str) -> Option<&'a mut Value> {
    let mut steps = at.split('/').skip(1);
    steps.try_fold(case, |value, step| match value {
        Value::Sequence(items) => items.get_mut(step.parse::<usize>().ok()?),
        Value::Mapping(fields) => fields.get_mut(step),
        _ => None,
    })
}

/// Tells a piece otherwise, with all that is in it, and says how many values that were. Of a
/// place its name and address alone are a secret.
pub(super) fn told_otherwise(case: &mut Value, at: &str) -> usize {
    let steps: Vec<&str> = at.split('/').skip(1).collect();
    let key = steps.last().copied().unwrap_or_default().to_owned();
    if let ["places", _] = steps[..] {
        let parts = ["name", "locative_cy", "address"];
        return parts
            .map(|part| told_otherwise(case, &format!("{at}/{part}")))
            .iter()
            .sum();
    }
    place_mut(case, at).map_or(0, |value| otherwise(value, &key))
}

fn otherwise(value: &mut Value, key: &str) -> usize {
    match value {
        Value::Mapping(fields) => fields
            .iter_mut()
            .map(|(key, field)| otherwise(field, key.as_str().unwrap_or_default()))
            .sum(),
        Value::Sequence(items) => items.iter_mut().map(|item| otherwise(item, key)).sum(),
        Value::String(text) => match another(text, key) {
            Some(other) => {
                *text = other;
                1
            }
            None => 0,
        },
        Value::Bool(is) if matches!(key, "remote" | "alone" | "urgent") => {
            *is = !*is;
            1
        }
        _ => 0,
    }
}

/// Another value of the same form: a day, an hour, a telephone number, words.
fn another(text: &str, key: &str) -> Option<String> {
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit() || "-:".contains(c));
    match (text.len(), key) {
        (10, _) if digits(text) && text.contains('-') => {
            let day: u32 = text.get(8..)?.parse().ok()?;
            Some(format!(
                "{}{:02}",
                &text[..8],
                if day > 14 { day - 1 } else { day + 1 }
            ))
        }
        (5, _) if digits(text) && text.contains(':') => Some(format!("{}:35", text.get(..2)?)),
        (_, "phone") => Some("07700 900999".to_owned()),
        (_, "email") => Some("other@example.org".to_owned()),
        (_, "postcode") => Some("ZE1 0AA".to_owned()),
        _ if WORDS.contains(&key) => {
            Some("Something else altogether, and longer than it was by some words.".to_owned())
        }
        _ => None,
    }
}

/// Takes an entry of a list out; whether it was one.
pub(super) fn without(case: &mut Value, at: &str) -> bool {
    let Some((list, index)) = at.rsplit_once('/') else {
        return false;
    };
    let list = place_mut(case, list).and_then(Value::as_sequence_mut);
    match (list, index.parse::<usize>()) {
        (Some(list), Ok(index)) if index < list.len() => {
            list.remove(index);
            true
        }
        _ => false,
    }
}

/// Puts a word that no other text has into every text of several words, each with its place.
pub(super) fn canaries(value: &mut Value, at: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Mapping(fields) => {
            for (key, field) in fields.iter_mut() {
                let key = key.as_str().unwrap_or_default();
                if !["document", "case", "calendar", "people"].contains(&key) {
                    canaries(field, &format!("{at}/{key}"), found);
                }
            }
        }
        Value::Sequence(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                canaries(item, &format!("{at}/{index}"), found);
            }
        }
        Value::String(text) if text.contains(' ') && text.ends_with('.') => {
            let canary = format!("zircon{}beryl", found.len());
            *text = format!("{text} And {canary}.");
            found.push((at.to_owned(), canary));
        }
        _ => {}
    }
}

/// Whether a place is another or stands in it.
pub(super) fn is_within(at: &str, block: &str) -> bool {
    at == block
        || at
            .strip_prefix(block)
            .is_some_and(|rest| rest.starts_with('/'))
}
