//! Fixed words: `{{phrase "key" name=path}}`, and `{{phrase path in="group"}}` for the
//! words of a choice, whose key is `group.<value>`.

use handlebars::PathAndJson;
use serde_json::Value;

use super::call::{Call, Refused};
use super::text;
use crate::diagnostics::{Diagnostic, code, nearest};

/// The named argument that says which group of phrases a choice belongs to.
const GROUP: &str = "in";

/// The words of a key, with their places filled.
pub(super) fn phrase(call: &Call<'_, '_>) -> Result<Value, Refused> {
    let key = key(call)?;
    let mut values = Vec::new();
    for (name, argument) in call.named().filter(|(name, _)| *name != GROUP) {
        values.push((name, filling(call, name, argument)?));
    }
    let values: Vec<(&str, &str)> = values
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    filled(call, &key, &values).map(Value::String)
}

/// The words of this key with these values in their places.
pub(super) fn filled(
    call: &Call<'_, '_>,
    key: &str,
    values: &[(&str, &str)],
) -> Result<String, Refused> {
    let Some(phrase) = call.phrase(key) else {
        return Err(unknown(call, key));
    };
    phrase.fill(values).map_err(|why| {
        let finding = Diagnostic::new(&code::template::PHRASE_VALUES, why.to_string())
            .at(call.place().clone())
            .label(phrase.place().clone(), "the phrase stands here")
            .help("give each place of the phrase its value: `{{phrase \"key\" name=path}}`");
        call.refuse_with(finding, None)
    })
}

fn key(call: &Call<'_, '_>) -> Result<String, Refused> {
    let word = call.text(0, "the key of a phrase")?;
    match call.named().find(|(name, _)| *name == GROUP) {
        Some((_, group)) => Ok(format!(
            "{}.{word}",
            group.value().as_str().unwrap_or_default()
        )),
        None => Ok(word.to_owned()),
    }
}

/// A key that the template writes is named; one that the case chose is not.
fn unknown(call: &Call<'_, '_>, key: &str) -> Refused {
    let argument = call.unnamed().first();
    let chosen = argument.is_some_and(|word| word.try_get_constant_value().is_none());
    if chosen {
        let message = "the locale has no phrase for this value";
        let help = "add the value to its group of phrases in the locale";
        return call.refuse(&code::template::NO_SUCH_PHRASE, message, argument, help);
    }
    let help = match nearest(key, call.keys()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "add the phrase to the locale".to_owned(),
    };
    let message = format!("the locale has no phrase `{key}`");
    call.refuse(&code::template::NO_SUCH_PHRASE, message, None, &help)
}

/// A value for a place of a phrase; text as a tag would print it.
fn filling(call: &Call<'_, '_>, name: &str, argument: &PathAndJson<'_>) -> Result<String, Refused> {
    match argument.value() {
        Value::String(_) | Value::Number(_) => text::printed(call, argument.value().clone()),
        other => Err(call.not(argument, other, &format!("text for `{name}`"))),
    }
}
