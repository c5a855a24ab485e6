//! `if`, `unless`, `each` and `with`: what a block opens for what stands inside it.

use handlebars::template::{BlockParam, HelperTemplate, Parameter, Template};

use crate::diagnostics::{Diagnostic, code, did_you_mean};

use super::facts::{Fact, Known};
use super::scope::{Param, Scope, Step, Subject};
use super::signatures::{self, Stands, Wants};
use super::walk::Walk;
use super::words::Call;
use crate::schema::shape::Kind;

impl<'a> Walk<'a> {
    /// `{{#name …}}…{{else}}…{{/name}}`.
    pub(super) fn block(&mut self, block: &'a HelperTemplate) {
        let Some(tag) = self.tag(&block.params) else {
            return;
        };
        let call = Call::of(tag);
        let name = block.name.as_name().unwrap_or_default();
        let known = signatures::find(name).is_some_and(|helper| helper.stands == Stands::Block);
        if !known {
            self.refuse_block(name, &call);
        } else if self.has_right_arity(name, block, &call) && self.has_right_names(block, &call) {
            match name {
                "each" => self.each(block, &call),
                "with" => self.with(block, &call),
                _ => self.choice(block, &call, name == "if"),
            }
        }
    }

    fn refuse_block(&mut self, name: &str, call: &Call) {
        let blocks = signatures::HELPERS
            .iter()
            .filter(|helper| helper.stands == Stands::Block);
        let (code, message, help) = match signatures::find(name) {
            Some(_) => (
                &code::template::WRONG_STANDING,
                format!("`{name}` takes no block"),
                format!("write `{{{{{name} …}}}}`"),
            ),
            None => (
                &code::template::UNKNOWN_HELPER,
                format!("there is no block `{name}`"),
                did_you_mean(name, blocks.map(|helper| helper.name)),
            ),
        };
        self.report(Diagnostic::new(code, message).help(help), &call.name);
    }

    /// `if` and `unless`.
    fn choice(&mut self, block: &'a HelperTemplate, call: &Call, is_if: bool) {
        let condition = self.condition(&block.params[0], call, 0);
        let (first, second) = match is_if {
            true => (condition.if_held, condition.if_failed),
            false => (condition.if_failed, condition.if_held),
        };
        self.branch(block.template.as_ref(), first);
        self.branch(block.inverse.as_ref(), second);
    }

    fn branch(&mut self, template: Option<&'a Template>, facts: Vec<Fact<'a>>) {
        if let Some(template) = template {
            self.knowing(facts, |walk| walk.template(template));
        }
    }

    fn each(&mut self, block: &'a HelperTemplate, call: &Call) {
        let list = self.block_subject(block, call);
        let Some((list, items, least)) = list.and_then(|list| match list.shape.kind {
            Kind::List { items, least } => Some((list, items, least)),
            kind => {
                self.refuse_kind(Wants::List, kind.words(), call.param(0));
                None
            }
        }) else {
            return;
        };
        match block.inverse {
            Some(_) => self.judge(&list, call.param(0), least == 0 || list.shape.optional),
            None => self.judge_walked(&list, call.param(0)),
        }
        let item = list.part(Step::Item(self.scopes.len()), self.schema.shape(items));
        let params = match &block.block_param {
            None => Vec::new(),
            Some(BlockParam::Pair((item_name, index))) => {
                let index = block_param(index, Subject::made(Kind::Integer { zero: true }));
                block_param(item_name, item.clone())
                    .into_iter()
                    .chain(index)
                    .collect()
            }
            Some(BlockParam::Single(name)) => block_param(name, item.clone()).into_iter().collect(),
            Some(_) => Vec::new(),
        };
        let scope = Scope {
            params,
            in_each: true,
            ..Scope::about(item)
        };
        self.inside(scope, block, &list);
    }

    fn with(&mut self, block: &'a HelperTemplate, call: &Call) {
        let Some(subject) = self.block_subject(block, call) else {
            return;
        };
        if !subject.shape.optional && !matches!(subject.shape.kind, Kind::Block(_)) {
            return self.refuse_kind(Wants::Block, subject.shape.kind.words(), call.param(0));
        }
        if block.inverse.is_some() {
            self.judge(&subject, call.param(0), subject.shape.optional);
        }
        let here = subject.clone().present();
        let params = match &block.block_param {
            Some(BlockParam::Single(name)) => block_param(name, here.clone()).into_iter().collect(),
            _ => Vec::new(),
        };
        let in_each = self.scope().in_each;
        self.inside(
            Scope {
                params,
                in_each,
                ..Scope::about(here)
            },
            block,
            &subject,
        );
    }

    /// Both branches of a block that opens a scope about a value, or of none.
    fn inside(&mut self, scope: Scope<'a>, block: &'a HelperTemplate, about: &Subject<'a>) {
        let present = self.fact(about, Known::Present).into_iter().collect();
        self.scopes.push(scope);
        self.branch(block.template.as_ref(), present);
        self.scopes.pop();
        self.branch(block.inverse.as_ref(), Vec::new());
    }

    /// What `each` and `with` are about.
    fn block_subject(&mut self, block: &'a HelperTemplate, call: &Call) -> Option<Subject<'a>> {
        match &block.params[0] {
            Parameter::Path(path) => self.resolve(path, call.param(0)),
            _ => {
                let name = block.name.as_name().unwrap_or_default();
                let wants = if name == "each" {
                    Wants::List
                } else {
                    Wants::Block
                };
                self.refuse_kind(wants, "computed", call.param(0));
                None
            }
        }
    }

    /// Block parameters are for `each`, which gives two, and `with`, which gives one.
    fn has_right_names(&mut self, block: &'a HelperTemplate, call: &Call) -> bool {
        let name = block.name.as_name().unwrap_or_default();
        let allowed = match (&block.block_param, name) {
            (None, _) | (Some(BlockParam::Single(_)), "with" | "each") => true,
            (Some(_), name) => name == "each",
        };
        if !allowed {
            let message = format!("`{name}` does not give so many block parameters");
            let help = "write `{{#each list as |item index|}}` or `{{#with block as |name|}}`";
            let finding = Diagnostic::new(&code::template::WRONG_ARITY, message).help(help);
            self.report(finding, &call.whole);
        }
        allowed
    }
}

fn block_param<'a>(name: &'a Parameter, subject: Subject<'a>) -> Option<Param<'a>> {
    let name = name.as_name()?;
    Some(Param {
        name,
        subject,
        replaces_field: false,
    })
}
