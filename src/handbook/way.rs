//! From the top of a view to what stands at a path, and how a template gets there.

use serde_json::{Map, Value};

use super::unanswered::Unanswered;
use crate::diagnostics::did_you_mean;
use crate::schema::Schema;
use crate::schema::shape::{Kind, Shape};

/// The field in which the view keeps where in the case a block comes from: no template
/// has a use for it.
const ADDRESS: &str = "at";

/// What stands at a path.
pub(super) struct Stop<'a> {
    /// What it is.
    pub(super) shape: Shape<'a>,
    /// What it is for.
    pub(super) meaning: Option<&'a str>,
    /// The fields that lead to it, from the top; through a list without a word.
    pub(super) path: Vec<&'a str>,
    /// The blocks a template opens before it can name it: `#with` or `#each`, and of what.
    opened: Vec<(&'static str, String)>,
    /// How it is named inside them.
    pub(super) named: String,
}

impl<'a> Stop<'a> {
    /// The view itself.
    pub(super) fn view(schema: Schema<'a>) -> Self {
        Stop {
            shape: schema.root(),
            meaning: None,
            path: Vec::new(),
            opened: Vec::new(),
            named: String::new(),
        }
    }

    /// What stands at a path as somebody writes it: fields joined by dots. A `*` for the
    /// items of a list may be written and need not.
    pub(super) fn at(schema: Schema<'a>, document: &str, path: &str) -> Result<Self, Unanswered> {
        let names = path.split('.').map(str::trim);
        let names = names.filter(|name| !matches!(*name, "" | "*" | "this"));
        names
            .into_iter()
            .try_fold(Stop::view(schema), |stop, name| {
                let fields = stop.fields(schema);
                let found = fields.iter().find(|(field, _)| *field == name);
                match found {
                    Some((field, node)) => Ok(stop.step(schema, field, node)),
                    None => Err(stop.without(document, name, &fields)),
                }
            })
    }

    /// The fields that can be named in it, through a list those of its items.
    pub(super) fn fields(&self, schema: Schema<'a>) -> Vec<(&'a str, &'a Value)> {
        let named = |fields: &'a Map<String, Value>| {
            let fields = fields.iter().filter(|(name, _)| *name != ADDRESS);
            fields.map(|(name, node)| (name.as_str(), node)).collect()
        };
        match innermost(schema, self.shape).kind {
            Kind::Block(fields) => named(fields),
            _ => Vec::new(),
        }
    }

    /// One of its fields.
    pub(super) fn step(&self, schema: Schema<'a>, field: &'a str, node: &'a Value) -> Self {
        let mut opened = self.opened.clone();
        let mut before = self.named.clone();
        let mut shape = self.shape;
        while let Kind::List { items, .. } = shape.kind {
            let list = if before.is_empty() { "this" } else { &before };
            opened.push(("each", list.to_owned()));
            before.clear();
            shape = schema.shape(items);
        }
        if shape.optional {
            opened.push(("with", before.clone()));
            before.clear();
        }
        Stop {
            shape: schema.shape(node),
            meaning: schema.meaning(node),
            path: self.path.iter().copied().chain([field]).collect(),
            opened,
            named: match before.as_str() {
                "" => field.to_owned(),
                before => format!("{before}.{field}"),
            },
        }
    }

    /// What a template writes from the top of the document, around the tag for this.
    pub(super) fn inside(&self, tag: &str) -> String {
        let around = |written: String, (block, path): &(&str, String)| {
            format!("{{{{#{block} {path}}}}}{written}{{{{/{block}}}}}")
        };
        self.opened.iter().rev().fold(tag.to_owned(), around)
    }

    /// The path as a person writes it.
    pub(super) fn dotted(&self) -> String {
        self.path.join(".")
    }

    fn without(&self, document: &str, name: &str, fields: &[(&str, &Value)]) -> Unanswered {
        let here = match self.path.is_empty() {
            true => format!("`{document}`"),
            false => format!("`{}` of `{document}`", self.dotted()),
        };
        let (why, help) = match fields.is_empty() {
            true => (
                format!("{here} is {}, and has no `{name}`", self.shape.kind.words()),
                format!("write `{}`", self.dotted()),
            ),
            false => (
                format!("there is no `{name}` in {here}"),
                did_you_mean(name, fields.iter().map(|(field, _)| *field)),
            ),
        };
        Unanswered::NoSuch { why, help }
    }
}

/// What a list holds, a list of lists too; anything else is itself.
pub(super) fn innermost<'a>(schema: Schema<'a>, mut shape: Shape<'a>) -> Shape<'a> {
    while let Kind::List { items, .. } = shape.kind {
        shape = schema.shape(items);
    }
    shape
}
