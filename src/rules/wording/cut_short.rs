//! Texts that a comment ends before their author did.

use crate::case::Case;
use crate::case::mark::Voice;
use crate::case::texts::texts;
use crate::diagnostics::code::reading;
use crate::diagnostics::{Diagnostic, Findings};
use crate::reading::Places;

/// The texts of a case that a comment follows on their line (Y16). In a text without
/// quotes, ` #` begins a comment, and what follows is not printed; names and other short
/// values may have notes beside them.
pub fn cut_short(case: &Case, places: &Places) -> Findings {
    let free = texts(case)
        .into_iter()
        .filter(|text| text.voice != Voice::Label);
    let cut = free.filter_map(|text| Some((places.comment_after(&text.at)?, text.at)));
    let findings = cut.map(|(comment, text)| {
        Diagnostic::new(
            &reading::COMMENT,
            "a comment begins here and is not part of the text",
        )
        .at(comment)
        .caption("this is not printed")
        .label(places.nearest(&text), "the text ends with these words")
        .help("put the whole text in quotes, or the comment on a line of its own")
    });
    findings.collect()
}
