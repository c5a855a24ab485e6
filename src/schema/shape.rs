//! What stands at a path of the view, as its JSON Schema tells.
//!
//! The schema is the one schemars writes for the view's own types: every field
//! always exists, and what may be absent is `null`.

use serde_json::{Map, Value};

use super::written::{
    Schema, allows_null, alternatives, entry, format, is_closed, is_null, least_entries,
    properties, type_name,
};

/// What a value is, and whether it may be absent.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape<'a> {
    /// What it is when it is there.
    pub(crate) kind: Kind<'a>,
    /// Whether `null` may stand in its place.
    pub(crate) optional: bool,
}

/// The kinds of value that templates tell apart.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind<'a> {
    /// A block with these fields.
    Block(&'a Map<String, Value>),
    /// A list: the schema of its items, and how many there are at least.
    List { items: &'a Value, least: usize },
    /// Words to print.
    Text,
    /// Free text that somebody wrote, in the language they wrote it in.
    Prose,
    /// One of a closed list of keywords, which stand for words but are none.
    Keyword(&'a Value),
    /// A day, `2026-03-02`.
    Date,
    /// A time of day, `15:30`.
    Time,
    /// A whole number; whether it can be 0.
    Integer { zero: bool },
    /// Yes or no.
    Boolean,
    /// Something that a template can do nothing with.
    Other,
}

impl<'a> Schema<'a> {
    /// The view itself.
    pub(crate) fn root(self) -> Shape<'a> {
        self.shape(self.whole)
    }

    /// What a node of the schema allows.
    pub(crate) fn shape(self, node: &'a Value) -> Shape<'a> {
        let node = self.follow(node);
        match alternatives(node) {
            Some(all) if !is_closed(node) => self.one_of(all),
            _ => Shape {
                kind: kind(node),
                optional: allows_null(node),
            },
        }
    }

    /// `anyOf` as schemars writes it for an `Option`: one shape, or `null`.
    fn one_of(self, alternatives: &'a [Value]) -> Shape<'a> {
        let mut present = alternatives.iter().filter(|node| !is_null(node));
        match (present.next(), present.next()) {
            (Some(only), None) => {
                let shape = self.shape(only);
                let optional = shape.optional || alternatives.iter().any(is_null);
                Shape { optional, ..shape }
            }
            _ => OTHER,
        }
    }
}

const OTHER: Shape<'static> = Shape {
    kind: Kind::Other,
    optional: false,
};

impl<'a> Shape<'a> {
    /// Something of this kind that is always there.
    pub(crate) fn always(kind: Kind<'a>) -> Self {
        Shape {
            kind,
            optional: false,
        }
    }

    /// The node of this field, if it is a block that has it.
    pub(crate) fn field(self, name: &str) -> Option<(&'a str, &'a Value)> {
        match self.kind {
            Kind::Block(fields) => fields
                .get_key_value(name)
                .map(|(key, node)| (key.as_str(), node)),
            _ => None,
        }
    }
}

impl Kind<'_> {
    /// The kind as a message names it.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Kind::Block(_) => "a block",
            Kind::List { .. } => "a list",
            Kind::Text => "text",
            Kind::Prose => "free text",
            Kind::Keyword(_) => "a keyword",
            Kind::Date => "a date",
            Kind::Time => "a time",
            Kind::Integer { .. } => "a number",
            Kind::Boolean => "a yes-or-no",
            Kind::Other => "nothing that templates can use",
        }
    }

    /// Several of the kind, behind "a list of".
    pub(crate) fn several(self) -> &'static str {
        match self {
            Kind::Block(_) => "blocks",
            Kind::List { .. } => "lists",
            Kind::Text => "text",
            Kind::Prose => "free text",
            Kind::Keyword(_) => "keywords",
            Kind::Date => "dates",
            Kind::Time => "times",
            Kind::Integer { .. } => "numbers",
            Kind::Boolean => "yes-or-nos",
            Kind::Other => "what templates cannot use",
        }
    }
}

fn kind(node: &Value) -> Kind<'_> {
    if is_closed(node) {
        return Kind::Keyword(node);
    }
    match (type_name(node), format(node)) {
        (Some("object"), Some("words")) => Kind::Prose,
        (Some("object"), _) => properties(node).map_or(Kind::Other, Kind::Block),
        (Some("array"), _) => entry(node, "items").map_or(Kind::Other, |items| Kind::List {
            items,
            least: least_entries(node) as usize,
        }),
        (Some("string"), Some("date")) => Kind::Date,
        (Some("string"), Some("time" | "partial-time")) => Kind::Time,
        (Some("string"), Some("date-time")) => Kind::Other,
        (Some("string"), _) => Kind::Text,
        (Some("integer"), _) => {
            let least = entry(node, "minimum").and_then(Value::as_f64);
            Kind::Integer {
                zero: least.is_none_or(|least| least <= 0.0),
            }
        }
        (Some("boolean"), _) => Kind::Boolean,
        _ => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::super::keywords;
    use super::*;
    use serde_json::json;

    #[test]
    fn what_schemars_writes_is_understood() {
        let schema = json!({
            "type": "object",
            "properties": {
                "note": {"type": ["string", "null"]},
                "role": {"anyOf": [{"$ref": "#/$defs/Role"}, {"type": "null"}]},
                "born": {"type": "string", "format": "date"},
                "either": {"oneOf": [{"type": "string"}, {"type": "integer"}]},
            },
            "$defs": {"Role": {"oneOf": [
                {"type": "string", "enum": ["applicant", "respondent"]},
                {"type": "string", "const": "child", "description": "the child"},
            ]}},
        });
        let view = Schema::new(&schema);
        let told = |name| {
            let (_, node) = view.root().field(name)?;
            let Shape { kind, optional } = view.shape(node);
            Some((kind.words(), optional))
        };
        assert_eq!(told("note"), Some(("text", true)));
        assert_eq!(told("born"), Some(("a date", false)));
        assert_eq!(told("role"), Some(("a keyword", true)));
        assert_eq!(
            told("either"),
            Some(("nothing that templates can use", false))
        );
        assert_eq!(told("rôle"), None);
        let words = keywords(&schema["$defs"]["Role"]);
        assert_eq!(words, ["applicant", "respondent", "child"]);
    }
}
