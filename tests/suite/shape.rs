//! The shape check and the model's schema know each other: no keyword of the schema
//! goes unread, no format unasked.

use concord::case::form::{Check, FORMS};
use concord::case::{self, Case, LINES};
use serde_json::Value;

/// What the shape check reads, and what is only said to a reader.
const READ: &[&str] = &[
    "$ref",
    "additionalProperties",
    "anyOf",
    "const",
    "enum",
    "examples",
    "format",
    "items",
    "maximum",
    "minItems",
    "minimum",
    "oneOf",
    "pattern",
    "patternProperties",
    "properties",
    "required",
    "type",
];
const SAID: &[&str] = &["$defs", "$schema", "default", "description", "title"];
/// What is said of a field to whoever walks through the fields of a case.
const MARK: &str = "x-concord";

/// Every schema within a schema.
fn schemas<'a>(schema: &'a Value, found: &mut Vec<&'a serde_json::Map<String, Value>>) {
    let Some(object) = schema.as_object() else {
        return;
    };
    found.push(object);
    for (keyword, value) in object {
        match (keyword.as_str(), value) {
            ("$defs" | "properties" | "patternProperties", Value::Object(named)) => {
                named.values().for_each(|one| schemas(one, found));
            }
            ("anyOf" | "oneOf", Value::Array(several)) => {
                several.iter().for_each(|one| schemas(one, found));
            }
            ("items" | "additionalProperties", one) => schemas(one, found),
            _ => {}
        }
    }
}

/// In the schema of the model, and in that of the form of `concord/2`.
fn in_the_case(check: impl Fn(&serde_json::Map<String, Value>)) {
    let model = schemars::schema_for!(Case).to_value();
    let form = serde_json::from_str(&case::schema()).expect("it is JSON");
    for schema in [model, form] {
        let mut found = Vec::new();
        schemas(&schema, &mut found);
        assert!(found.len() > 500, "only {} schemas", found.len());
        found.into_iter().for_each(&check);
    }
}

fn row(is_it: impl Fn(&Check) -> bool) -> Option<&'static Check> {
    FORMS.iter().chain(LINES).find(|row| is_it(row))
}

#[test]
fn every_keyword_of_the_model_is_read() {
    in_the_case(|schema| {
        for keyword in schema.keys().map(String::as_str) {
            let known = READ.contains(&keyword) || SAID.contains(&keyword) || keyword == MARK;
            assert!(known, "`{keyword}` would be passed over");
            let beside_a_reference =
                keyword == "examples" || keyword == MARK || SAID.contains(&keyword);
            let passed_over = schema.contains_key("$ref") && keyword != "$ref";
            assert!(
                !passed_over || beside_a_reference,
                "`{keyword}` beside a `$ref`"
            );
        }
    });
}

#[test]
fn every_format_and_every_pattern_has_its_parser() {
    in_the_case(|schema| {
        let text = schema.get("type").is_some_and(|kind| kind == "string");
        if let (true, Some(format)) = (text, schema.get("format")) {
            let row = row(|row| row.name == format);
            let row = row.unwrap_or_else(|| panic!("{format} is in no row of the table"));
            assert_eq!(schema.get("pattern").and_then(Value::as_str), row.pattern);
        }
        let patterns = schema.get("patternProperties").and_then(Value::as_object);
        for pattern in patterns.into_iter().flat_map(|patterns| patterns.keys()) {
            let row = row(|row| row.pattern == Some(pattern));
            assert!(row.is_some(), "{pattern} is in no row of the table");
        }
    });
}
