//! From a place in the view back to the place in the case file.

use serde_json::Value;

use crate::diagnostics::Pointer;

/// The case's pointer for a value of the view: the nearest `at` above it, and the name of
/// the field under that noun.
pub(super) fn in_case(view: &Value, pointer: &str) -> Option<Pointer> {
    view.pointer(pointer)?;
    let mut node = view;
    let mut found = at(node);
    let mut field = None;
    for token in pointer.split('/').skip(1) {
        node = match node {
            Value::Array(items) => items.get(token.parse::<usize>().ok()?)?,
            other => {
                field = field.or(Some(token));
                other.get(token)?
            }
        };
        if let Some(noun) = at(node) {
            found = Some(noun);
            field = None;
        }
    }
    match field {
        Some(field) if field != "at" => found.map(|noun| noun.key(field.to_owned())),
        _ => found,
    }
}

fn at(node: &Value) -> Option<Pointer> {
    let at = node.get("at").and_then(Value::as_str);
    at.map(Pointer::parse)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_value_is_found_under_the_nearest_noun() {
        let view = json!({
            "at": "",
            "heading": {"title": "x"},
            "agreed": [{
                "at": "/arrangements/5",
                "when": "x",
                "children": ["a", "b"],
                "place": {"at": "/places/2", "name": "x"},
            }],
        });
        let found = |pointer: &str| in_case(&view, pointer).map(|at| at.to_string());
        assert_eq!(
            found("/agreed/0/when").as_deref(),
            Some("/arrangements/5/when")
        );
        assert_eq!(
            found("/agreed/0/children/1").as_deref(),
            Some("/arrangements/5/children")
        );
        assert_eq!(
            found("/agreed/0/place/name").as_deref(),
            Some("/places/2/name")
        );
        assert_eq!(found("/agreed/0").as_deref(), Some("/arrangements/5"));
        assert_eq!(found("/heading/title").as_deref(), Some("/heading"));
        assert_eq!(found("/agreed/1/when"), None);
    }
}
