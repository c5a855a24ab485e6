//! A JSON Schema as schemars writes it: the one place that knows its keywords.
//!
//! The schemas are derived from our own types, so this reads what the derivation writes
//! and no more: references, blocks, lists, types with `null` beside them, alternatives,
//! and closed lists of keywords.

use serde_json::{Map, Value};

/// A schema, with what its references lead to.
#[derive(Clone, Copy)]
pub(crate) struct Schema<'a> {
    /// The schema of the whole.
    pub(super) whole: &'a Value,
    /// What `$ref` points to.
    definitions: Option<&'a Map<String, Value>>,
}

impl<'a> Schema<'a> {
    /// Takes the schema as schemars wrote it.
    pub(crate) fn new(whole: &'a Value) -> Self {
        let definitions = entry(whole, "$defs").and_then(Value::as_object);
        Schema { whole, definitions }
    }

    /// The definition behind a `$ref`, or the node itself.
    pub(super) fn follow(self, node: &'a Value) -> &'a Value {
        std::iter::successors(Some(node), |node| self.definition(node))
            .last()
            .unwrap_or(node)
    }

    /// What a node is for, in the words of its type: its own, else those of what it leads to.
    pub(crate) fn meaning(self, node: &'a Value) -> Option<&'a str> {
        let own = |node| entry(node, "description").and_then(Value::as_str);
        let led = self.follow(node);
        let several = alternatives(led).filter(|_| !is_closed(led));
        let several = several.unwrap_or_default().iter();
        let within = || {
            several
                .filter(|one| !is_null(one))
                .find_map(|one| self.meaning(one))
        };
        own(node).or_else(|| own(led)).or_else(within)
    }

    /// What a `$ref` leads to.
    fn definition(self, node: &Value) -> Option<&'a Value> {
        let target = entry(node, "$ref")?.as_str()?;
        self.definitions?.get(target.strip_prefix("#/$defs/")?)
    }
}

/// One entry of a node, which has a handful: to look through them is quicker than to
/// hash, and this is what most of a walk consists of.
pub(super) fn entry<'a>(node: &'a Value, name: &str) -> Option<&'a Value> {
    let mut entries = node.as_object()?.iter();
    entries
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// The nodes between which one may choose, `null` among them.
pub(super) fn alternatives(node: &Value) -> Option<&[Value]> {
    let all = entry(node, "anyOf").or_else(|| entry(node, "oneOf"))?;
    all.as_array().map(Vec::as_slice)
}

/// The type a node names beside `null`, if it is one alone.
pub(super) fn type_name(node: &Value) -> Option<&str> {
    match entry(node, "type")? {
        Value::String(name) => Some(name),
        Value::Array(names) => {
            let mut present = names
                .iter()
                .filter_map(Value::as_str)
                .filter(|name| *name != "null");
            present.next().filter(|_| present.next().is_none())
        }
        _ => None,
    }
}

/// The form of a text: `date`, `concord-line`.
pub(super) fn format(node: &Value) -> Option<&str> {
    entry(node, "format").and_then(Value::as_str)
}

/// The fields of a block, in the order of the type.
pub(super) fn properties(node: &Value) -> Option<&Map<String, Value>> {
    entry(node, "properties").and_then(Value::as_object)
}

/// The fewest entries of a list.
pub(super) fn least_entries(node: &Value) -> u64 {
    entry(node, "minItems").and_then(Value::as_u64).unwrap_or(0)
}

/// Whether a node names `null` beside its type, or among its words.
pub(super) fn allows_null(node: &Value) -> bool {
    let null = |word: &Value| word == "null" || word.is_null();
    ["type", "enum"].into_iter().any(|key| {
        let words = entry(node, key).and_then(Value::as_array);
        words.is_some_and(|words| words.iter().any(null))
    })
}

/// Whether a node is `null` and nothing else.
pub(super) fn is_null(node: &Value) -> bool {
    entry(node, "type").is_some_and(|name| name == "null")
}

/// Whether a node is a closed list of keywords.
pub(super) fn is_closed(node: &Value) -> bool {
    let listed = entry(node, "enum").and_then(Value::as_array);
    entry(node, "const").is_some_and(Value::is_string)
        || listed.is_some_and(|words| words.iter().any(Value::is_string))
        || alternatives(node).is_some_and(|all| all.iter().all(is_closed))
}

/// The keywords of a closed list, in order.
pub(crate) fn keywords(node: &Value) -> Vec<&str> {
    if let Some(word) = entry(node, "const").and_then(Value::as_str) {
        return vec![word];
    }
    if let Some(words) = entry(node, "enum").and_then(Value::as_array) {
        return words.iter().filter_map(Value::as_str).collect();
    }
    alternatives(node)
        .unwrap_or_default()
        .iter()
        .flat_map(keywords)
        .collect()
}

/// The keyword under which a field of the model says what it holds and who may see it.
const MARK: &str = "x-concord";

/// What a field is marked with.
pub(crate) fn mark(node: &Value) -> Option<&Value> {
    entry(node, MARK)
}

/// Makes of a schema what those read who write files: what fields are marked with is no
/// concern of theirs, nor is it a default that a block they leave out is not there.
pub(crate) fn for_editors(schema: &mut Value) {
    let whole = schema.clone();
    unmarked(schema, Schema::new(&whole));
}

fn unmarked(node: &mut Value, whole: Schema<'_>) {
    let is_block = leads_to_a_block(node, whole);
    match node {
        Value::Object(entries) => {
            entries.retain(|key, _| key != MARK && !(is_block && key == "default"));
            entries.values_mut().for_each(|one| unmarked(one, whole));
        }
        Value::Array(entries) => entries.iter_mut().for_each(|one| unmarked(one, whole)),
        _ => {}
    }
}

/// Whether what a node describes is a block of fields, or is made of such.
fn leads_to_a_block(node: &Value, whole: Schema<'_>) -> bool {
    let several = alternatives(node).unwrap_or_default();
    let by_key = entry(node, "patternProperties").and_then(Value::as_object);
    let by_key = by_key.into_iter().flat_map(Map::values);
    let within = entry(node, "items").into_iter().chain(by_key);
    properties(node).is_some()
        || several.iter().any(|one| leads_to_a_block(one, whole))
        || within
            .chain(whole.definition(node))
            .any(|one| leads_to_a_block(one, whole))
}
