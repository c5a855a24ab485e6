//! Words of a template that were meant to be replaced.
//!
//! What a case says is looked at before a document is made of it (R66), where the line can
//! be shown. What is left are the words of packs, locales and themes.

use super::proof::Proof;
use crate::case::document::DocumentStatus;
use crate::diagnostics::Pointer;
use crate::diagnostics::Unplaced;
use crate::diagnostics::code::document;
use crate::language::on_one_line;
use crate::rules::{placeholders, waits_for_words};

/// A document that is final or filed holds no placeholder but those of the case, which are
/// found there (R66). A line to write on, of underscores, is none.
pub(super) fn no_page_holds_a_placeholder(proof: &Proof<'_>, found: &mut Vec<Unplaced>) {
    let case = proof.finished.case;
    if case.document.status == DocumentStatus::Draft {
        return;
    }
    let known: Vec<String> = placeholders(case)
        .iter()
        .map(|text| on_one_line(text))
        .collect();
    let waits = |line: &&str| {
        let line = known
            .iter()
            .fold(on_one_line(line), |line, known| line.replace(known, ""));
        waits_for_words(&line.replace('_', " "), true)
    };
    let text = proof.layout().reading_text();
    let mut own = text.lines().filter(|line| !line.starts_with('>'));
    if own.any(|line| waits(&line)) {
        let what = "a template left a placeholder on the pages".to_owned();
        let at = Pointer::root().key("document");
        let mut unfit = proof.unfit(&document::PLACEHOLDER, at, what);
        unfit.help("look for words such as TBC or [insert …] in the pack");
        found.push(unfit);
    }
}
