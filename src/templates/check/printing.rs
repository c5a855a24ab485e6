//! What is printed as it is: words and numbers, never a block, a keyword or a date.

use handlebars::template::{HelperTemplate, Parameter};

use crate::diagnostics::{Diagnostic, Place, code};

use super::scope::Subject;
use super::spelt;
use super::walk::Walk;
use super::words::Call;
use crate::schema::shape::Kind;

impl<'a> Walk<'a> {
    /// `{{path}}`: a value printed as it is; `{{(helper …)}}` is one too.
    pub(super) fn print(&mut self, printed: &'a HelperTemplate, call: &Call) {
        match printed.params.first() {
            Some(Parameter::Path(path)) => {
                if let Some(subject) = self.resolve(path, &call.name) {
                    self.expect_text(&subject, &call.name);
                }
            }
            Some(computed) => drop(self.given(computed, call.param(0), Some(call.inner(0)))),
            None => {}
        }
    }

    /// A list to join has something in it: an empty one would leave a hole in the sentence.
    pub(super) fn expect_some(&mut self, list: &Subject<'a>, least: usize, place: &Place) {
        if list.shape.optional || (least == 0 && self.is_decided(list) != Some(true)) {
            let message = format!("`{}` may have nothing in it here", place.text());
            self.refuse_unguarded(message, place, &[place.text()]);
        }
    }

    /// Refuses what cannot be printed as it is.
    pub(super) fn expect_text(&mut self, subject: &Subject<'a>, place: &Place) {
        self.usage.read(subject);
        let path = place.text();
        let (code, help) = match subject.shape.kind {
            Kind::Text | Kind::Integer { .. } if subject.shape.optional => {
                return self.refuse_absent(place);
            }
            Kind::Text | Kind::Integer { .. } => return,
            kind @ Kind::Prose => (&code::template::NOT_WORDS, written(kind, path)),
            Kind::Block(_) => (
                &code::template::NOT_WORDS,
                format!("print one of its fields: `{path}.…`"),
            ),
            Kind::List { .. } => (
                &code::template::NOT_WORDS,
                format!("walk it with `{{{{#each {path}}}}}`, or write `{{{{list {path}}}}}`"),
            ),
            Kind::Boolean => (
                &code::template::NOT_WORDS,
                format!("choose the words: `{{{{#if {path}}}}}`"),
            ),
            Kind::Other => (
                &code::template::NOT_WORDS,
                "give the view a field to print".to_owned(),
            ),
            Kind::Keyword(_) => (
                &code::template::KEYWORD_AS_WORDS,
                format!("write `{{{{phrase {path} in=\"…\"}}}}`, or `{{{{lit {path}}}}}` in code"),
            ),
            kind @ (Kind::Date | Kind::Time) => (&code::template::RAW_DATE, written(kind, path)),
        };
        let message = format!("`{path}` is {}, not words", subject.shape.kind.words());
        self.report(Diagnostic::new(code, message).help(help), place);
    }
}

fn written(kind: Kind<'_>, path: &str) -> String {
    format!("write `{}`", spelt::tag(kind, path).unwrap_or_default())
}
