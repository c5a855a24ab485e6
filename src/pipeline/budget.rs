//! Whether a document is as short as it is meant to be.
//!
//! Not a rule of court, which `checks` holds: how much a reader with little time reads to the
//! end. It is counted from what is recorded of a file, so that one that is kept is judged like
//! one that is made.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::examine::CaseFile;
use super::made::Made;
use crate::audience::Languages;
use crate::diagnostics::{Findings, Pointer, Unplaced, code};

use crate::output::manifest::DocumentEntry;
use crate::packs::Edition;
use crate::reading::table;

/// By document, the most pages that ours is meant to take, in one language.
static BUDGETS: LazyLock<BTreeMap<String, usize>> =
    LazyLock::new(|| table(include_str!("../../templates/budgets.yaml")));

/// A warning for each document of which a copy is longer than it is meant to be (D20). Large
/// print takes the pages that it needs, and two languages twice as many.
pub(super) fn over_budget(case: &CaseFile, made: &[Made]) -> Findings {
    let mut told = BTreeSet::new();
    let longest_first = {
        let mut entries: Vec<&DocumentEntry> = made.iter().map(|made| &made.entry).collect();
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.pages));
        entries
    };
    let over = longest_first.into_iter().filter_map(|entry| {
        let (pages, most) = (entry.pages?, budget(entry)?);
        (pages > most && told.insert(&entry.document)).then(|| longer(entry, pages, most))
    });
    case.located(over.collect())
}

fn budget(entry: &DocumentEntry) -> Option<usize> {
    let most = BUDGETS.get(&entry.document)?;
    let standard = entry.edition == Edition::Standard.word();
    let both = entry.language == Languages::Bilingual.word();
    standard.then(|| if both { most * 2 } else { *most })
}

fn longer(entry: &DocumentEntry, pages: usize, most: usize) -> Unplaced {
    let message = format!(
        "`{}` has {pages} pages and is meant to have at most {most}",
        entry.document
    );
    let at = Pointer::root().key("document");
    let mut finding = Unplaced::new(&code::document::OVER_BUDGET, at, message);
    finding.help("shorten what was written where it says a thing twice; nothing was left out");
    finding
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Documents;

    #[test]
    fn each_of_our_documents_has_a_budget_and_nothing_else_has() {
        let documents = Documents::builtin();
        let ours: BTreeSet<&str> = documents.iter().map(crate::view::Document::id).collect();
        let budgeted: BTreeSet<&str> = BUDGETS.keys().map(String::as_str).collect();
        assert_eq!(ours, budgeted);
    }
}
