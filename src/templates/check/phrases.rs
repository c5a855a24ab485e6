//! `{{phrase …}}` and `{{count …}}`: the locale has the words, with the places that
//! the template fills.

use std::collections::BTreeSet;

use handlebars::template::{HelperTemplate, Parameter};
use serde_json::Value;

use crate::diagnostics::{Diagnostic, Place, code, did_you_mean, nearest};
use crate::language::Language;
use crate::templates::load::own;

use super::arguments::Given;
use super::scope::Subject;
use super::signatures::Wants;
use super::walk::Walk;
use super::words::Call;
use crate::schema::keywords;
use crate::schema::shape::Kind;

/// The named value of `phrase` that names a group of phrases, not a placeholder.
const GROUP: &str = "in";

impl<'a> Walk<'a> {
    /// `{{phrase "key" name=value}}`, or `{{phrase keyword in="group" name=value}}`.
    pub(super) fn phrase(&mut self, helper: &'a HelperTemplate, call: &Call) {
        let values = self.placeholders(helper, call);
        let [key] = own(&helper.params) else {
            let given = own(&helper.params).len();
            let message = format!("`phrase` takes one value and is given {given}");
            let help = "write `{{phrase \"key\"}}`; values for placeholders are named";
            let finding = Diagnostic::new(&code::template::WRONG_ARITY, message).help(help);
            return self.report(finding, &call.whole);
        };
        let place = call.param(0);
        let is_of_group = helper.hash.contains_key(GROUP);
        if !is_of_group && self.locale.phrase(place.text()).is_some() {
            let key = place.text();
            let message = format!("the key `{key}` of a phrase stands without quotation marks");
            let help = format!("write `{{{{phrase \"{key}\"}}}}`");
            let finding = Diagnostic::new(&code::template::UNKNOWN_FIELD, message).help(help);
            return self.report(finding, place);
        }
        let given = self.given(key, place, Some(call.inner(0)));
        let literal = match &given {
            Some(Given::Literal(literal)) => Some(*literal),
            Some(Given::Subject(subject)) => subject.literal,
            _ => None,
        };
        match (
            literal.and_then(Value::as_str),
            helper.hash.get(GROUP),
            given,
        ) {
            (_, _, None) => {}
            (Some(key), None, _) => drop(self.expect_phrase(key, &values, call, place)),
            (Some(_), Some(_), _) => self.refuse_group(place),
            (None, Some(group), Some(Given::Subject(keyword))) => {
                self.chosen_phrase(&keyword, group, &values, call);
            }
            (None, _, Some(given)) => self.expect(Wants::Phrase, &given, place),
        }
    }

    fn refuse_group(&mut self, place: &Place) {
        let message = "`in=` has no meaning behind a key in quotation marks";
        let help = "write the whole key: `\"group.key\"`";
        self.report(
            Diagnostic::new(&code::template::WRONG_ARITY, message).help(help),
            place,
        );
    }

    /// A phrase that the case chooses: by a keyword, out of a group.
    fn chosen_phrase(
        &mut self,
        keyword: &Subject<'a>,
        group: &'a Parameter,
        values: &BTreeSet<&'a str>,
        call: &Call,
    ) {
        let place = call.param(0);
        match keyword.shape.kind {
            Kind::Keyword(node) => {
                self.usage.read(keyword);
                if keyword.shape.optional {
                    self.refuse_absent(place);
                }
                self.group(group, node, values, call);
            }
            kind => self.refuse_kind(Wants::Phrase, kind.words(), place),
        }
    }

