//! English grammar, as far as documents need it: one session, two sessions, 3rd.

/// Singular and plural, by their CLDR names.
pub(super) const PLURAL_FORMS: &[&str] = &["one", "other"];

/// `one` after 1, `other` after all else, nought included ("no sessions").
pub(super) fn plural_form(number: u64) -> &'static str {
    match number {
        1 => "one",
        _ => "other",
    }
}

/// "1st", "2nd", "11th".
pub(super) fn ordinal(number: u64) -> String {
    let ending = match (number % 10, number % 100) {
        (1, tens) if tens != 11 => "st",
        (2, tens) if tens != 12 => "nd",
        (3, tens) if tens != 13 => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}
