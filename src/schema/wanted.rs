//! The JSON Schema of the case, read as far as a case is described by it.
//!
//! A case is made of fields, lists, maps, texts with a format, whole numbers, truths,
//! choices, and alternatives between them. A block without `additionalProperties` is
//! closed too: a field that nobody knows is a slip.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ptr;
use std::rc::Rc;

use serde_json::Value;

use super::written::{
    Schema, allows_null, alternatives, entry, format, is_closed, is_null, keywords, least_entries,
    properties, type_name,
};

/// The schema of a model, and what was read of it before: a case asks for the same few
/// hundred nodes a thousand times.
pub(crate) struct Model<'a> {
    schema: Schema<'a>,
    /// By the address of a schema, which stays where it is for `'a`.
    read: RefCell<BTreeMap<*const Value, Rc<Wanted<'a>>>>,
}

/// What a value is to be.
pub(crate) enum Wanted<'a> {
    /// A block with these fields.
    Fields(Rc<Fields<'a>>),
    /// A block of keys of one's own choice.
    Map(Map<'a>),
    /// A list of at least so many entries.
    List { entry: &'a Value, least: u64 },
    /// A text, of a form if there is a format.
    Text { format: Option<&'a str> },
    /// A whole number.
    Whole {
        least: Option<i64>,
        most: Option<i64>,
    },
    /// `true` or `false`.
    Truth,
    /// One of these words.
    Choice(Vec<&'a str>),
    /// What one of these schemas asks for.
    Either(Vec<&'a Value>),
}

/// The fields of a block, in the order of the schema.
pub(crate) struct Fields<'a> {
    pub(crate) all: Vec<(&'a str, &'a Value)>,
    pub(crate) required: Vec<&'a str>,
}

/// A block of keys of one's own choice.
pub(crate) struct Map<'a> {
    /// The pattern all keys are to match.
    pub(crate) pattern: Option<&'a str>,
    /// What each value is to be.
    pub(crate) value: &'a Value,
}

impl<'a> Model<'a> {
    /// Takes the schema as schemars wrote it.
    pub(crate) fn new(schema: &'a Value) -> Self {
        let read = RefCell::default();
        let schema = Schema::new(schema);
        Model { schema, read }
    }

    /// The schema of the whole case.
    pub(crate) fn root(&self) -> &'a Value {
        self.schema.whole
    }

    /// What a schema asks for, when something is written.
    pub(crate) fn wanted(&self, schema: &'a Value) -> Rc<Wanted<'a>> {
        let known = self.read.borrow().get(&ptr::from_ref(schema)).cloned();
        known.unwrap_or_else(|| {
            let wanted = Rc::new(self.read(schema));
            let mut read = self.read.borrow_mut();
            read.insert(ptr::from_ref(schema), Rc::clone(&wanted));
            wanted
        })
    }

    fn read(&self, schema: &'a Value) -> Wanted<'a> {
        let schema = self.schema.follow(schema);
        if let Some(choices) = self.choices(schema) {
            return Wanted::Choice(choices);
        }
        match self.alternatives(schema).as_deref() {
            Some([only]) => return self.read(only),
            Some(several) => return Wanted::Either(several.to_vec()),
            None => {}
        }
        match type_name(schema) {
            Some("object") => block(schema),
            Some("array") => Wanted::List {
                entry: entry(schema, "items").unwrap_or(&Value::Null),
                least: least_entries(schema),
            },
            Some("integer") => Wanted::Whole {
                least: entry(schema, "minimum").and_then(Value::as_i64),
                most: entry(schema, "maximum").and_then(Value::as_i64),
            },
            Some("boolean") => Wanted::Truth,
            _ => Wanted::Text {
                format: format(schema),
            },
        }
    }

    /// Whether a schema allows nothing to be written.
    pub(crate) fn may_be_blank(&self, schema: &'a Value) -> bool {
        let schema = self.schema.follow(schema);
        let several = alternatives(schema).unwrap_or_default();
        allows_null(schema) || is_null(schema) || several.iter().any(|one| self.may_be_blank(one))
    }

    /// The first example that a field or its type gives.
    pub(crate) fn example(&self, schema: &'a Value) -> Option<String> {
        let own = |schema: &'a Value| entry(schema, "examples")?.as_array()?.first();
        let given = own(schema).or_else(|| own(self.schema.follow(schema)));
        match given {
            Some(Value::String(text)) => Some(text.clone()),
            Some(other) => Some(other.to_string()),
            None => match self.alternatives(self.schema.follow(schema)) {
                Some(all) => all.into_iter().find_map(|one| self.example(one)),
                None => None,
            },
        }
    }

    /// The words, if a schema is a choice between words.
    fn choices(&self, schema: &'a Value) -> Option<Vec<&'a str>> {
        if is_closed(schema) {
            return Some(keywords(schema));
        }
        let each = self.alternatives(schema)?.into_iter();
        let each: Option<Vec<_>> = each
            .map(|one| self.choices(self.schema.follow(one)))
            .collect();
        each.map(|words| words.concat())
    }

    /// The schemas between which one may choose, nothing aside.
    fn alternatives(&self, schema: &'a Value) -> Option<Vec<&'a Value>> {
        let all = alternatives(schema)?.iter();
        Some(all.filter(|one| !is_null(one)).collect())
    }
}

fn block(schema: &Value) -> Wanted<'_> {
    let by_pattern = entry(schema, "patternProperties").and_then(Value::as_object);
    if let Some((pattern, value)) = by_pattern.and_then(|patterns| patterns.iter().next()) {
        let pattern = Some(pattern.as_str());
        return Wanted::Map(Map { pattern, value });
    }
    let fields = properties(schema);
    match entry(schema, "additionalProperties") {
        Some(value) if fields.is_none() && !value.is_boolean() => {
            let pattern = None;
            Wanted::Map(Map { pattern, value })
        }
        _ => {
            let required = entry(schema, "required").and_then(Value::as_array);
            let fields = fields.into_iter().flatten();
            let required = required.into_iter().flatten();
            Wanted::Fields(Rc::new(Fields {
                all: fields.map(|(name, node)| (name.as_str(), node)).collect(),
                required: required.filter_map(Value::as_str).collect(),
            }))
        }
    }
}

impl<'a> Fields<'a> {
    /// The names of all of them.
    pub(crate) fn names(&self) -> Vec<&'a str> {
        self.all.iter().map(|(field, _)| *field).collect()
    }

    /// What a field is to be.
    pub(crate) fn get(&self, name: &str) -> Option<&'a Value> {
        self.all
            .iter()
            .find(|(field, _)| *field == name)
            .map(|(_, schema)| *schema)
    }
}
