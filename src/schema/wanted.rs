//! The JSON Schema of the case, read as far as a case is described by it.
//!
//! The schema is derived from our own types, so this reads what the derivation
//! writes and no more: fields, lists, maps, texts with a format, whole numbers,
//! truths, choices, and alternatives between them. A block without
//! `additionalProperties` is closed too: a field that nobody knows is a slip.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ptr;
use std::rc::Rc;

use serde_json::Value;

/// A schema with its definitions, and what was read of it before: a case asks for the
/// same few hundred schemas a thousand times.
pub(crate) struct Schema<'a> {
    root: &'a Value,
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

impl<'a> Schema<'a> {
    pub(crate) fn new(root: &'a Value) -> Self {
        let read = RefCell::default();
        Schema { root, read }
    }

    /// The schema of the whole case.
    pub(crate) fn root(&self) -> &'a Value {
        self.root
    }

    /// The definition behind a `$ref`, or the schema itself.
    fn follow(&self, schema: &'a Value) -> &'a Value {
        let definition = |schema: &'a Value| {
            let name = schema.get("$ref")?.as_str()?.strip_prefix("#/$defs/")?;
            self.root.get("$defs")?.get(name)
        };
        std::iter::successors(Some(schema), |schema| definition(schema))
            .last()
            .unwrap_or(schema)
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
        let schema = self.follow(schema);
        if let Some(choices) = self.choices(schema) {
            return Wanted::Choice(choices);
        }
        match self.alternatives(schema).as_deref() {
            Some([only]) => return self.read(only),
            Some(several) => return Wanted::Either(several.to_vec()),
            None => {}
        }
        match type_of(schema) {
            "object" => block(schema),
            "array" => Wanted::List {
                entry: schema.get("items").unwrap_or(&Value::Null),
                least: schema.get("minItems").and_then(Value::as_u64).unwrap_or(0),
            },
            "integer" => Wanted::Whole {
                least: schema.get("minimum").and_then(Value::as_i64),
                most: schema.get("maximum").and_then(Value::as_i64),
            },
            "boolean" => Wanted::Truth,
            _ => Wanted::Text {
                format: schema.get("format").and_then(Value::as_str),
            },
        }
    }

    /// Whether a schema allows nothing to be written.
    pub(crate) fn may_be_blank(&self, schema: &'a Value) -> bool {
        let schema = self.follow(schema);
        let null = |word: &Value| word == "null" || word.is_null();
        ["type", "enum"]
            .into_iter()
            .any(|key| match schema.get(key) {
                Some(Value::Array(words)) => words.iter().any(null),
                word => word.is_some_and(null),
            })
            || either(schema).is_some_and(|all| all.iter().any(|one| self.may_be_blank(one)))
    }

    /// The first example that a field or its type gives.
    pub(crate) fn example(&self, schema: &'a Value) -> Option<String> {
        let own = |schema: &'a Value| schema.get("examples")?.as_array()?.first();
        let given = own(schema).or_else(|| own(self.follow(schema)));
        match given {
            Some(Value::String(text)) => Some(text.clone()),
            Some(other) => Some(other.to_string()),
            None => match self.alternatives(self.follow(schema)) {
                Some(all) => all.into_iter().find_map(|one| self.example(one)),
                None => None,
            },
        }
    }

    /// The words, if a schema is a choice between words.
    fn choices(&self, schema: &'a Value) -> Option<Vec<&'a str>> {
        if let Some(word) = schema.get("const") {
            return Some(vec![word.as_str()?]);
        }
        if let Some(words) = schema.get("enum") {
            return Some(words.as_array()?.iter().filter_map(Value::as_str).collect());
        }
        let each = self.alternatives(schema)?.into_iter();
        let each: Option<Vec<_>> = each.map(|one| self.choices(self.follow(one))).collect();
        each.map(|words| words.concat())
    }

    /// The schemas between which one may choose, nothing aside.
    fn alternatives(&self, schema: &'a Value) -> Option<Vec<&'a Value>> {
        let all = either(schema)?.iter();
        Some(all.filter(|one| type_of(one) != "null").collect())
    }
}

fn either(schema: &Value) -> Option<&Vec<Value>> {
    let either = schema.get("oneOf").or_else(|| schema.get("anyOf"));
    either.and_then(Value::as_array)
}

/// The type, or of several the one that is not `null`.
fn type_of(schema: &Value) -> &str {
    match schema.get("type") {
        Some(Value::String(one)) => one,
        Some(Value::Array(several)) => several
            .iter()
            .filter_map(Value::as_str)
            .find(|one| *one != "null")
            .unwrap_or(""),
        _ => "",
    }
}

fn block(schema: &Value) -> Wanted<'_> {
    let by_pattern = schema.get("patternProperties").and_then(Value::as_object);
    if let Some((pattern, value)) = by_pattern.and_then(|patterns| patterns.iter().next()) {
        let pattern = Some(pattern.as_str());
        return Wanted::Map(Map { pattern, value });
    }
    match (schema.get("properties"), schema.get("additionalProperties")) {
        (None, Some(value)) if !value.is_boolean() => {
            let pattern = None;
            Wanted::Map(Map { pattern, value })
        }
        (properties, _) => Wanted::Fields(Rc::new(fields(properties, schema.get("required")))),
    }
}

fn fields<'a>(properties: Option<&'a Value>, required: Option<&'a Value>) -> Fields<'a> {
    let all = properties.and_then(Value::as_object);
    let required = required.and_then(Value::as_array);
    Fields {
        all: all
            .into_iter()
            .flatten()
            .map(|(name, schema)| (name.as_str(), schema))
            .collect(),
        required: required
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect(),
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
