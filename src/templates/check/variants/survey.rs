//! The parts of a schema that can be set in more than one way.

use serde_json::{Map, Value};

use crate::schema::shape::{Kind, Shape};
use crate::schema::{Schema, keywords};

use super::choice::{Choice, Setting, is_open};

/// What was found on the way through a schema.
pub(super) struct Survey<'a> {
    schema: Schema<'a>,
    /// Each way to set one part unlike the rest.
    pub(super) changes: Vec<Choice<'a>>,
    /// The length of the longest list of keywords.
    pub(super) keywords: usize,
    path: Vec<&'a str>,
    open: Vec<&'a Map<String, Value>>,
}

impl<'a> Survey<'a> {
    /// Goes through the whole schema.
    pub(super) fn of(schema: Schema<'a>) -> Self {
        let (changes, path, open) = (Vec::new(), Vec::new(), Vec::new());
        let mut survey = Survey {
            schema,
            changes,
            keywords: 0,
            path,
            open,
        };
        survey.shape(schema.root());
        survey
    }

    fn shape(&mut self, shape: Shape<'a>) {
        if shape.optional {
            self.change(true, Setting::Absent);
            self.change(false, Setting::Present);
        }
        match shape.kind {
            Kind::Block(fields) if is_open(&self.open, fields) => {}
            Kind::Block(fields) => {
                self.open.push(fields);
                for (name, node) in fields {
                    self.step(name, node);
                }
                self.open.pop();
            }
            Kind::List { items, least } => {
                for (full, number) in [(true, 0), (true, 1), (false, 1), (false, 2)] {
                    if number >= least {
                        self.change(full, Setting::Items(number));
                    }
                }
                self.step("*", items);
            }
            Kind::Boolean => {
                self.change(true, Setting::No);
                self.change(false, Setting::Yes);
            }
            Kind::Keyword(node) => self.keywords = self.keywords.max(keywords(node).len()),
            _ => {}
        }
    }

    fn step(&mut self, name: &'a str, node: &'a Value) {
        self.path.push(name);
        self.shape(self.schema.shape(node));
        self.path.pop();
    }

    fn change(&mut self, full: bool, setting: Setting<'a>) {
        self.changes
            .push(Choice::changed(full, self.path.clone(), setting));
    }
}
