//! A case in which something is told otherwise, by the places of the pieces.

use std::collections::BTreeSet;

use concord::case::Case;
use concord::case::mark::Holds;
use serde_yaml::Value;

use super::guard::said;

/// Where a case holds words: the model's own marks say so.
pub(super) struct Words(BTreeSet<String>);

impl Words {
    pub(super) fn of(case: &Case) -> Self {
        let fields = said(case).into_iter();
        let words = fields.filter(|field| field.mark.holds != Holds::Form);
        Words(words.map(|field| field.at.to_string()).collect())
    }

    /// Tells a piece otherwise, with all that is in it, and says which of its values that were.
    /// Of a place its name and address alone are a secret, and of a return to court all but its day.
    pub(super) fn told_otherwise(&self, case: &mut Value, at: &str) -> Vec<String> {
        let steps: Vec<&str> = at.split('/').skip(1).collect();
        let secret: &[&str] = match steps[..] {
            ["places", _] => &["name", "name_cy", "locative_cy", "address"],
            ["programme", "return_to_court"] => &["decided_by", "grounds", "text", "urgent"],
            _ => &[],
        };
        if !secret.is_empty() {
            let parts = secret.iter();
            let parts = parts.flat_map(|part| self.told_otherwise(case, &format!("{at}/{part}")));
            return parts.collect();
        }
        let mut told = Vec::new();
        if let Some(value) = place_mut(case, at) {
            self.otherwise(value, at, &mut told);
        }
        told
    }

    fn otherwise(&self, value: &mut Value, at: &str, told: &mut Vec<String>) {
        let key = at.split('/').rfind(|step| step.parse::<usize>().is_err());
        match value {
            Value::Mapping(fields) => fields.iter_mut().for_each(|(key, field)| {
                let key = key.as_str().unwrap_or_default();
                self.otherwise(field, &format!("{at}/{key}"), told);
            }),
            Value::Sequence(items) => (0..).zip(items).for_each(|(index, item)| {
                self.otherwise(item, &format!("{at}/{index}"), told);
            }),
            Value::String(text) => {
                if let Some(other) = self.another(text, at, key.unwrap_or_default()) {
                    *text = other;
                    told.push(at.to_owned());
                }
            }
            Value::Bool(is) if matches!(key, Some("remote" | "alone" | "urgent")) => {
                *is = !*is;
                told.push(at.to_owned());
            }
            _ => {}
        }
    }

    /// Another value of the same form: a day, an hour, a telephone number, words.
    fn another(&self, text: &str, at: &str, key: &str) -> Option<String> {
        let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit() || "-:".contains(c));
        match (text.len(), key) {
            (10, _) if digits(text) && text.contains('-') => {
                let day: u32 = text.get(8..)?.parse().ok()?;
                let other = if day > 14 { day - 1 } else { day + 1 };
                Some(format!("{}{other:02}", &text[..8]))
            }
            // What ends has begun before.
            (5, "start") if digits(text) => Some(format!("{}:05", text.get(..2)?)),
            (5, "end") if digits(text) => Some(format!("{}:55", text.get(..2)?)),
            (5, _) if digits(text) && text.contains(':') => Some(format!("{}:35", text.get(..2)?)),
            (_, "phone") => Some(format!("07700 900{:03}", number_of(at) % 1000)),
            (_, "email") => Some(format!("told{}@example.org", at.replace('/', "x"))),
            (_, "postcode") => {
                let letter = |of: u32| char::from_u32(u32::from('A') + of % 20);
                let number = number_of(at);
                let (first, last) = (letter(number)?, letter(number / 20)?);
                Some(format!(
                    "ZE{} {}{first}{last}",
                    number % 9 + 1,
                    number / 9 % 9
                ))
            }
            // No two pieces may say the same, nor some words in a row: one that is kept back
            // would stand in another.
            _ if self.0.contains(at) => {
                let place = at.replace('/', "x");
                let words = (0..10).map(|word| format!("told{word}{place}"));
                Some(words.collect::<Vec<_>>().join(" "))
            }
            _ => None,
        }
    }
}

/// A number that hardly another place has.
fn number_of(at: &str) -> u32 {
    at.bytes()
        .fold(7, |number, byte| (number * 31 + u32::from(byte)) % 9973)
}

/// The value at a place, by the steps of a JSON pointer.
pub(super) fn place_mut<'a>(case: &'a mut Value, at: &str) -> Option<&'a mut Value> {
    let mut steps = at.split('/').skip(1);
    steps.try_fold(case, |value, step| match value {
        Value::Sequence(items) => items.get_mut(step.parse::<usize>().ok()?),
        Value::Mapping(fields) => fields.get_mut(step),
        _ => None,
    })
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

/// Puts a word that no other text has into every text, in each of its languages, each with its
/// place.
pub(super) fn canaries(case: &mut Value, texts: &[String]) -> Vec<(String, String)> {
    let mut canaries = Vec::new();
    for (index, at) in texts.iter().enumerate() {
        let canary = format!("zircon{index}beryl");
        let with = |text: &mut Value| {
            if let Value::String(text) = text {
                *text = format!("{} And {canary}.", text.trim_end());
            }
        };
        match place_mut(case, at) {
            Some(Value::Mapping(block)) => {
                let languages = ["text", "en", "cy"].into_iter();
                languages.for_each(|key| block.get_mut(key).into_iter().for_each(with));
            }
            Some(text) => with(text),
            None => continue,
        }
        canaries.push((at.clone(), canary));
    }
    canaries
}

/// Whether a place is another or stands in it.
pub(super) fn is_within(at: &str, block: &str) -> bool {
    at == block
        || at
            .strip_prefix(block)
            .is_some_and(|rest| rest.starts_with('/'))
}
