//! `{{list …}}`: every item of the list is words, or becomes words of the locale.

use std::collections::BTreeSet;

use handlebars::template::{HelperTemplate, Parameter};
use serde_json::Value;

use crate::templates::load::own;

use super::arguments::Given;
use super::scope::{Step, Subject};
use super::signatures::Wants;
use super::walk::Walk;
use super::words::Call;
use crate::schema::shape::Kind;

/// What a list may be told by name: the field of its blocks, the group of its choices, the
/// phrase that each item fills, and the word before the last.
pub(super) const NAMED: &[&str] = &["of", "in", "each", "with"];

/// The place that each item fills in the phrase of `each=`.
const ITEM: &str = "item";

impl<'a> Walk<'a> {
    pub(super) fn list(&mut self, helper: &'a HelperTemplate, call: &Call) {
        let place = call.param(0);
        let [list] = own(&helper.params) else { return };
        let Some(given) = self.given(list, place, Some(call.inner(0))) else {
            return;
        };
        let Given::Subject(list) = &given else {
            return self.expect(Wants::Texts, &given, place);
        };
        let Kind::List { items, least } = list.shape.kind else {
            return self.expect(Wants::Texts, &given, place);
        };
        let item = list.part(Step::Item(self.scopes.len()), self.schema.shape(items));
        let item = match word(helper, "of") {
            Some(name) => self.field(&item, name, place.clone()),
            None => Some(item),
        };
        let Some(item) = item else { return };
        self.usage.read(&item);
        if item.shape.optional {
            self.refuse_absent(place);
        }
        self.item(&item, helper, call);
        self.expect_some(list, least, place);
    }

    /// What one item becomes.
    fn item(&mut self, item: &Subject<'a>, helper: &'a HelperTemplate, call: &Call) {
        let place = call.param(0);
        match (helper.hash.get("in"), word(helper, "each"), item.shape.kind) {
            (Some(group), _, Kind::Keyword(node)) => {
                self.group(group, node, &BTreeSet::new(), call);
            }
            (None, Some(key), Kind::Text) => {
                self.expect_phrase(key, &[ITEM].into(), call, place);
            }
            (None, None, Kind::Text) => {}
            (group, _, kind) => {
                let wants = group.map_or(Wants::Texts, |_| Wants::Phrase);
                let is = format!("a list of which each item is {}", kind.words());
                self.refuse_kind(wants, &is, place);
            }
        }
    }
}

/// What the template writes behind this name.
fn word<'a>(helper: &'a HelperTemplate, name: &str) -> Option<&'a str> {
    match helper.hash.get(name) {
        Some(Parameter::Literal(Value::String(word))) => Some(word),
        _ => None,
    }
}