    /// Every keyword of the list has a phrase in the group.
    pub(super) fn group(
        &mut self,
        group: &'a Parameter,
        node: &'a Value,
        values: &BTreeSet<&'a str>,
        call: &Call,
    ) {
        let place = call
            .named(GROUP)
            .map_or(&call.whole, |(_, group)| group.place());
        let Parameter::Literal(Value::String(group)) = group else {
            return self.refuse_kind(Wants::Group, "a path", place);
        };
        let locale = self.locale;
        let keys = keywords(node)
            .into_iter()
            .map(|word| format!("{group}.{word}"));
        let (there, missing): (Vec<_>, Vec<_>) = keys.partition(|key| locale.phrase(key).is_some());
        if there.is_empty() && !locale.keys().any(|key| parent(key) == Some(group)) {
            let groups: BTreeSet<_> = locale.keys().filter_map(parent).collect();
            let message = format!("the locale has no group `{group}`");
            let help = match nearest(group, groups) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("add the group `{group}` to the locale, a phrase for each keyword"),
            };
            let finding = Diagnostic::new(&code::template::UNKNOWN_PHRASE, message).help(help);
            self.report(finding, place);
        } else if !missing.is_empty() {
            let message = format!("the group `{group}` has no `{}`", missing.join("`, `"));
            let help = "add what is missing to the locale, or name the group that words it";
            let finding = Diagnostic::new(&code::template::INCOMPLETE_GROUP, message).help(help);
            self.report(finding, place);
        }
        // One phrase of the group that is filled otherwise says enough.
        let _ = there
            .iter()
            .all(|key| self.expect_phrase(key, values, call, place));
    }

    /// There is a phrase of this key, and the template fills each of its placeholders.
    pub(super) fn expect_phrase(
        &mut self,
        key: &str,
        values: &BTreeSet<&'a str>,
        call: &Call,
        place: &Place,
    ) -> bool {
        let locale = self.locale;
        self.asked.insert(key.to_owned());
        let Some(phrase) = locale.phrase(key) else {
            let message = format!("the locale has no phrase `{key}`");
            // A slip in the key is told of the English.
            let is_welsh = locale.language() == Language::Cy;
            let help = match nearest(key, locale.keys()) {
                _ if is_welsh => format!(
                    "add `{key}` to the Welsh locale, or write `languages: [en]` in \
                     `concord.yaml` if no document of yours is in Welsh"
                ),
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("add `{key}` to the locale"),
            };
            let finding = Diagnostic::new(&code::template::UNKNOWN_PHRASE, message).help(help);
            self.report(finding, place);
            return false;
        };
        let wanted: BTreeSet<_> = phrase.placeholders().into_iter().collect();
        for name in wanted.difference(values) {
            let message = format!("`{key}` wants `{name}`");
            let help = format!("write `{name}=…` behind the key");
            let finding = Diagnostic::new(&code::template::UNFILLED_PLACEHOLDER, message);
            self.report(finding.help(help), place);
        }
        for name in values.difference(&wanted) {
            let message = format!("`{key}` has no place for `{name}`");
            let help = match wanted.is_empty() {
                true => format!("take `{name}=` out; the phrase has no placeholders"),
                false => did_you_mean(name, wanted.iter().copied()),
            };
            let finding = Diagnostic::new(&code::template::NO_SUCH_PLACEHOLDER, message);
            let place = call.named(name).map_or(place, |(name, _)| name);
            self.report(finding.help(help), place);
        }
        wanted == *values
    }

    /// The names given to a phrase, each with a value that is text.
    fn placeholders(&mut self, helper: &'a HelperTemplate, call: &Call) -> BTreeSet<&'a str> {
        let names: BTreeSet<_> = helper.hash.keys().map(String::as_str).collect();
        let names: BTreeSet<_> = names.into_iter().filter(|n| *n != GROUP).collect();
        for name in &names {
            let Some((_, argument)) = call.named(name) else {
                continue;
            };
            let given = self.given(&helper.hash[*name], argument.place(), argument.call());
            if let Some(given) = given {
                self.expect(Wants::Text, &given, argument.place());
            }
        }
        names
    }

    /// The locale has this noun.
    pub(super) fn expect_noun(&mut self, noun: &str, place: &Place) {
        self.asked.insert(format!("nouns.{noun}"));
        // `other` is the one plural form that every language has.
        if self.locale.phrase(&format!("nouns.{noun}.other")).is_none() {
            let nouns = self
                .locale
                .keys()
                .filter_map(|key| parent(key.strip_prefix("nouns.")?));
            let nouns: BTreeSet<_> = nouns.collect();
            let message = format!("the locale has no noun `{noun}`");
            let help = match nearest(noun, nouns.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("add `nouns.{noun}` to the locale, with its plural forms"),
            };
            let finding = Diagnostic::new(&code::template::UNKNOWN_PHRASE, message).help(help);
            self.report(finding, place);
        }
    }
}

/// The group a dotted key stands in.
fn parent(key: &str) -> Option<&str> {
    key.rsplit_once('.').map(|(group, _)| group)
}
