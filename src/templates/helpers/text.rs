//! Printing: a value as text, a typed value for Typst code.

use handlebars::{Context, Handlebars, Helper, HelperDef, HelperResult, Output, RenderContext};
use serde_json::Value;

use super::call::{Call, GUARD, Refused, shown};
use super::tools::Tools;
use crate::diagnostics::code;
use crate::templates::recorder::Slot;

/// `{{path}}`: the value itself.
pub(super) fn value(call: &Call<'_, '_>) -> Result<Value, Refused> {
    Ok(call.argument(0, "a path")?.value().clone())
}

/// A value as the text a reader sees. Text and numbers have one; what is absent must
/// be guarded, and a list, a block or a yes has no words of its own.
pub(super) fn printed(call: &Call<'_, '_>, value: Value) -> Result<String, Refused> {
    let about = call.unnamed().first();
    let name = about.map_or_else(|| "the value".to_owned(), shown);
    let (kind, help) = match value {
        Value::String(text) => return Ok(text),
        Value::Number(number) => return Ok(number.to_string()),
        Value::Null => {
            let message = format!("{name} is absent and would print nothing");
            return Err(call.refuse(&code::template::ABSENT_VALUE, message, about, GUARD));
        }
        Value::Bool(_) => (
            "yes or no",
            "choose words with `{{#if path}}…{{else}}…{{/if}}`",
        ),
        Value::Array(_) => (
            "a list",
            "walk it with `{{#each path}}`, or write `{{list path}}`",
        ),
        Value::Object(_) => (
            "a block of fields",
            "name the field to print: `{{path.field}}`",
        ),
    };
    let message = format!("{name} is {kind}, not text");
    Err(call.refuse(&code::template::NOT_TEXT, message, about, help))
}

/// `{{lit path}}`: a value that Typst code computes with, `none` included.
pub(super) struct Lit<'p>(pub Tools<'p>);

impl HelperDef for Lit<'_> {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
        _: &mut dyn Output,
    ) -> HelperResult {
        let Ok(call) = Call::read(helper, self.0) else {
            return Ok(());
        };
        let Ok(value) = call.argument(0, "a path") else {
            return Ok(());
        };
        let slot = Slot::Typed(value.value().clone());
        Ok(self.0.recorder.value(call.site, slot, call.pointer())?)
    }
}
