//! What is said of a `theme.yaml` that cannot be taken, and what to write instead.

use std::sync::Arc;

use super::value::{Kind, VALUES, Value};
use crate::diagnostics::{Diagnostic, Place, SourceFile, code, did_you_mean};
use crate::reading::{Content, Node};

/// Why nothing can be taken from what is no text.
pub(super) fn nothing_said(value: &Value, node: &Node, place: Place) -> Diagnostic {
    let written = place.file.text().get(place.range.start..);
    let written = written.unwrap_or_default().trim_start_matches([':', ' ']);
    let (why, help) = match (&node.content, value.kind) {
        (Content::List(_) | Content::Block(_), _) => (
            "is one value, on the line of its key",
            format!("write {}", value.kind),
        ),
        (_, Kind::Colour) if written.starts_with('#') => (
            "says nothing: what stands behind a `#` is a note",
            "put the colour in quotation marks, such as `\"#1f3a5f\"`".to_owned(),
        ),
        _ => ("says nothing", format!("write {}", value.kind)),
    };
    refused(value.key, why, help, place)
}

/// A file without keys.
pub(super) fn no_block(file: &Arc<SourceFile>) -> Diagnostic {
    let message = "a theme is keys and their values";
    Diagnostic::new(&code::settings::NO_VALUE, message)
        .at(Place::new(file, 0..0))
        .help("write a line such as `accent: \"#1f3a5f\"`")
}

/// A key that a theme has not.
pub(super) fn unknown(key: &str, place: Place) -> Diagnostic {
    let message = format!("a theme has no value `{key}`");
    let keys = VALUES.iter().map(|value| value.key);
    let mut begun = keys.clone().filter(|known| key.starts_with(known));
    if let Some(begun) = begun.next() {
        return Diagnostic::new(&code::settings::NO_VALUE, message)
            .at(place)
            .help(format!("did you mean `{begun}`?"));
    }
    Diagnostic::new(&code::settings::NO_VALUE, message)
        .at(place)
        .help(did_you_mean(key, keys))
}

/// A value that cannot be taken.
pub(super) fn refused(key: &str, why: &str, help: String, place: Place) -> Diagnostic {
    Diagnostic::new(&code::settings::VALUE, format!("`{key}` {why}"))
        .at(place)
        .help(help)
}
