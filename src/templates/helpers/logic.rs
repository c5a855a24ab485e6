//! Yes and no, for `{{#if (…)}}`. False, nothing, zero and empty count as no.

use handlebars::JsonTruthy;
use serde_json::Value;

use super::call::{Call, Refused};

/// `(eq a b)`: whether two values are the same, kind included.
pub(super) fn eq(call: &Call<'_, '_>) -> Result<Value, Refused> {
    let (a, b) = (
        call.argument(0, TWO)?.value(),
        call.argument(1, TWO)?.value(),
    );
    Ok(Value::Bool(a == b))
}

/// `(not a)`
pub(super) fn not(call: &Call<'_, '_>) -> Result<Value, Refused> {
    Ok(Value::Bool(!is_yes(call.argument(0, "a value")?.value())))
}

/// `(and a b …)`
pub(super) fn and(call: &Call<'_, '_>) -> Result<Value, Refused> {
    call.argument(1, TWO)?;
    Ok(Value::Bool(
        call.unnamed()
            .iter()
            .all(|argument| is_yes(argument.value())),
    ))
}

/// `(or a b …)`
pub(super) fn or(call: &Call<'_, '_>) -> Result<Value, Refused> {
    call.argument(1, TWO)?;
    Ok(Value::Bool(
        call.unnamed()
            .iter()
            .any(|argument| is_yes(argument.value())),
    ))
}

const TWO: &str = "two values";

/// Whether a value counts as yes.
pub(super) fn is_yes(value: &Value) -> bool {
    value.is_truthy(false)
}
