//! Of whom a text speaks: names that nobody of the case has, or nearly somebody has; a
//! pronoun or a role that is another's. The words are data: `words.yaml`.
//!
//! Only an officer's English is looked at. A name that a text introduces ("his friend
//! Toby", "Mrs Quayle, the teacher") is anybody's.

mod introduced;
mod name;
mod own;
mod people;
mod pronoun;
mod role;
mod words;

use crate::case::Case;
use crate::case::texts::Text;
use crate::rules::rule::Report;
use own::Own;
use people::Known;

/// Whether a word is one of every day that may begin a sentence, and so no sure sign of a name:
/// `May`, `Rose`.
pub(super) fn is_everyday(word: &str) -> bool {
    words::WORDS.no_names.contains(&word.to_lowercase())
}

/// Asks of every text at once, as each rule needs all texts and all people.
pub(super) fn speak_of_the_people_of_the_case(case: &Case, all: &[Text], report: &mut Report) {
    let known = Known::of(case, all);
    let own: Vec<Own> = all.iter().filter_map(Own::of).collect();
    name::names_are_of_people_of_the_case(case, &known, (all, own.as_slice()), report);
    pronoun::pronouns_are_of_who_is_named(case, &known, &own, report);
    role::parties_are_called_by_their_roles(case, &own, report);
}
