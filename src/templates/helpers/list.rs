//! Names in a row, joined as the language joins them.

use serde_json::Value;

use super::call::{Call, GUARD, Refused, shown};
use crate::diagnostics::code;

/// `{{list path}}`: a list of texts as one, "A, B and C". An empty list has no words,
/// and a sentence around it would have a hole.
pub(super) fn list(call: &Call<'_, '_>) -> Result<Value, Refused> {
    let what = "a list of texts";
    let argument = call.argument(0, what)?;
    let items = argument.value().as_array().and_then(|items| {
        items
            .iter()
            .map(|item| item.as_str().map(str::to_owned))
            .collect::<Option<Vec<_>>>()
    });
    match items {
        Some(items) if items.is_empty() => {
            let message = format!("{} is empty and would print nothing", shown(argument));
            Err(call.refuse(
                &code::template::ABSENT_VALUE,
                message,
                Some(argument),
                GUARD,
            ))
        }
        Some(items) => Ok(Value::String(call.grammar(&["list.*"]).list(&items))),
        None => Err(call.not(argument, argument.value(), what)),
    }
}
