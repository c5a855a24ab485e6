//! Which fields of the view a document reads, and which it never prints.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::scope::{Step, Subject};
use crate::schema::Schema;
use crate::schema::shape::Kind;

/// What stands for any item of a list.
const ANY_ITEM: &str = "*";

/// The field in which the view keeps where in the case a block comes from: no template
/// has a use for it.
const ADDRESS: &str = "at";

/// The values that templates have printed or decided by.
#[derive(Debug, Default)]
pub(super) struct Usage<'a> {
    read: BTreeSet<Vec<&'a str>>,
    compared: Vec<(Vec<&'a str>, &'a Value)>,
}

/// A number or text of the view, and a literal that a template compares it with.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Compared {
    /// The way to it from the view, with `*` for any item of a list.
    pub(super) path: Vec<String>,
    pub(super) literal: Value,
}

/// A partial that is called: by whom, and what it is given.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartialCall {
    /// The partial.
    pub partial: String,
    /// The partial that calls it; none where the outline of the document does.
    pub caller: Option<String>,
    /// The path in the view of what `this` is in it, with `*` for the items of a list; empty
    /// for the whole view, and none for what a template has made.
    pub about: Option<String>,
    /// The names of the values it is given.
    pub given: Vec<String>,
}

impl<'a> Usage<'a> {
    /// Notes that a value is read, with all that is in it.
    pub(super) fn read(&mut self, subject: &Subject<'a>) {
        self.read.extend(path(subject));
    }

    /// Notes that a value is compared with what it could be, which a sample should be.
    pub(super) fn compared(&mut self, subject: &Subject<'a>, literal: &'a Value) {
        let compared = path(subject).map(|path| (path, literal));
        let new = compared.filter(|compared| !self.compared.contains(compared));
        self.compared.extend(new);
    }

    /// All that was read, as paths without the items of lists.
    pub(super) fn read_paths(&self) -> BTreeSet<String> {
        let named = |path: &Vec<&str>| {
            let steps = path.iter().filter(|step| **step != ANY_ITEM);
            steps.copied().collect::<Vec<_>>().join(".")
        };
        self.read.iter().map(named).collect()
    }

    /// All that was compared, in the order of the templates.
    pub(super) fn comparisons(&self) -> Vec<Compared> {
        let owned = |(path, literal): &(Vec<&str>, &Value)| Compared {
            path: path.iter().map(|step| (*step).to_owned()).collect(),
            literal: (*literal).clone(),
        };
        self.compared.iter().map(owned).collect()
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

/// The way from the view to a value that stands in it.
pub(super) fn path<'a>(subject: &Subject<'a>) -> Option<Vec<&'a str>> {
    let step = |step: &Step<'a>| match step {
        Step::Field(name) => *name,
        Step::Item(_) => ANY_ITEM,
    };
    Some(subject.address.as_ref()?.iter().map(step).collect())
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
        if self.usage.read.contains(&self.path) {
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
