//! `{{> name path key=path}}`: a partial, standing on a value and given others by name.
//!
//! Handlebars copies the value a partial stands on and forgets where it came from; here
//! it stands on the value's place in the view, so that a finding inside a partial still
//! names the line of the case.

use handlebars::{
    BlockContext, BlockParamHolder, Context, Handlebars, Helper, HelperDef, HelperResult, Output,
    RenderContext, Renderable, Template,
};
use serde_json::Value;

use super::blocks::stand_on;
use super::call::Call;
use super::tools::Tools;
use crate::diagnostics::code;

/// What a call of a partial begins with.
const NAME: &str = "the name of a partial";

/// Renders a partial.
pub(super) struct Include<'p>(pub Tools<'p>);

impl HelperDef for Include<'_> {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        templates: &'reg Handlebars<'reg>,
        view: &'rc Context,
        render: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let Ok(call) = Call::read(helper, self.0) else {
            return Ok(());
        };
        let Some((partial, is_file)) = find(&call, templates, render) else {
            return Ok(());
        };
        let recorder = self.0.recorder;
        let block = standing(&call, render);
        let given = call
            .named()
            .map(|(name, value)| (name.to_owned(), call.path_of(value)));
        let given = given.collect();
        recorder.open(call.site)?;
        let from = recorder.enter_partial(given);
        let caller = render.get_current_template_name();
        render.push_block(block);
        partial.render(templates, view, render, out)?;
        render.pop_block();
        render.set_current_template_name(caller);
        recorder.leave_partial();
        if let (true, Ok(name)) = (is_file, call.text(0, NAME)) {
            recorder.called(name, call.site, from);
        }
        recorder.close();
        Ok(())
    }
}

/// The partial of this name: one defined inline before, else a file; and whether it is one.
fn find<'reg: 'rc, 'rc>(
    call: &Call<'_, 'rc>,
    templates: &'reg Handlebars<'reg>,
    render: &RenderContext<'reg, 'rc>,
) -> Option<(&'rc Template, bool)> {
    let name = call.text(0, NAME).ok()?;
    let of_a_file = || Some((templates.get_template(name)?, true));
    let inline = render.get_partial(name).map(|inline| (inline, false));
    let found = inline.or_else(of_a_file);
    if found.is_none() {
        let message = format!("there is no partial `{name}`");
        let help = format!("add `partials/{name}.typ.hbs`, or correct the name");
        call.refuse(&code::template::NO_SUCH_PARTIAL, message, None, &help);
    }
    found
}

/// The scope of a partial: the value it is called with or the caller's own, the
/// caller's loop variables, and what it is given by name.
fn standing<'rc>(call: &Call<'_, 'rc>, render: &RenderContext<'_, 'rc>) -> BlockContext<'rc> {
    let mut block = BlockContext::new();
    let outer = render.block();
    match (call.unnamed().get(1), outer) {
        (Some(value), _) => stand_on(&mut block, call.path_of(value), value.value()),
        (None, Some(outer)) => {
            let own = outer
                .base_value()
                .is_none()
                .then(|| outer.base_path().clone());
            stand_on(&mut block, own, outer.base_value().unwrap_or(&Value::Null));
        }
        (None, None) => {}
    }
    if let Some(outer) = outer {
        block
            .local_variables_mut()
            .clone_from(outer.local_variables());
    }
    for (name, value) in call.named() {
        block.set_block_param(name, BlockParamHolder::value(value.value().clone()));
    }
    block
}
