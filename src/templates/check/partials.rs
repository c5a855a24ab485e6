//! `{{> name …}}` and inline partials: what is called, with what, and what never is.

use std::collections::BTreeSet;

use handlebars::template::{DecoratorTemplate, HelperTemplate, Parameter, Template};
use serde_json::Value;

use crate::diagnostics::{Diagnostic, Place, code, nearest};
use crate::templates::load::own;

use super::arguments::Given;
use super::scope::{Inline, Param, Scope, Subject};
use super::signatures::Wants;
use super::usage::{self, PartialCall};
use super::walk::{Frame, Walk};
use super::words::Call;
use crate::schema::shape::{Kind, Shape};

/// Partials inside partials.
const DEPTH: usize = 16;
/// Calls of partials in one document, each followed with what is known where it stands.
const INCLUSIONS: usize = 2_000;

impl<'a> Walk<'a> {
    /// `{{> name context key=value}}`: the loader has put the name first.
    pub(super) fn include(&mut self, helper: &'a HelperTemplate, call: &Call) {
        let Some((Parameter::Literal(Value::String(name)), given)) =
            own(&helper.params).split_first()
        else {
            return;
        };
        let here = self.partial_context(given, call);
        let params = self.partial_params(helper, call);
        let Some((body, shared)) = self.partial(name) else {
            return self.refuse_unknown_partial(name, &call.name);
        };
        let Some(here) = here else { return };
        self.note_call(name, &here, &params);
        let params = match given.is_empty() {
            true => self.with_inherited(params),
            false => params,
        };
        if self.may_enter(name, body, &call.name) {
            let called_from = Some(call.whole.clone());
            let in_each = self.scope().in_each;
            self.frames.push(Frame {
                name,
                body,
                called_from,
                shared,
            });
            self.scopes.push(Scope {
                params,
                in_each,
                ..Scope::about(here)
            });
            self.template(body);
            self.scopes.pop();
            self.frames.pop();
        }
    }

    /// What a partial is given, with what the one around it was given: a call that says nothing
    /// of what it is about hands that on, in the place of the same fields.
    fn with_inherited(&mut self, mut params: Vec<Param<'a>>) -> Vec<Param<'a>> {
        let around = self.scope().params.iter();
        let around = around.filter(|param| param.replaces_field);
        let inherited: Vec<_> = around
            .filter(|param| params.iter().all(|own| own.name != param.name))
            .cloned()
            .collect();
        params.extend(inherited);
        params
    }

    /// Notes how a partial of a file is called, and by whom: an inline one is a part of the
    /// file it stands in.
    fn note_call(&mut self, name: &str, here: &Subject<'a>, given: &[Param<'a>]) {
        let is_file = |name: &&str| self.trees.files.contains_key(*name);
        if !is_file(&name) {
            return;
        }
        let mut callers = self.frames.iter().rev().map(|frame| frame.name);
        let caller = callers.find(is_file).map(str::to_owned);
        let call = PartialCall {
            partial: name.to_owned(),
            caller,
            about: usage::path(here).map(|path| path.join(".")),
            given: given.iter().map(|param| param.name.to_owned()).collect(),
        };
        self.calls.insert(call);
    }

    /// What a name calls: an inline partial of a block around, else a file.
    fn partial(&mut self, name: &'a str) -> Option<(&'a Template, bool)> {
        let mut inlines = self
            .scopes
            .iter()
            .rev()
            .flat_map(|scope| scope.inlines.iter().rev());
        if let Some(inline) = inlines.find(|inline| inline.name == name) {
            return Some((inline.body, inline.shared));
        }
        let body = self.trees.partials.get(name)?;
        self.included.insert(name);
        Some((body, !self.trees.own.contains(name)))
    }

