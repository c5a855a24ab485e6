//! Words that an officer's prose should not hold: terms out of use, allegations told as
//! facts, placeholders.
//!
//! Words in quotation marks, of children, of parents and of orders stay as they are. The
//! program knows English words alone here: a Welsh text is passed over.

mod allegation;
mod old_term;
mod phrase;
mod placeholder;

use super::Rule;

pub(crate) use placeholder::{placeholders, waits_for_words};

pub(super) const RULES: &[Rule] = &[
    old_term::no_term_is_out_of_use,
    allegation::an_allegation_has_its_source,
    allegation::what_is_disputed_is_not_told_as_a_fact,
    placeholder::no_placeholder_is_left,
];
