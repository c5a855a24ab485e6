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
    let text = proof.layout().reading_text();
    let own = text.lines().filter(|line| !line.starts_with('>'));
    // What a case says waits by itself, so hardly any page has a line to compare with it.
    let waiting = own.filter(|line| waits_for_words(&line.replace('_', " "), false));
    let waiting: Vec<&str> = waiting.collect();
    if waiting.is_empty() {
        return;
    }
    let known = placeholders(case);
    let known: Vec<String> = known.iter().map(|text| on_one_line(text)).collect();
    let waits = |line: &&str| {
        let without = |line: String, known: &String| line.replace(known, "");
        let line = known.iter().fold(on_one_line(line), without);
        waits_for_words(&line.replace('_', " "), true)
    };
    if waiting.iter().any(waits) {
        let what = "a template left a placeholder on the pages".to_owned();
        let at = Pointer::root().key("document");
        let mut unfit = proof.unfit(&document::PLACEHOLDER, at, what);
        unfit.help("look for words such as TBC or [insert …] in the pack");
        found.push(unfit);
    }
}