    /// What `this` is in the partial: the value behind its name, else what it is here.
    fn partial_context(&mut self, given: &'a [Parameter], call: &Call) -> Option<Subject<'a>> {
        let place = call.param(0);
        match given {
            [] => Some(self.scope().here.clone()),
            [Parameter::Path(path)] => {
                let subject = self.resolve(path, place)?;
                if subject.shape.optional {
                    self.refuse_absent(place);
                    return None;
                }
                Some(subject)
            }
            [_] => {
                self.refuse_kind(Wants::Block, "computed", place);
                None
            }
            _ => {
                let message = format!("a partial takes one value and is given {}", given.len());
                let help = "name the others: `{{> partial block name=value}}`";
                let finding = Diagnostic::new(&code::template::WRONG_ARITY, message).help(help);
                self.report(finding, &call.whole);
                None
            }
        }
    }

    /// The named values, which take the place of fields of that name.
    fn partial_params(&mut self, helper: &'a HelperTemplate, call: &Call) -> Vec<Param<'a>> {
        let names: BTreeSet<_> = helper.hash.keys().map(String::as_str).collect();
        let mut params = Vec::new();
        for name in names {
            let Some((_, argument)) = call.named(name) else {
                continue;
            };
            let given = self.given(&helper.hash[name], argument.place(), argument.call());
            let subject = match given {
                Some(Given::Subject(subject)) => subject,
                Some(Given::Literal(literal)) => written(literal),
                Some(Given::Text) => Subject::made(Kind::Text),
                None => Subject::made(Kind::Other),
            };
            params.push(Param {
                name,
                subject,
                replaces_field: true,
            });
        }
        params
    }

    /// Whether a partial can be entered: one that is open already would never end, and
    /// takes the whole process with it at render.
    fn may_enter(&mut self, name: &str, body: &'a Template, place: &Place) -> bool {
        self.inclusions += 1;
        let open = self
            .frames
            .iter()
            .position(|frame| std::ptr::eq(frame.body, body));
        let (code, message, help) = match open {
            Some(first) => {
                let round = self.frames[first..]
                    .iter()
                    .map(|frame| format!("`{}` → ", frame.name));
                let round: String = round.collect();
                (
                    &code::template::PARTIAL_CYCLE,
                    format!("partials call each other without end: {round}`{name}`"),
                    "take one of the calls out; a file that adds to the one below it calls that \
                     `{{> below/NAME}}`; walk a list with `{{#each}}`",
                )
            }
            None if self.frames.len() > DEPTH => (
                &code::template::TOO_MANY_PARTIALS,
                format!("more than {DEPTH} partials are open here"),
                "put the text of small partials in the place of their calls",
            ),
            None if self.inclusions > INCLUSIONS => (
                &code::template::TOO_MANY_PARTIALS,
                format!("the document makes more than {INCLUSIONS} calls of partials"),
                "put the text of small partials in the place of their calls",
            ),
            None => return true,
        };
        self.report(Diagnostic::new(code, message).help(help), place);
        false
    }

    fn refuse_unknown_partial(&mut self, name: &str, place: &Place) {
        let inlines = self
            .scopes
            .iter()
            .flat_map(|scope| &scope.inlines)
            .map(|inline| inline.name);
        let files = self.trees.files.keys().map(String::as_str);
        let known = files.chain(inlines);
        let known: Vec<_> = known.filter(|known| !known.contains('/')).collect();
        let message = format!("there is no partial `{name}`");
        let (layer, own) = name.rsplit_once('/').map_or(("", name), |(_, own)| {
            let layer = &name[..name.len() - own.len()];
            (layer, own)
        });
        let stem = own.split('.').next().unwrap_or(own);
        let is_known = |name: &str| known.contains(&name);
        let help = match nearest(own, known.iter().copied()) {
            _ if stem != own && is_known(stem) => {
                format!("call it without its ending: `{layer}{stem}`")
            }
            _ if layer == "below/" && is_known(own) => {
                format!("no layer below this one has it: write `{{{{> {own}}}}}`")
            }
            _ if !["", "below/", "builtin/"].contains(&layer) && is_known(own) => {
                format!("call it by its name, whatever folder it lies in: `{{{{> {own}}}}}`")
            }
            Some(near) if near != own => format!("did you mean `{layer}{near}`?"),
            _ if layer.is_empty() => {
                format!("add the file `{name}.typ.hbs`, or define it before it is called")
            }
            _ => "`builtin/NAME` is the program's own partial, `below/NAME` that of the next layer"
                .to_owned(),
        };
        let finding = Diagnostic::new(&code::template::UNKNOWN_PARTIAL, message).help(help);
        self.report(finding, place);
    }

    /// `{{#*inline "name"}}…{{/inline}}`: to be called from here on.
    pub(super) fn define_inline(&mut self, inline: &'a DecoratorTemplate) {
        let tag = self.tag(&inline.params);
        let [Parameter::Literal(Value::String(name))] = own(&inline.params) else {
            if let Some(tag) = tag {
                let message = "an inline partial has one name, in quotation marks";
                let help = "write `{{#*inline \"name\"}}`";
                let finding = Diagnostic::new(&code::template::WRONG_ARITY, message).help(help);
                self.report(finding, tag);
            }
            return;
        };
        let Some(body) = &inline.template else { return };
        if let Some(tag) = tag.filter(|_| self.trees.files.contains_key(name)) {
            let message = format!("`{name}` is a file, which this would take the place of");
            let help = "give the inline partial a name that no file has";
            let finding = Diagnostic::new(&code::template::HIDDEN_PARTIAL, message).help(help);
            self.report(finding, tag);
        }
        let shared = self.frames.last().is_some_and(|frame| frame.shared);
        self.scope().inlines.push(Inline { name, body, shared });
    }

    /// Partials that no other document calls, nor this one.
    pub(super) fn refuse_dead_partials(&mut self) {
        for name in self.trees.own {
            let called = self.included.contains(name.as_str());
            let Some(file) = self.trees.files.get(name).filter(|_| !called) else {
                continue;
            };
            let message = format!("nothing calls the partial `{name}`");
            let others = self.trees.files.keys().filter(|other| *other != name);
            let help = match nearest(name, others.map(String::as_str)) {
                Some(near) => format!("did you mean `{near}`? else call it, or delete the file"),
                None => format!("call it with `{{{{> {name}}}}}`, or delete the file"),
            };
            let finding = Diagnostic::new(&code::template::DEAD_PARTIAL, message).help(help);
            self.report(finding, &Place::new(file, 0..0));
        }
    }
}

/// A literal as a partial sees it.
fn written(literal: &Value) -> Subject<'_> {
    let kind = match literal {
        Value::String(_) => Kind::Text,
        Value::Number(_) => Kind::Integer { zero: true },
        Value::Bool(_) => Kind::Boolean,
        _ => Kind::Other,
    };
    let shape = Shape {
        kind,
        optional: literal.is_null(),
    };
    Subject {
        shape,
        address: None,
        literal: Some(literal),
    }
}
