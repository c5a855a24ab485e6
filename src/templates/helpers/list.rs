//! Things in a row, joined as the language joins them.

use serde_json::Value;

use super::call::{Call, GUARD, Refused, shown};
use super::phrase;
use crate::diagnostics::code;
use crate::language::Locale;

/// `{{list path}}`: a list of texts as one, "A, B and C". An empty list has no words,
/// and a sentence around it would have a hole.
///
/// `in="group"` lists choices in the words of a group of phrases, `of="field"` blocks by one
/// of their fields, `each="key"` texts of which each fills the place `item` of a phrase, and
/// `with="or"` says "A, B or C".
pub(super) fn list(call: &Call<'_, '_>) -> Result<Value, Refused> {
    let what = "a list of texts";
    let argument = call.argument(0, what)?;
    let field = call.word("of");
    let items = argument.value().as_array().and_then(|items| {
        items
            .iter()
            .map(|item| field.map_or(Some(item), |field| item.get(field)))
            .map(|item| item?.as_str())
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
        Some(items) => {
            let worded: Result<Vec<String>, Refused> =
                items.into_iter().map(|item| worded(call, item)).collect();
            Ok(Value::String(joined(call, &worded?)))
        }
        None => Err(call.not(argument, argument.value(), what)),
    }
}

/// One item as it stands in the list.
fn worded(call: &Call<'_, '_>, item: &str) -> Result<String, Refused> {
    match (call.word("in"), call.word("each")) {
        (Some(group), _) => phrase::filled(call, &format!("{group}.{item}"), &[]),
        (None, Some(key)) => phrase::filled(call, key, &[("item", item)]),
        (None, None) => Ok(item.to_owned()),
    }
}

fn joined(call: &Call<'_, '_>, items: &[String]) -> String {
    let join = match call.word("with") {
        Some("or") => Locale::list_or,
        _ => Locale::list,
    };
    join(call.grammar(&["list.*"]), items)
}
