//! English grammar, as far as documents need it: one session, two sessions.

/// Singular and plural, by their CLDR names.
pub(super) const PLURAL_FORMS: &[&str] = &["one", "other"];

/// `one` after 1, `other` after all else, nought included ("no sessions").
pub(super) fn plural_form(number: u64) -> &'static str {
    match number {
        1 => "one",
        _ => "other",
    }
}
