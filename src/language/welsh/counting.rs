//! A noun after a number. It stays in the singular, its first letter mutates after
//! some numbers, and above ten the plural follows with `o`: 2 blentyn, 3 phlentyn,
//! 6 phlentyn, 11 o blant.
//!
//! Sources: Aberystwyth for what mutates after which number; CLDR’s minimal pairs
//! for cŵn and cathod agree. Of the nasal mutation only `blynedd` is written, as
//! HMCTS and CLDR write: `5 diwrnod`, never “5 niwrnod”.

use super::gender::Gender;
use super::mutation::{aspirate, nasal, soft, soft_but_ll_and_rh};
use super::ordinals;

/// What is known of a noun besides its words. `counted` is the form after two and
/// more, where it is a word of its own: blwyddyn, but dwy flynedd.
#[derive(Clone, Debug)]
pub(in crate::language) struct NounGrammar {
    pub(in crate::language) gender: Gender,
    /// Measures stay in the singular above ten: 14 diwrnod, 90 munud.
    pub(in crate::language) singular_above_ten: bool,
    pub(in crate::language) counted: Option<String>,
}

/// Whether `blynedd` is `mlynedd` after this number, however it is said: pum, saith, wyth,
/// naw, deng, deuddeng, pymtheng, deunaw, ugain, can, and un above ten (un mlynedd ar ddeg, dau
/// ddeg un mlynedd). After numbers that old and new counting say otherwise (13, 17), the
/// plural is safe.
fn nasalises(number: u64) -> bool {
    match number {
        1 | 17 | 19 | 37 | 39 => false,
        12 => true,
        _ => matches!(number % 10, 0 | 1 | 5 | 7 | 8 | 9),
    }
}

/// Numerals before a noun, masculine and feminine, from one. Eleven has its noun inside
/// (un mis ar ddeg), as have most above it.
const NUMERALS: [(&str, &str); 10] = [
    ("un", "un"),
    ("dau", "dwy"),
    ("tri", "tair"),
    ("pedwar", "pedair"),
    ("pum", "pum"),
    ("chwe", "chwe"),
    ("saith", "saith"),
    ("wyth", "wyth"),
    ("naw", "naw"),
    ("deg", "deg"),
];

/// Those above ten that stand before their noun whole.
const HIGHER_NUMERALS: [(u64, &str); 4] = [
    (12, "deuddeg"),
    (15, "pymtheg"),
    (18, "deunaw"),
    (20, "ugain"),
];

/// How these end before m: deng mlynedd, deuddeng mis, pymtheng munud.
const BEFORE_M: [(u64, &str); 3] = [(10, "deng"), (12, "deuddeng"), (15, "pymtheng")];

impl NounGrammar {
    /// The noun as it stands after a number, from its singular and its plural. After
    /// nought it is the plural: dim plant.
    pub(in crate::language) fn after(&self, number: u64, singular: &str, plural: &str) -> String {
        let counted = self.counted.as_deref().unwrap_or(singular);
        match (number, self.gender) {
            (0, _) => plural.to_owned(),
            (1, Gender::Masculine) => singular.to_owned(),
            (1, Gender::Feminine) => soft_but_ll_and_rh(singular),
            (2, _) => soft(counted),
            (3, Gender::Masculine) | (6, _) => aspirate(counted),
            _ if self.counted.is_some() && nasalises(number) => nasal(counted),
            _ if number <= 10 || self.singular_above_ten => counted.to_owned(),
            _ => format!("o {}", soft(plural)),
        }
    }

    /// The numeral in words before the noun as [`Self::after`] has it, where one stands
    /// there whole.
    pub(in crate::language) fn numeral(&self, number: u64, noun: &str) -> Option<&'static str> {
        let among = |numerals: &[(u64, &'static str)]| {
            let mut numerals = numerals.iter();
            numerals.find_map(|(of, numeral)| (*of == number).then_some(*numeral))
        };
        if noun.starts_with('m')
            && let Some(numeral) = among(&BEFORE_M)
        {
            return Some(numeral);
        }
        let at = usize::try_from(number).ok()?.checked_sub(1)?;
        let simple = NUMERALS
            .get(at)
            .map(|(masculine, feminine)| match self.gender {
                Gender::Masculine => *masculine,
                Gender::Feminine => *feminine,
            });
        simple.or_else(|| among(&HIGHER_NUMERALS))
    }

    /// The noun with an ordinal in figures, from its singular: 3edd wythnos.
    pub(in crate::language) fn ordinal(&self, number: u64, singular: &str) -> String {
        ordinals::with_noun(number, singular, self.gender)
    }
}
