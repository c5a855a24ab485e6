//! `if`, `unless`, `with` and `each`, as Handlebars has them but for one thing: a path
//! that the view does not have is a fault here, and a silent "no" there.

use handlebars::{
    BlockContext, BlockParamHolder, Context, Handlebars, Helper, HelperDef, HelperResult, Output,
    PathAndJson, RenderContext, Renderable, Template,
};
use serde_json::Value;

use super::call::{Call, shown};
use super::logic::is_yes;
use super::tools::Tools;
use crate::diagnostics::code;
use crate::templates::recorder::ViewPath;

/// `{{#if path}}` and `{{#unless path}}`.
pub(super) struct If<'p> {
    pub tools: Tools<'p>,
    /// What the value must be for the block to be printed.
    pub wanted: bool,
}

impl HelperDef for If<'_> {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        templates: &'reg Handlebars<'reg>,
        view: &'rc Context,
        render: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let Some((call, argument)) = opened(helper, self.tools) else {
            return Ok(());
        };
        let holds = is_yes(argument.value()) == self.wanted;
        let branch = if holds {
            helper.template()
        } else {
            helper.inverse()
        };
        self.tools.recorder.open(call.site)?;
        render_branch(branch, templates, view, render, out)?;
        self.tools.recorder.close();
        Ok(())
    }
}

/// `{{#with path}}`: the block inside a value, if there is one.
pub(super) struct With<'p>(pub Tools<'p>);

impl HelperDef for With<'_> {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        templates: &'reg Handlebars<'reg>,
        view: &'rc Context,
        render: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let Some((call, argument)) = opened(helper, self.0) else {
            return Ok(());
        };
        self.0.recorder.open(call.site)?;
        if is_yes(argument.value()) {
            let mut block = BlockContext::new();
            if let Some(outer) = render.block() {
                block
                    .local_variables_mut()
                    .clone_from(outer.local_variables());
            }
            stand_on(&mut block, call.path_of(argument), argument.value());
            name_item(&mut block, helper, argument.value(), None);
            render.push_block(block);
            render_branch(helper.template(), templates, view, render, out)?;
            render.pop_block();
        } else {
            render_branch(helper.inverse(), templates, view, render, out)?;
        }
        self.0.recorder.close();
        Ok(())
    }
}

/// `{{#each path}}`: the block once for each item of a list or field of a block.
pub(super) struct Each<'p>(pub Tools<'p>);

impl HelperDef for Each<'_> {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        templates: &'reg Handlebars<'reg>,
        view: &'rc Context,
        render: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let Some((call, argument)) = opened(helper, self.0) else {
            return Ok(());
        };
        let Some(items) = items(&call, argument) else {
            return Ok(());
        };
        let path = call.path_of(argument);
        self.0.recorder.open(call.site)?;
        if items.is_empty() {
            render_branch(helper.inverse(), templates, view, render, out)?;
        }
        for (index, (key, item)) in items.iter().enumerate() {
            self.0.recorder.turn(call.site)?;
            let mut block = BlockContext::new();
            block.set_local_var("first", (index == 0).into());
            block.set_local_var("last", (index + 1 == items.len()).into());
            block.set_local_var("index", index.into());
            block.set_local_var("key", key.as_str().into());
            let item_path = path
                .clone()
                .map(|path| path.into_iter().chain([key.clone()]).collect());
            stand_on(&mut block, item_path, item);
            let number = if argument.value().is_array() {
                index.into()
            } else {
                key.as_str().into()
            };
            name_item(&mut block, helper, item, Some(number));
            render.push_block(block);
            render_branch(helper.template(), templates, view, render, out)?;
            render.pop_block();
        }
        self.0.recorder.close();
        Ok(())
    }
}

/// The call and the value it is about, if it is a block with one.
fn opened<'a, 'rc>(
    helper: &'a Helper<'rc>,
    tools: Tools<'a>,
) -> Option<(Call<'a, 'rc>, &'a PathAndJson<'rc>)> {
    let call = Call::read(helper, tools).ok()?;
    call.argument(0, "a path").ok()?;
    if !call.has_block() {
        let message = format!("`{}` opens a block", call.name());
        let help = format!("write `{{{{#{0} path}}}}…{{{{/{0}}}}}`", call.name());
        call.refuse(&code::template::WRONG_ARGUMENT, message, None, &help);
        return None;
    }
    helper.param(0).map(|argument| (call, argument))
}

/// The items of a list or block with their keys; none for what is absent.
fn items<'a>(
    call: &Call<'_, '_>,
    argument: &'a PathAndJson<'_>,
) -> Option<Vec<(String, &'a Value)>> {
    match argument.value() {
        Value::Array(items) => Some(
            items
                .iter()
                .enumerate()
                .map(|(at, item)| (at.to_string(), item))
                .collect(),
        ),
        Value::Object(fields) => Some(
            fields
                .iter()
                .map(|(key, item)| (key.clone(), item))
                .collect(),
        ),
        Value::Null | Value::Bool(false) => Some(Vec::new()),
        _ => {
            let message = format!("{} is not a list", shown(argument));
            let help = "walk a list with `{{#each}}`; print a single value with `{{path}}`";
            call.refuse(
                &code::template::WRONG_ARGUMENT,
                message,
                Some(argument),
                help,
            );
            None
        }
    }
}

/// Sets what the paths inside a block start from: the value's own place in the view
/// where it has one, so that the values inside keep their addresses.
pub(super) fn stand_on(block: &mut BlockContext<'_>, path: Option<ViewPath>, value: &Value) {
    match path {
        Some(path) => *block.base_path_mut() = path,
        None => block.set_base_value(value.clone()),
    }
}

/// `as |item|` and `as |item index|`.
fn name_item<'rc>(
    block: &mut BlockContext<'rc>,
    helper: &Helper<'rc>,
    item: &Value,
    number: Option<Value>,
) {
    let pair = helper.block_param_pair();
    let Some(name) = pair.map(|(name, _)| name).or_else(|| helper.block_param()) else {
        return;
    };
    let holder = match block.base_value() {
        None => BlockParamHolder::path(Vec::new()),
        Some(_) => BlockParamHolder::value(item.clone()),
    };
    block.set_block_param(name, holder);
    if let (Some((_, name)), Some(number)) = (pair, number) {
        block.set_block_param(name, BlockParamHolder::value(number));
    }
}

fn render_branch<'reg: 'rc, 'rc>(
    branch: Option<&'rc Template>,
    templates: &'reg Handlebars<'reg>,
    view: &'rc Context,
    render: &mut RenderContext<'reg, 'rc>,
    out: &mut dyn Output,
) -> HelperResult {
    branch.map_or(Ok(()), |branch| branch.render(templates, view, render, out))
}
