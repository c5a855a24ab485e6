//! Ordinals in figures: 1af, 2il, 3ydd, 11eg, 21ain (source: Dr Gramadeg’s table of
//! short forms, parallel.cymru).
//!
//! 1af follows its noun and the others come before it, with mutations of their own:
//! `plentyn 1af`, `2il blentyn`. Where a document can say `Plentyn 1`, let it.

/// From the first; all that follow up to the thirty-first end in `ain`.
const ENDINGS: [&str; 20] = [
    "af", "il", "ydd", "ydd", "ed", "ed", "fed", "fed", "fed", "fed", "eg", "fed", "eg", "eg",
    "fed", "eg", "eg", "fed", "eg", "fed",
];

/// `None` for nought and above thirty-one, where two ways of counting part.
pub(in crate::language) fn ordinal(number: u64) -> Option<String> {
    let ending = match number {
        0 | 32.. => return None,
        21..=31 => "ain",
        _ => ENDINGS[number as usize - 1],
    };
    Some(format!("{number}{ending}"))
}
