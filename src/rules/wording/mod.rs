//! The words of a text: terms out of use, allegations, placeholders, names, weekdays. The words are data: `words.yaml`.

mod allegation;
pub(super) mod cut_short;
pub(super) mod names;
mod old_term;
mod phrase;
pub(super) mod placeholder;
pub(super) mod weekdays;
pub(super) mod welsh;
mod words;

use super::rule::Rule;

/// What an officer's prose should not hold. Words in quotation marks, of children, of
/// parents and of orders stay as they are; a Welsh text is passed over, as the program
/// knows English words alone here.
pub(super) const PROSE: &[Rule] = &[
    old_term::no_term_is_out_of_use,
    allegation::an_allegation_has_its_source,
    allegation::what_is_disputed_is_not_told_as_a_fact,
    placeholder::no_placeholder_is_left,
];
