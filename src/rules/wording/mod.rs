//! The words of a text: terms out of use, allegations, placeholders, names, weekdays. The words are data: `words.yaml`.

mod allegation;
mod blow;
pub(super) mod cut_short;
mod mojibake;
pub(super) mod months;
pub(super) mod names;
mod old_term;
mod phrase;
pub(super) mod placeholder;
mod run_together;
pub(super) mod weekdays;
pub(super) mod welsh;
mod words;

use super::mentions;
use super::rule::{Report, Rule};
use crate::case::Case;

/// What an officer's prose should not hold. Words in quotation marks, of children, of
/// parents and of orders stay as they are; a Welsh text is passed over, as the program
/// knows English words alone here.
pub(super) const PROSE: &[Rule] = &[
    old_term::no_term_is_out_of_use,
    allegation::an_allegation_has_its_source,
    allegation::what_is_disputed_is_not_told_as_a_fact,
    placeholder::no_placeholder_is_left,
];

/// What is looked for in every text alike, so that they are gathered once.
pub(super) const TEXTS: &[Rule] = &[every_text];

fn every_text(case: &Case, report: &mut Report) {
    let texts = report.texts(case);
    mojibake::letters_are_read_as_they_were_written(&texts, report);
    run_together::no_text_holds_a_list(&texts, report);
    mentions::speak_of_the_people_of_the_case(case, &texts, report);
}
