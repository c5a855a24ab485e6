//! `(eq a b)`: whether the two can ever be the same.

use handlebars::template::HelperTemplate;
use serde_json::Value;

use crate::diagnostics::{Diagnostic, Place, code, did_you_mean};

use super::arguments::Given;
use super::conditions::Condition;
use super::guards::Known;
use super::scope::Subject;
use super::shape::{Kind, keywords};
use super::walk::Walk;
use super::words::Call;

impl<'a> Walk<'a> {
    /// `(eq a b)`: the two can be the same, and a value that equals a literal is there.
    pub(super) fn equality(&mut self, helper: &'a HelperTemplate, call: &Call) -> Condition<'a> {
        let both =
            [0, 1].map(|at| self.given(&helper.params[at], call.param(at), Some(call.inner(at))));
        for given in both.iter().flatten() {
            match given {
                Given::Subject(subject) => self.usage.read(subject),
                Given::Literal(_) | Given::Text => {}
            }
        }
        let mut condition = Condition::default();
        let (subject, literal, place) = match &both {
            [Some(Given::Subject(subject)), Some(Given::Literal(literal))] => (subject, literal, 1),
            [Some(Given::Literal(literal)), Some(Given::Subject(subject))] => (subject, literal, 0),
            _ => return condition,
        };
        if literal.is_null() {
            condition
                .if_failed
                .extend(self.fact(subject, Known::Present));
        } else {
            self.expect_comparable(subject, literal, call.param(place));
            condition.if_held.extend(self.fact(subject, Known::Present));
        }
        condition
    }

    /// A literal that the value can never be makes a branch that is never printed.
    fn expect_comparable(&mut self, subject: &Subject<'a>, literal: &Value, place: &Place) {
        let fits = match (subject.shape.kind, literal) {
            (Kind::Keyword(node), Value::String(word)) => {
                let words = keywords(node);
                if !words.contains(&word.as_str()) {
                    let message = format!("the value is never `{word}`");
                    let help = did_you_mean(word, words);
                    let finding = Diagnostic::new(&code::template::NO_SUCH_KEYWORD, message);
                    self.report(finding.help(help), place);
                }
                true
            }
            (Kind::Text, Value::String(_))
            | (Kind::Integer { .. }, Value::Number(_))
            | (Kind::Boolean, Value::Bool(_)) => true,
            _ => false,
        };
        if !fits {
            let message = format!(
                "{} never equals `{}`",
                subject.shape.kind.words(),
                place.text()
            );
            let help = "compare a keyword, text or a number with a literal of its own kind";
            self.report(
                Diagnostic::new(&code::template::WRONG_KIND, message).help(help),
                place,
            );
        }
    }
}
