//! A case with other values, written anew.

use concord::case::Case;
use concord::case::form::SchemaVersion;
use concord::case::load::load;
use concord::reading::{Subject, accept};
use serde_yaml::Value;

/// The text of a case in which values are altered, by their paths in the model: what its file
/// says once for many, or in a line, stands where it is meant.
pub(super) fn altered(text: &str, alter: impl FnOnce(&mut Value)) -> String {
    let mut case = of_the_model(text);
    alter(&mut case);
    serde_yaml::to_string(&case).expect("YAML can be written")
}

fn of_the_model(text: &str) -> Value {
    let accepted = accept("case.yaml", text.as_bytes(), Subject::Case);
    let case = accepted.and_then(|mut accepted| load::<Case>(&mut accepted));
    match case {
        Ok(case) if case.schema == SchemaVersion::Second => {
            let mut value = serde_yaml::to_value(case).expect("a case is data");
            value["schema"] = "concord/1".into();
            leave_out_nothing(&mut value);
            value
        }
        _ => serde_yaml::from_str(text).expect("YAML"),
    }
}

/// Leaves out fields that say nothing.
fn leave_out_nothing(value: &mut Value) {
    match value {
        Value::Mapping(fields) => {
            fields
                .iter_mut()
                .for_each(|(_, one)| leave_out_nothing(one));
            fields.retain(|_, one| match one {
                Value::Null => false,
                Value::Sequence(items) => !items.is_empty(),
                Value::Mapping(fields) => !fields.is_empty(),
                _ => true,
            });
        }
        Value::Sequence(items) => items.iter_mut().for_each(leave_out_nothing),
        _ => {}
    }
}
