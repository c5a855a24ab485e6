//! Which fields of the view a document reads, and which it never prints.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::scope::{Step, Subject};
use super::shape::{Kind, Schema};

/// What stands for any item of a list.
const ANY_ITEM: &str = "*";

/// The field in which the view keeps where in the case a block comes from: no template
/// has a use for it.
const ADDRESS: &str = "at";

/// The values that templates have printed or decided by.
#[derive(Debug, Default)]
pub(super) struct Usage<'a>(BTreeSet<Vec<&'a str>>);

impl<'a> Usage<'a> {
    /// Notes that a value is read, with all that is in it.
    pub(super) fn read(&mut self, subject: &Subject<'a>) {
        let Some(address) = &subject.address else {
            return;
        };
        let step = |step: &Step<'a>| match step {
            Step::Field(name) => *name,
            Step::Item(_) => ANY_ITEM,
        };
        self.0.insert(address.iter().map(step).collect());
    }

    /// Fields that nothing has read, as templates would write them: `topics.*.title`.
    pub(super) fn unprinted(&self, schema: Schema<'a>) -> Vec<String> {
        let mut search = Search {
            schema,
            usage: self,
            path: Vec::new(),
            open: Vec::new(),
        };
        let mut unprinted = Vec::new();
        search.shape(schema.root().kind, &mut unprinted);
        unprinted
    }
}

/// The way down the schema.
struct Search<'a, 'u> {
    schema: Schema<'a>,
    usage: &'u Usage<'a>,
    path: Vec<&'a str>,
    /// The blocks on the way, so that one inside itself is looked at once.
    open: Vec<&'a Map<String, Value>>,
}

impl<'a> Search<'a, '_> {
    fn shape(&mut self, kind: Kind<'a>, unprinted: &mut Vec<String>) {
        if self.usage.0.contains(&self.path) {
            return;
        }
        match kind {
            Kind::Block(fields) if self.open.iter().any(|open| std::ptr::eq(*open, fields)) => {}
            Kind::Block(fields) => {
                self.open.push(fields);
                for (name, node) in fields.iter().filter(|(name, _)| *name != ADDRESS) {
                    self.step(name, node, unprinted);
                }
                self.open.pop();
            }
            Kind::List { items, .. } => self.step(ANY_ITEM, items, unprinted),
            _ => unprinted.push(self.path.join(".")),
        }
    }

    fn step(&mut self, name: &'a str, node: &'a Value, unprinted: &mut Vec<String>) {
        self.path.push(name);
        self.shape(self.schema.shape(node).kind, unprinted);
        self.path.pop();
    }
}
