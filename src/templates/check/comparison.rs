//! `(eq a b)`: whether the two can ever be the same.

use handlebars::template::HelperTemplate;
use serde_json::Value;

use crate::diagnostics::{Diagnostic, Place, code, did_you_mean};

use super::arguments::Given;
use super::conditions::Condition;
use super::facts::Known;
use super::scope::Subject;
use super::walk::Walk;
use super::words::Call;
use crate::schema::keywords;
use crate::schema::shape::Kind;

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
        if let [Some(Given::Subject(one)), Some(Given::Subject(other))] = &both {
            self.expect_common_keyword(one, other, call);
        }
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
            self.judge_equal(subject, literal, &call.whole);
            let fact = |known| self.fact(subject, known);
            condition.if_held.extend(fact(Known::Equals(literal)));
            condition.if_failed.extend(fact(Known::Differs(literal)));
        }
        condition
    }

    /// Two closed lists of which no word is the same make a branch that is never printed.
    fn expect_common_keyword(&mut self, one: &Subject<'a>, other: &Subject<'a>, call: &Call) {
        let (Kind::Keyword(one), Kind::Keyword(other)) = (one.shape.kind, other.shape.kind) else {
            return;
        };
        let others = keywords(other);
        if keywords(one).iter().any(|word| others.contains(word)) {
            return;
        }
        let [one, other] = [0, 1].map(|at| call.param(at).text());
        let message = format!("`{one}` and `{other}` have no keyword in common");
        let help = "compare each with a keyword of its own list: `(eq path \"keyword\")`";
        let finding = Diagnostic::new(&code::template::NO_SUCH_KEYWORD, message);
        self.report(finding.help(help), &call.whole);
    }

    /// A literal that the value can never be makes a branch that is never printed.
    fn expect_comparable(&mut self, subject: &Subject<'a>, literal: &'a Value, place: &Place) {
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
            (Kind::Integer { zero }, Value::Number(number)) => {
                if number.as_u64().is_some_and(|number| zero || number > 0) {
                    self.usage.compared(subject, literal);
                }
                true
            }
            (Kind::Text, Value::String(_)) => {
                self.usage.compared(subject, literal);
                true
            }
            (Kind::Boolean, Value::Bool(_)) => true,
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

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::sync::Arc;

    use serde_json::json;

    use super::*;
    use crate::diagnostics::SourceFile;
    use crate::language::Locale;
    use crate::templates::{TemplateSources, compile};

    const ENGLISH: &str = include_str!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/templates/locales/en.yaml"
    ));

    fn told(template: &str) -> Vec<String> {
        let schema = json!({"type": "object", "properties": {
            "form": {"enum": ["recital", "proposed_order"]},
            "verb": {"enum": ["has", "will"]},
            "tense": {"enum": ["was", "has"]},
            "nights": {"type": ["integer", "null"]},
        }});
        let sources = TemplateSources {
            aliases: BTreeMap::new(),
            document: SourceFile::new("t.hbs", template),
            partials: BTreeMap::new(),
        };
        let locale = Locale::parse(&SourceFile::new("en.yaml", ENGLISH)).expect("it is sound");
        let pack = compile(sources, Arc::new(locale)).expect("the template can be read");
        let findings = pack.check(&schema, &BTreeSet::new()).findings.sorted();
        findings.iter().map(Diagnostic::short).collect()
    }

    #[test]
    fn two_lists_of_keywords_have_one_in_common() {
        assert_eq!(
            told("{{#if (eq form verb)}}a{{/if}}"),
            ["t.hbs:1:7: T52: `form` and `verb` have no keyword in common"]
        );
        assert_eq!(told("{{#if (eq verb tense)}}a{{/if}}"), [""; 0]);
    }

    #[test]
    fn what_was_compared_is_not_compared_again() {
        for idle in [
            r#"{{#if (and (eq form "recital") (eq form "proposed_order"))}}a{{/if}}"#,
            r#"{{#if (eq form "recital")}}{{#if (eq form "proposed_order")}}a{{/if}}{{/if}}"#,
            r#"{{#if (eq form "recital")}}{{#if (eq form "recital")}}a{{/if}}{{/if}}"#,
            r#"{{#if (eq form "recital")}}a{{else if (eq form "recital")}}b{{/if}}"#,
        ] {
            let told = told(idle);
            assert!(
                told.len() == 1 && told[0].contains("T53"),
                "{idle}: {told:?}"
            );
        }
        for sound in [
            r#"{{#if (eq form "recital")}}a{{else if (eq form "proposed_order")}}b{{/if}}"#,
            r#"{{#if (or (eq form "recital") (eq form "proposed_order"))}}a{{/if}}"#,
            r#"{{#if (eq form "recital")}}{{#if (eq nights 7)}}a{{/if}}{{/if}}"#,
        ] {
            assert_eq!(told(sound), [""; 0], "{sound}");
        }
    }
}
