//! How a language joins a number to its noun, and one item of a list to the next.

use super::phrase::Phrase;
use super::required::Required;

/// The patterns of counts and lists of a locale.
#[derive(Clone, Debug)]
pub(super) struct Patterns {
    pub(super) some: Phrase,
    pub(super) none: Phrase,
    pub(super) comma: Phrase,
    pub(super) last: Phrase,
    pub(super) or: Phrase,
}

impl Patterns {
    /// Takes the patterns out of a locale; `None` after saying what it lacks.
    pub(super) fn take(required: &mut Required<'_>) -> Option<Self> {
        let some = required.phrase("count.some", &["number", "noun"]);
        let none = required.phrase("count.none", &["noun"]);
        let comma = required.phrase("list.comma", &["before", "after"]);
        let last = required.phrase("list.last", &["before", "after"]);
        let or = required.phrase("list.or", &["before", "after"]);
        Some(Patterns {
            some: some?,
            none: none?,
            comma: comma?,
            last: last?,
            or: or?,
        })
    }
}
