//! What helpers are given: each value of the right kind, and none that may be absent.

use handlebars::template::{Parameter, TemplateElement};
use serde_json::Value;

use crate::diagnostics::{Diagnostic, Place, code};

use super::scope::Subject;
use super::signatures::Wants;
use super::walk::Walk;
use super::words::Call;
use crate::schema::shape::Kind;

/// One value given to a helper or a partial.
#[derive(Debug)]
pub(super) enum Given<'a> {
    /// A value of the view, or one a template made.
    Subject(Subject<'a>),
    /// What the template wrote itself.
    Literal(&'a Value),
    /// What a helper made of other values.
    Text,
}

impl<'a> Walk<'a> {
    /// What a parameter gives, or `None` after saying why it gives nothing.
    pub(super) fn given(
        &mut self,
        given: &'a Parameter,
        place: &Place,
        inner: Option<&Call>,
    ) -> Option<Given<'a>> {
        match given {
            Parameter::Path(path) => self.resolve(path, place).map(Given::Subject),
            Parameter::Literal(literal) => Some(Given::Literal(literal)),
            Parameter::Subexpression(call) => match call.as_element() {
                TemplateElement::Expression(helper) => self.value_helper(helper, inner?),
                _ => None,
            },
            _ => None,
        }
    }

    /// Refuses a value of the wrong kind, and notes that the document has used it.
    pub(super) fn expect(&mut self, wants: Wants, given: &Given<'a>, place: &Place) {
        let subject = match given {
            Given::Subject(subject) => subject,
            Given::Text if matches!(wants, Wants::Text | Wants::Prose | Wants::Anything) => return,
            Given::Text => return self.refuse_kind(wants, "text", place),
            Given::Literal(literal) => return self.expect_literal(wants, literal, place),
        };
        self.usage.read(subject);
        let fits = match (wants, subject.shape.kind) {
            (Wants::Prose, Kind::Prose) | (Wants::Anything, _) => true,
            (Wants::Text | Wants::Prose, _) => return self.expect_text(subject, place),
            (Wants::Date, Kind::Date)
            | (Wants::Time, Kind::Time)
            | (Wants::Number, Kind::Integer { .. }) => true,
            _ => false,
        };
        if !fits {
            self.refuse_kind(wants, subject.shape.kind.words(), place);
        } else if subject.shape.optional && wants != Wants::Anything {
            self.refuse_absent(place);
        }
    }

    fn expect_literal(&mut self, wants: Wants, literal: &'a Value, place: &Place) {
        match (wants, literal) {
            (Wants::Noun, Value::String(noun)) => self.expect_noun(noun, place),
            (Wants::Text | Wants::Prose, Value::String(_) | Value::Number(_))
            | (Wants::Number, Value::Number(_))
            | (Wants::Anything, _) => {}
            _ => self.refuse_kind(wants, "a literal", place),
        }
    }

    /// "`title` is text, not a date".
    pub(super) fn refuse_kind(&mut self, wants: Wants, is: &str, place: &Place) {
        let message = format!("`{}` is {is}, not {}", place.text(), wants.words());
        let finding = Diagnostic::new(&code::template::WRONG_KIND, message);
        self.report(finding.help(wants.help()), place);
    }

    /// "`note` may be absent here".
    pub(super) fn refuse_absent(&mut self, place: &Place) {
        let path = place.text();
        self.refuse_unguarded(format!("`{path}` may be absent here"), place, &[path]);
    }
}
