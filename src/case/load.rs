//! From an accepted text to a typed case: shape first, types only when it is clean.

use std::any::TypeId;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::form::{Check, FORMS, SchemaVersion};
use super::{concord2, shape};
use crate::diagnostics::{Diagnostic, Findings, Place, code};
use crate::reading::{Accepted, Content};

/// Types an accepted case. One of `concord/2` is spelt out: its tree and its places are then
/// those of the model, so that whatever a rule speaks of has a place, in what was written.
///
/// # Errors
/// `M08` alone for a version that is not read here; else `M01`–`M07`, `M20`, `M21`, all of
/// them.
pub fn load<T: DeserializeOwned + JsonSchema + 'static>(
    accepted: &mut Accepted,
) -> Result<T, Findings> {
    let model = schema_of::<T>();
    if version(accepted)? == SchemaVersion::Second && concord2::describes(&model) {
        let (tree, file) = (&accepted.tree, &accepted.file);
        let forms: Vec<Check> = FORMS.iter().chain(concord2::LINES).copied().collect();
        shape::check(tree, file, &form_of(&model), &forms)?;
        let tree = concord2::spelt_out(tree, file)?;
        *accepted = accepted.with_tree(tree);
    }
    typed(accepted, FORMS)
}

/// The schema of `concord/2`, made once: there is one model of a case.
pub(super) fn form_of(model: &Value) -> Arc<Value> {
    static MADE: OnceLock<Arc<Value>> = OnceLock::new();
    Arc::clone(MADE.get_or_init(|| Arc::new(concord2::of_the_form(model))))
}

/// Types an accepted text; `forms` holds the parser of each `format` of its schema.
///
/// The values reach serde as the schema decided them, not as YAML would guess them:
/// read straight from the text, `1.10` in a tagged block would be a number.
///
/// # Errors
/// `M01`–`M07`, all of them.
pub fn typed<T: DeserializeOwned + JsonSchema + 'static>(
    accepted: &Accepted,
    forms: &[Check],
) -> Result<T, Findings> {
    let schema = schema_of::<T>();
    let typed = shape::check(&accepted.tree, &accepted.file, &schema, forms)?;
    serde_yaml::from_value(typed).map_err(|_| disagreement::<T>(accepted))
}

/// The schema of a model, derived once: it takes as long as checking a case by it.
pub(super) fn schema_of<T: JsonSchema + 'static>() -> Arc<Value> {
    static DERIVED: Mutex<BTreeMap<TypeId, Arc<Value>>> = Mutex::new(BTreeMap::new());
    let mut derived = DERIVED.lock().unwrap_or_else(PoisonError::into_inner);
    let schema = derived
        .entry(TypeId::of::<T>())
        .or_insert_with(|| Arc::new(schemars::schema_for!(T).to_value()));
    Arc::clone(schema)
}

/// The version a file is for, the latest where it names none. Says of a file for another
/// version only that: the rest would mislead.
fn version(accepted: &Accepted) -> Result<SchemaVersion, Findings> {
    let entry = accepted.tree.entry("schema");
    let Some((entry, Content::Scalar { text, .. })) = entry.map(|e| (e, &e.value.content)) else {
        return Ok(SchemaVersion::Second);
    };
    match text.parse::<SchemaVersion>() {
        Ok(version) => Ok(version),
        Err(misfit) if !entry.value.is_blank() => {
            let message = format!("`schema` {}", misfit.message);
            Err(Diagnostic::new(&code::model::SCHEMA_VERSION, message)
                .at(entry.value_place(&accepted.file))
                .help(misfit.help)
                .into())
        }
        Err(_) => Ok(SchemaVersion::Second),
    }
}

/// The schema lets a value through that its type refuses: the model contradicts
/// itself. The library knows the block; what it says of it may hold the value.
fn disagreement<T: DeserializeOwned>(accepted: &Accepted) -> Findings {
    let location = serde_yaml::from_str::<T>(accepted.file.text())
        .err()
        .and_then(|error| error.location());
    let at = location.map_or(0, |at| accepted.file.offset(at.line(), at.column()));
    Diagnostic::new(
        &code::model::WRONG_TYPE,
        "a value near here does not fit the model, though its schema allows it",
    )
    .at(Place::new(&accepted.file, at..at))
    .help("this is a fault of the program: please report the name of the field")
    .into()
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::reading::{Subject, accept};

    #[derive(Debug, Deserialize, JsonSchema)]
    #[serde(deny_unknown_fields)]
    struct Report {
        #[expect(dead_code, reason = "it is checked before it is typed")]
        schema: String,
        #[expect(dead_code, reason = "it is always refused")]
        words: Words,
    }

    /// A type that is stricter than its schema.
    #[derive(Debug, JsonSchema)]
    struct Words(#[expect(dead_code, reason = "nothing is ever read into it")] String);

    impl<'de> Deserialize<'de> for Words {
        fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
            let text = String::deserialize(from)?;
            Err(serde::de::Error::custom(format!("{text} is refused")))
        }
    }

    fn said(text: &str) -> Vec<String> {
        let mut accepted =
            accept("c", text.as_bytes(), Subject::Case).expect("only the model may refuse it");
        let findings = load::<Report>(&mut accepted).expect_err("nothing is right for it");
        findings.sorted().iter().map(Diagnostic::short).collect()
    }

    #[test]
    fn a_file_for_another_version_is_told_only_that() {
        let said = said("schema: concord/3\nwards: x\n");
        assert_eq!(said.len(), 1);
        assert!(
            said[0].starts_with("c:1:9: M08: `schema` is a version"),
            "{said:?}"
        );
    }

    #[test]
    fn a_model_that_contradicts_itself_names_a_block_and_no_value() {
        let said = said("schema: concord/1\nwords: from the family\n");
        let message = "a value near here does not fit the model, though its schema allows it";
        assert_eq!(said, [format!("c:1:1: M03: {message}")]);
    }
}
