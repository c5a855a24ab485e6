//! A number with its noun.

use serde_json::Value;

use super::call::{Call, Refused};
use crate::diagnostics::code;
use crate::language::Locale;

/// `{{count path "session"}}`: "four sessions", as the language counts.
pub(super) fn count(call: &Call<'_, '_>) -> Result<Value, Refused> {
    with_noun(call, Locale::count)
}

/// `{{count_in_words path "session"}}`: the same where a figure may not stand.
pub(super) fn count_in_words(call: &Call<'_, '_>) -> Result<Value, Refused> {
    with_noun(call, Locale::count_in_words)
}

/// `{{ordinal path "session"}}`: "4th session".
pub(super) fn ordinal(call: &Call<'_, '_>) -> Result<Value, Refused> {
    with_noun(call, Locale::ordinal)
}

type Counted = fn(&Locale, u64, &str) -> Option<String>;

fn with_noun(call: &Call<'_, '_>, counted: Counted) -> Result<Value, Refused> {
    let what = "a whole number";
    let argument = call.argument(0, what)?;
    let Some(number) = argument.value().as_u64() else {
        return Err(call.not(argument, argument.value(), what));
    };
    let noun = call.text(1, "the noun to count")?;
    let forms = format!("nouns.{noun}.*");
    counted(
        call.grammar(&["count.*", "numerals.*", &forms]),
        number,
        noun,
    )
    .map(Value::String)
    .ok_or_else(|| {
        let message = format!("the locale has no noun `{noun}`");
        let help = format!("add `nouns.{noun}` to the locale, in every plural form");
        call.refuse(&code::template::NO_SUCH_PHRASE, message, None, &help)
    })
}
