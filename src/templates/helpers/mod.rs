//! What a template can call, one family of helpers a file.
//!
//! A helper computes a value; printing it is the same for all and happens here, so
//! that nothing reaches a document but through the recorder. The same helper can
//! stand inside another: `{{#if (eq a b)}}`, `{{phrase "born" date=(date child.born)}}`.

mod blocks;
mod call;
mod count;
mod dates;
mod list;
mod logic;
mod partials;
mod phrase;
mod prose;
mod text;
mod tools;

use handlebars::{
    Context, Handlebars, Helper, HelperDef, HelperResult, Output, RenderContext, RenderError,
    ScopedJson,
};
use serde_json::Value;

use super::load;
use super::recorder::Slot;
use crate::diagnostics::code;
use call::{Call, Refused};

pub(crate) use tools::Tools;

/// The helpers of a template that compute a value, by name.
const VALUES: &[(&str, Compute)] = &[
    (load::EMIT, text::value),
    ("phrase", phrase::phrase),
    ("date", dates::date),
    ("weekday_date", dates::weekday_date),
    ("day_month", dates::day_month),
    ("time", dates::time),
    ("list", list::list),
    ("count", count::count),
    ("count_in_words", count::count_in_words),
    ("ordinal", count::ordinal),
    ("eq", logic::eq),
    ("not", logic::not),
    ("and", logic::and),
    ("or", logic::or),
];

/// The helpers that Handlebars brings and no template needs: `log` would print a
/// family's words to a terminal, `lookup` finds what no checker can follow.
const REMOVED: &[&str] = &[
    "if", "unless", "each", "with", "lookup", "raw", "log", "eq", "ne", "gt", "gte", "lt", "lte",
    "and", "or", "not", "len",
];

/// Takes every helper but ours out of a set of templates.
pub(crate) fn remove_built_in(templates: &mut Handlebars<'_>) {
    for name in REMOVED {
        templates.unregister_helper(name);
    }
}

/// Gives our helpers to one render.
pub(crate) fn provide<'rc>(tools: Tools<'rc>, render: &mut RenderContext<'_, 'rc>) {
    for (name, compute) in VALUES {
        render.register_local_helper(
            name,
            Box::new(ValueHelper {
                tools,
                compute: *compute,
            }),
        );
    }
    render.register_local_helper("lit", Box::new(text::Lit(tools)));
    render.register_local_helper("paragraphs", Box::new(prose::Paragraphs(tools)));
    render.register_local_helper(
        "if",
        Box::new(blocks::If {
            tools,
            wanted: true,
        }),
    );
    render.register_local_helper(
        "unless",
        Box::new(blocks::If {
            tools,
            wanted: false,
        }),
    );
    render.register_local_helper("with", Box::new(blocks::With(tools)));
    render.register_local_helper("each", Box::new(blocks::Each(tools)));
    render.register_local_helper(load::INCLUDE, Box::new(partials::Include(tools)));
}

type Compute = fn(&Call<'_, '_>) -> Result<Value, Refused>;

/// A helper that computes a value, printed at the top of a tag and passed on inside one.
struct ValueHelper<'p> {
    tools: Tools<'p>,
    compute: Compute,
}

impl HelperDef for ValueHelper<'_> {
    /// Inside another helper. What was refused is told already: null lets the rest of
    /// the document be looked at.
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let call = Call::read(helper, self.tools).map(Call::inside);
        let value = call.and_then(|call| (self.compute)(&call));
        Ok(ScopedJson::Derived(value.unwrap_or(Value::Null)))
    }

    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
        _: &mut dyn Output,
    ) -> HelperResult {
        let Ok(call) = Call::read(helper, self.tools) else {
            return Ok(());
        };
        if call.has_block() {
            let message = format!("`{}` prints a value and has no block", call.name());
            call.refuse(
                &code::template::WRONG_ARGUMENT,
                message,
                None,
                "write it without the `#`",
            );
            return Ok(());
        }
        let printed = (self.compute)(&call).and_then(|value| text::printed(&call, value));
        let Ok(text) = printed else { return Ok(()) };
        Ok(self
            .tools
            .recorder
            .value(call.site, Slot::Text(text), call.pointer())?)
    }
}
