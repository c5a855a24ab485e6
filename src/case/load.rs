//! From an accepted text to a typed case: shape first, types only when it is clean.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::form::{FORMS, SchemaVersion};
use super::reading::{Accepted, Content};
use super::shape;
use crate::diagnostics::{Diagnostic, Findings, Place, code};

/// Types an accepted text.
///
/// The values reach serde as the schema decided them, not as YAML would guess them:
/// read straight from the text, `1.10` in a tagged block would be a number.
///
/// # Errors
/// `M08` alone for a version that is not read here; else `M01`–`M07`, all of them.
pub fn load<T: DeserializeOwned + JsonSchema>(accepted: &Accepted) -> Result<T, Findings> {
    version(accepted)?;
    let schema = schemars::schema_for!(T).to_value();
    let typed = shape::check(&accepted.tree, &accepted.file, &schema, FORMS)?;
    serde_yaml::from_value(typed).map_err(|_| disagreement::<T>(accepted))
}

/// Says of a file for another version only that: the rest would mislead.
fn version(accepted: &Accepted) -> Result<(), Findings> {
    let entry = accepted.tree.entry("schema");
    let Some((entry, Content::Scalar { text, .. })) = entry.map(|e| (e, &e.value.content)) else {
        return Ok(());
    };
    match text.parse::<SchemaVersion>() {
        Err(misfit) if !entry.value.is_blank() => {
            let message = format!("`schema` {}", misfit.message);
            Err(Diagnostic::new(&code::model::SCHEMA_VERSION, message)
                .at(entry.value_place(&accepted.file))
                .help(misfit.help)
                .into())
        }
        _ => Ok(()),
    }
}

/// The schema lets a value through that its type refuses: the model contradicts
/// itself. The library knows the line; what it says of it may hold the value.
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
