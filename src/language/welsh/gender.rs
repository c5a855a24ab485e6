//! The gender of a noun: it decides which numeral it takes, and what that does to it.

/// Grammatical gender: it decides on dau or dwy, and on the mutation after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::language) enum Gender {
    Masculine,
    Feminine,
}
