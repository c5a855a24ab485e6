//! Both sides of the rules: where they begin to bite, and what stands just outside them.

mod boundaries;
mod near_misses;
mod sentences;

use crate::case::{Case, load};
use crate::reading::{Subject, accept};
use crate::rules;

const MINIMAL: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/fixtures/cases/valid/minimal.yaml"
));

/// The codes found in the minimal case, with some of its text replaced.
pub(crate) fn codes(edits: &[(&str, &str)]) -> Vec<&'static str> {
    // The form in which every field is written where it is used.
    let mut text = MINIMAL.replace("schema: concord/2", "schema: concord/1");
    for (old, new) in edits {
        assert_eq!(text.matches(old).count(), 1, "`{old}` stands there once");
        text = text.replace(old, new);
    }
    let mut accepted =
        accept("case.yaml", text.as_bytes(), Subject::Case).expect("the text is sound");
    let case: Case = load::load(&mut accepted).expect("it is of the model");
    let concerns = rules::check(&case);
    concerns
        .iter()
        .map(|concern| concern.finding.code.id)
        .collect()
}
