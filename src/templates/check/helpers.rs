//! Calls of helpers: whether there is such a helper, whether it may stand here, and
//! whether it is given as many values as it takes.

use handlebars::template::HelperTemplate;

use crate::diagnostics::{Diagnostic, code, did_you_mean};
use crate::templates::load::own;

use super::arguments::Given;
use super::lists;
use super::signatures::{self, HELPERS, Signature, Stands};
use super::walk::Walk;
use super::words::Call;

impl<'a> Walk<'a> {
    /// `{{helper …}}`.
    pub(super) fn tag_helper(&mut self, name: &str, helper: &'a HelperTemplate, call: &Call) {
        let stands = |stands| matches!(stands, Stands::Tag | Stands::TagOrValue);
        if self.may_stand(name, stands, call) {
            self.arguments(name, helper, call);
        }
    }

    /// `(helper …)` where text is wanted; `None` after saying what is wrong.
    pub(super) fn value_helper(
        &mut self,
        helper: &'a HelperTemplate,
        call: &Call,
    ) -> Option<Given<'a>> {
        let name = helper.name.as_name().unwrap_or_default();
        if !self.may_stand(name, |stands| stands == Stands::TagOrValue, call) {
            return None;
        }
        self.arguments(name, helper, call);
        Some(Given::Text)
    }

    /// Whether there is such a helper, and it may be called here.
    fn may_stand(&mut self, name: &str, may: impl Fn(Stands) -> bool, call: &Call) -> bool {
        let (code, message, help) = match signatures::find(name) {
            Some(helper) if may(helper.stands) => return true,
            Some(helper) => {
                let help = match helper.stands {
                    Stands::Tag => format!("write it as a tag of its own: `{{{{{name} …}}}}`"),
                    Stands::TagOrValue => format!("write `{{{{{name} …}}}}` or `({name} …)`"),
                    Stands::Condition => {
                        format!("write it in a condition: `{{{{#if ({name} …)}}}}`")
                    }
                    Stands::Block => format!("write `{{{{#{name} …}}}}…{{{{/{name}}}}}`"),
                };
                (
                    &code::template::WRONG_STANDING,
                    format!("`{name}` does not stand here"),
                    help,
                )
            }
            None => {
                let known = HELPERS.iter().filter(|helper| may(helper.stands));
                let help = did_you_mean(name, known.map(|helper| helper.name));
                (
                    &code::template::UNKNOWN_HELPER,
                    format!("there is no helper `{name}`"),
                    help,
                )
            }
        };
        self.report(Diagnostic::new(code, message).help(help), &call.name);
        false
    }

    /// The arguments of a helper that may stand where it does.
    fn arguments(&mut self, name: &str, helper: &'a HelperTemplate, call: &Call) {
        if name == "phrase" {
            return self.phrase(helper, call);
        }
        if !self.has_right_arity(name, helper, call) {
            return;
        }
        if name == "list" {
            return self.list(helper, call);
        }
        let wants = signatures::find(name).map_or(&[][..], |signature| signature.params);
        for (at, (given, wants)) in own(&helper.params).iter().zip(wants).enumerate() {
            let place = call.param(at);
            if let Some(given) = self.given(given, place, Some(call.inner(at))) {
                self.expect(*wants, &given, place);
            }
        }
    }

    /// Whether a helper is given as many values as it takes, and no named ones that it does
    /// not know.
    pub(super) fn has_right_arity(
        &mut self,
        name: &str,
        helper: &'a HelperTemplate,
        call: &Call,
    ) -> bool {
        let Some(signature) = signatures::find(name) else {
            return false;
        };
        let Signature {
            params, repeats, ..
        } = signature;
        let given = own(&helper.params).len();
        if given < params.len() || (given > params.len() && !repeats) {
            let message = format!(
                "`{name}` takes {} and is given {given}",
                counted(params.len())
            );
            let help = format!("give it {}", signature.wants());
            let finding = Diagnostic::new(&code::template::WRONG_ARITY, message).help(help);
            self.report(finding, &call.whole);
            return false;
        }
        let is_known = |key: &&String| name == "list" && lists::NAMED.contains(&key.as_str());
        let mut named: Vec<_> = helper.hash.keys().filter(|key| !is_known(key)).collect();
        named.sort_unstable();
        for key in &named {
            let message = format!("`{name}` takes no `{key}=`");
            let place = call.named(key).map_or(&call.whole, |(place, _)| place);
            let help = "take it out, or put the value behind the helper without a name";
            self.report(
                Diagnostic::new(&code::template::WRONG_ARITY, message).help(help),
                place,
            );
        }
        named.is_empty()
    }
}

fn counted(number: usize) -> String {
    match number {
        1 => "one value".to_owned(),
        _ => format!("{number} values"),
    }
}
