//! A case with other values, written anew.

use serde_yaml::Value;

/// The text of a case in which values are altered. What is said for all arrangements is not
/// counted with them.
pub(super) fn altered(text: &str, alter: impl FnOnce(&mut Value)) -> String {
    let mut case: Value = serde_yaml::from_str(text).expect("YAML");
    let has_for_all = case["arrangements"][0].get("for_all").is_some();
    let for_all = has_for_all.then(|| points(&mut case).remove(0));
    alter(&mut case);
    if let Some(for_all) = for_all {
        points(&mut case).insert(0, for_all);
    }
    serde_yaml::to_string(&case).expect("YAML can be written")
}

fn points(case: &mut Value) -> &mut Vec<Value> {
    case["arrangements"].as_sequence_mut().expect("a list")
}
