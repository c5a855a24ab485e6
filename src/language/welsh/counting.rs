//! A noun after a number. It stays in the singular, its first letter mutates after
//! some numbers, and above ten the plural follows with `o`: 2 blentyn, 3 phlentyn,
//! 6 phlentyn, 11 o blant.
//!
//! Sources: Aberystwyth for what mutates after which number; CLDR’s minimal pairs
//! for cŵn and cathod agree. Of the nasal mutation only `blynedd` is written, as
//! HMCTS and CLDR write: `5 diwrnod`, never “5 niwrnod”.

use super::mutation::{aspirate, nasal, soft, soft_but_ll_and_rh};

/// Grammatical gender: it decides on dau or dwy, and on the mutation after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::language) enum Gender {
    Masculine,
    Feminine,
}

/// What is known of a noun besides its words. `counted` is the form after two and
/// more, where it is a word of its own: blwyddyn, but dwy flynedd.
#[derive(Clone, Debug)]
pub(in crate::language) struct NounGrammar {
    pub(in crate::language) gender: Gender,
    /// Measures stay in the singular above ten: 14 diwrnod, 90 munud.
    pub(in crate::language) singular_above_ten: bool,
    pub(in crate::language) counted: Option<String>,
}

/// Numbers after which `blynedd` is `mlynedd`: pum, saith, wyth, naw, deng, deuddeng,
/// pymtheng, deunaw, ugain, deugain, can. After others above ten the plural is safe.
const NASAL: [u64; 11] = [5, 7, 8, 9, 10, 12, 15, 18, 20, 40, 100];

/// Numerals before a noun, masculine and feminine, from one.
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
            _ if self.counted.is_some() && NASAL.contains(&number) => nasal(counted),
            _ if number <= 10 || self.singular_above_ten => counted.to_owned(),
            _ => format!("o {}", soft(plural)),
        }
    }

    /// The numeral in words before the noun as [`Self::after`] has it, up to ten.
    pub(in crate::language) fn numeral(&self, number: u64, noun: &str) -> Option<&'static str> {
        // Deg is deng before m: deng mlynedd, deng munud.
        if number == 10 && noun.starts_with('m') {
            return Some("deng");
        }
        let at = usize::try_from(number).ok()?.checked_sub(1)?;
        let (masculine, feminine) = NUMERALS.get(at)?;
        Some(match self.gender {
            Gender::Masculine => masculine,
            Gender::Feminine => feminine,
        })
    }
}
