//! One way to fill a view: everything or nothing, but for one part.

use serde_json::{Map, Value, json};

use crate::schema::shape::{Kind, Shape};
use crate::schema::{Schema, keywords};

/// How one part of a view is set, unlike the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting<'a> {
    Absent,
    Present,
    No,
    Yes,
    Items(usize),
    Is(&'a Value),
}

/// One way to fill a view.
pub(super) struct Choice<'a> {
    /// Whether all is given that may be absent, or nothing.
    full: bool,
    /// The part that is unlike the rest.
    change: Option<(Vec<&'a str>, Setting<'a>)>,
    /// Which keyword of each list, counted round.
    keyword: usize,
}

impl<'a> Choice<'a> {
    /// Everything or nothing.
    pub(super) fn plain(full: bool) -> Self {
        Choice {
            full,
            change: None,
            keyword: 0,
        }
    }

    /// Everything, with this keyword of each list.
    pub(super) fn of_keyword(keyword: usize) -> Self {
        Choice {
            full: true,
            change: None,
            keyword,
        }
    }

    /// Everything or nothing, but for one part.
    pub(super) fn changed(full: bool, path: Vec<&'a str>, setting: Setting<'a>) -> Self {
        Choice {
            full,
            change: Some((path, setting)),
            keyword: 0,
        }
    }

    /// The view that is made of it.
    pub(super) fn view(&self, schema: Schema<'a>) -> Value {
        let (path, open) = (Vec::new(), Vec::new());
        Filling {
            choice: self,
            schema,
            path,
            open,
        }
        .value(schema.root())
    }

    /// What is particular about it, after "in a view".
    pub(super) fn describe(&self) -> String {
        let Some((path, setting)) = &self.change else {
            return match (self.full, self.keyword) {
                (false, _) => "with nothing that may be absent".to_owned(),
                (true, 0) => "with everything".to_owned(),
                (true, keyword) => format!("with keyword {} of each list", keyword + 1),
            };
        };
        let path = path.join(".");
        let setting = match setting {
            Setting::Absent => format!("without `{path}`"),
            Setting::Present => format!("with `{path}`"),
            Setting::No => format!("where `{path}` is no"),
            Setting::Yes => format!("where `{path}` is yes"),
            Setting::Items(0) => format!("with nothing in `{path}`"),
            Setting::Items(1) => format!("with one item in `{path}`"),
            Setting::Items(number) => format!("with {number} items in `{path}`"),
            Setting::Is(literal) => format!("where `{path}` is `{literal}`"),
        };
        if self.full {
            setting
        } else {
            format!("{setting} and nothing else")
        }
    }

    /// The field that is unlike the rest, or whose items are.
    pub(super) fn changed_field(&self) -> Option<&'a str> {
        let (path, _) = self.change.as_ref()?;
        path.iter().rev().find(|step| **step != "*").copied()
    }

    /// The setting of this very part, if it is the one that is unlike the rest.
    fn setting(&self, path: &[&str]) -> Option<Setting<'a>> {
        self.change
            .as_ref()
            .filter(|(at, _)| at == path)
            .map(|(_, setting)| *setting)
    }

    /// Whether what may be absent is given here: for a part inside it, it has to be.
    fn given(&self, path: &[&str]) -> bool {
        self.full
            || self
                .change
                .as_ref()
                .is_some_and(|(at, _)| at.starts_with(path))
    }
}

/// The way through a schema on which a view is filled.
struct Filling<'c, 'a> {
    choice: &'c Choice<'a>,
    schema: Schema<'a>,
    path: Vec<&'a str>,
    open: Vec<&'a Map<String, Value>>,
}

impl<'a> Filling<'_, 'a> {
    fn value(&mut self, shape: Shape<'a>) -> Value {
        let setting = self.choice.setting(&self.path);
        if let Some(Setting::Is(literal)) = setting {
            return literal.clone();
        }
        let absent = setting == Some(Setting::Absent) || !self.choice.given(&self.path);
        match shape.kind {
            _ if shape.optional && absent => Value::Null,
            Kind::Block(fields) => self.block(fields),
            Kind::List { items, least } => self.list(items, least, setting),
            Kind::Boolean => Value::Bool(match setting {
                Some(Setting::No) => false,
                Some(Setting::Yes) => true,
                _ => self.choice.full,
            }),
            Kind::Keyword(node) => {
                let words = keywords(node);
                Value::from(words[self.choice.keyword % words.len()])
            }
            Kind::Text => Value::from("words"),
            Kind::Prose => json!({
                "text": "words",
                "language": "en",
                "foreign": self.choice.full,
                "restriction": self.choice.full.then(|| json!({"served_to": ["words"]})),
            }),
            Kind::Date => Value::from("2026-03-02"),
            Kind::Time => Value::from("15:30:00"),
            Kind::Integer { .. } => Value::from(2),
            Kind::Other => Value::Null,
        }
    }

    fn block(&mut self, fields: &'a Map<String, Value>) -> Value {
        if is_open(&self.open, fields) {
            return Value::Null;
        }
        self.open.push(fields);
        let filled = fields
            .iter()
            .map(|(name, node)| (name.clone(), self.step(name, node)));
        let block = filled.collect();
        self.open.pop();
        Value::Object(block)
    }

    fn list(&mut self, items: &'a Value, least: usize, setting: Option<Setting<'a>>) -> Value {
        let number = match setting {
            Some(Setting::Items(number)) => number,
            _ if self.choice.full => 2,
            _ => usize::from(self.choice.given(&self.path)),
        };
        let item = self.step("*", items);
        // A list of what is being described already ends here.
        let number = if item.is_null() { 0 } else { number.max(least) };
        Value::Array(vec![item; number])
    }

    fn step(&mut self, name: &'a str, node: &'a Value) -> Value {
        self.path.push(name);
        let value = self.value(self.schema.shape(node));
        self.path.pop();
        value
    }
}

/// Whether a block is being described already, further out: it can hold itself.
pub(super) fn is_open(open: &[&Map<String, Value>], fields: &Map<String, Value>) -> bool {
    open.iter().any(|open| std::ptr::eq(*open, fields))
}
