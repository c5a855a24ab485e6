//! Ordinals in figures: 1af, 2il, 3ydd, 3edd, 11eg, 21ain (source: Dr Gramadeg’s table of
//! short forms, parallel.cymru).
//!
//! 1af follows its noun and the others come before it. All nouns soften after 2il, and
//! feminine ones after every other too: 2il blentyn, 3edd dudalen (source: Aberystwyth).

use super::gender::Gender;
use super::mutation::soft;

/// From the first; all that follow up to the thirty-first end in `ain`.
const ENDINGS: [&str; 20] = [
    "af", "il", "ydd", "ydd", "ed", "ed", "fed", "fed", "fed", "fed", "eg", "fed", "eg", "eg",
    "fed", "eg", "eg", "fed", "eg", "fed",
];

/// The third and the fourth of a feminine noun: trydedd, pedwaredd.
const FEMININE: &str = "edd";

/// The ordinal with its noun. Above thirty-one two ways of counting part, and there is no
/// noughth: the number follows the noun there, as in `wythnos 32`.
pub(super) fn with_noun(number: u64, noun: &str, gender: Gender) -> String {
    let ending = match (number, gender) {
        (3 | 4, Gender::Feminine) => FEMININE,
        (1..=20, _) => ENDINGS[number as usize - 1],
        (21..=31, _) => "ain",
        _ => return format!("{noun} {number}"),
    };
    match (number, gender) {
        (1, _) => format!("{noun} {number}{ending}"),
        (2, _) | (_, Gender::Feminine) => format!("{number}{ending} {}", soft(noun)),
        (_, Gender::Masculine) => format!("{number}{ending} {noun}"),
    }
}

/// Whether what follows figures makes an ordinal of them: of `2il wythnos`, `il wythnos`.
pub(super) fn is_ending(rest: &str) -> bool {
    let letters = rest.split(|c: char| !c.is_alphabetic()).next();
    let ending = letters.unwrap_or_default();
    ending == FEMININE || ending == "ain" || ENDINGS.contains(&ending)
}
