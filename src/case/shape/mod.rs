//! Does a tree have the shape of a case? All that is wrong with it, at once.
//!
//! The JSON Schema that editors read is the only description of a case, and the
//! schema alone decides what a scalar is: a text keeps its spelling, whatever YAML
//! would make of it, a number is digits, a truth is `true` or `false`. The outcome
//! is a tree of values of those types, so that no library need guess again.

mod alternatives;
mod blocks;
mod instead;
mod scalars;
#[cfg(test)]
mod tests;
mod wording;

use std::ops::Range;
use std::sync::Arc;

use serde_json::Value;
use serde_yaml::Value as Typed;

use self::wording::{Name, kind, line};
use super::form::Check;
use crate::diagnostics::{Diagnostic, Findings, Place, SourceFile, code};
use crate::reading::{Content, Node};
use crate::schema::wanted::{Model, Wanted};

/// Checks a tree against a JSON Schema as schemars derives it, and types its values.
///
/// `forms` holds the parser of each `format`. Fields that are left blank and may be
/// are not in the outcome.
///
/// # Errors
/// `M01`–`M07`: every unknown, missing or blank field, every value of the wrong type
/// or form, every word that is not among the choices.
pub fn check(
    tree: &Node,
    file: &Arc<SourceFile>,
    schema: &Value,
    forms: &[Check],
) -> Result<Typed, Findings> {
    let mut checker = Checker {
        file,
        schema: Model::new(schema),
        forms,
        findings: Findings::new(),
    };
    let root = Spot {
        node: tree,
        key: None,
        name: Name::default(),
    };
    let typed = checker.value(&root, checker.schema.root());
    if checker.findings.is_empty() {
        Ok(typed)
    } else {
        Err(checker.findings)
    }
}

struct Checker<'a> {
    file: &'a Arc<SourceFile>,
    schema: Model<'a>,
    forms: &'a [Check],
    findings: Findings,
}

/// A value where it stands.
struct Spot<'n> {
    node: &'n Node,
    /// The key it stands under, outside a list.
    key: Option<&'n Range<usize>>,
    name: Name,
}

impl<'n> Spot<'n> {
    /// The same, its entries inside `{ }` or not.
    fn holding(&self, in_line: bool) -> Spot<'n> {
        Spot {
            node: self.node,
            key: self.key,
            name: self.name.holding(in_line),
        }
    }

    /// Where the value is.
    fn place(&self, file: &Arc<SourceFile>) -> Place {
        self.node.place(file)
    }

    /// Where it begins: its key, or its first line.
    fn head(&self, file: &Arc<SourceFile>) -> Place {
        match self.key {
            Some(key) => Place::new(file, key.clone()),
            None => self.place(file),
        }
    }
}

impl<'a> Checker<'a> {
    /// A value that is written, as what its schema asks for.
    fn value(&mut self, spot: &Spot<'_>, schema: &'a Value) -> Typed {
        let wanted = self.schema.wanted(schema);
        match (&*wanted, &spot.node.content) {
            (Wanted::Fields(fields), Content::Block(entries)) => self.fields(spot, entries, fields),
            (Wanted::Map(map), Content::Block(entries)) => self.map(spot, entries, map),
            (Wanted::List { entry, least }, Content::List(items)) => {
                if (items.len() as u64) < *least {
                    self.too_few(spot, schema, *least);
                }
                self.list(spot, items, entry)
            }
            (Wanted::Text { format }, Content::Scalar { text, .. }) => {
                self.text(spot, text, *format)
            }
            (Wanted::Whole { least, most }, Content::Scalar { text, plain }) => {
                self.whole(spot, (text, *plain), schema, (*least, *most))
            }
            (Wanted::Truth, Content::Scalar { text, plain }) => self.truth(spot, text, *plain),
            (Wanted::Choice(words), Content::Scalar { text, .. }) => self.choice(spot, text, words),
            (Wanted::Either(several), _) => self.either(spot, schema, several),
            _ => {
                let kind = kind(&self.schema, &wanted);
                let help = self.instead(spot, schema, &wanted);
                self.wrong_type(spot, &kind, help);
                Typed::Null
            }
        }
    }

    fn list(&mut self, spot: &Spot<'_>, items: &[Node], schema: &'a Value) -> Typed {
        let mut typed = Vec::with_capacity(items.len());
        let first = items.first().map_or(0, |item| item.range.start);
        let holder = spot.name.holding(self.is_behind('[', first));
        for (index, node) in items.iter().enumerate() {
            let item = Spot {
                node,
                key: None,
                name: holder.entry(index),
            };
            if node.is_blank() {
                self.blank(&item, schema);
            } else {
                typed.push(self.value(&item, schema));
            }
        }
        Typed::Sequence(typed)
    }

    fn too_few(&mut self, spot: &Spot<'_>, schema: &'a Value, least: u64) {
        if least == 1 {
            return self.blank(spot, schema);
        }
        let message = format!("{} must have at least {least} entries", spot.name);
        let finding = Diagnostic::new(&code::model::WRONG_FORM, message)
            .at(spot.head(self.file))
            .help(format!("write {}", line(&self.schema, &spot.name, schema)));
        self.findings.push(finding);
    }
}
