//! The three mutations of the first letter of a word (source: Aberystwyth).
//!
//! Only common words go through here. The name of a person never mutates, and the
//! caller knows which it has: nothing is mutated unless a rule or a locale asks.

use crate::language::letters::capitalised;

/// A mutation that a place of a phrase may ask for: `{end_weekday:soft}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::language) enum Mutation {
    /// After `i`, `o`, `ar`, `gan`, `neu` and their like: dydd, ddydd.
    Soft,
    /// After `a`, `â`, `gyda`: tad, thad.
    Aspirate,
}

impl Mutation {
    /// Names as a locale writes them.
    pub(in crate::language) const NAMES: &'static [(&'static str, Mutation)] =
        &[("soft", Mutation::Soft), ("aspirate", Mutation::Aspirate)];

    /// The mutation of this name, if there is one.
    pub(in crate::language) fn named(name: &str) -> Option<Self> {
        Self::NAMES
            .iter()
            .find_map(|(known, mutation)| (*known == name).then_some(*mutation))
    }

    pub(in crate::language) fn of(self, word: &str) -> String {
        match self {
            Mutation::Soft => soft(word),
            Mutation::Aspirate => aspirate(word),
        }
    }
}

/// Letters and what they become. A digraph stands before its first letter: `ll` is
/// not `l`, and `ch` is not `c`.
type Table = &'static [(&'static str, &'static str)];

const SOFT: Table = &[
    ("ch", "ch"),
    ("dd", "dd"),
    ("ng", "ng"),
    ("ph", "ph"),
    ("th", "th"),
    ("ts", "ts"),
    ("ll", "l"),
    ("rh", "r"),
    ("p", "b"),
    ("t", "d"),
    ("c", "g"),
    ("b", "f"),
    ("d", "dd"),
    ("g", ""),
    ("m", "f"),
];

const ASPIRATE: Table = &[
    ("ch", "ch"),
    ("ph", "ph"),
    ("th", "th"),
    ("ts", "ts"),
    ("p", "ph"),
    ("t", "th"),
    ("c", "ch"),
];

const NASAL: Table = &[
    ("ch", "ch"),
    ("dd", "dd"),
    ("ph", "ph"),
    ("th", "th"),
    ("p", "mh"),
    ("t", "nh"),
    ("c", "ngh"),
    ("b", "m"),
    ("d", "n"),
    ("g", "ng"),
];

/// Treiglad meddal: plentyn, blentyn.
pub(super) fn soft(word: &str) -> String {
    mutated(word, SOFT)
}

/// Treiglad meddal where `ll` and `rh` stand firm, as after `un`: un llaw.
pub(super) fn soft_but_ll_and_rh(word: &str) -> String {
    let head = word.to_lowercase();
    if head.starts_with("ll") || head.starts_with("rh") {
        word.to_owned()
    } else {
        soft(word)
    }
}

/// Treiglad llaes: plentyn, phlentyn.
pub(super) fn aspirate(word: &str) -> String {
    mutated(word, ASPIRATE)
}

/// Treiglad trwynol: blynedd, mlynedd.
pub(super) fn nasal(word: &str) -> String {
    mutated(word, NASAL)
}

fn mutated(word: &str, table: Table) -> String {
    let lower = word.to_lowercase();
    let Some((radical, becomes)) = table.iter().find(|(head, _)| lower.starts_with(head)) else {
        return word.to_owned();
    };
    let rest = &word[radical.len()..];
    if word.starts_with(char::is_uppercase) {
        capitalised(&format!("{becomes}{rest}"))
    } else {
        format!("{becomes}{rest}")
    }
}

#[cfg(test)]
mod tests {
    use super::{aspirate, nasal, soft, soft_but_ll_and_rh};

    /// Radical, soft, aspirate, nasal: the whole table, then what must stand firm.
    const WORDS: [[&str; 4]; 26] = [
        ["plentyn", "blentyn", "phlentyn", "mhlentyn"],
        ["tad", "dad", "thad", "nhad"],
        ["cais", "gais", "chais", "nghais"],
        ["blynedd", "flynedd", "blynedd", "mlynedd"],
        ["dydd", "ddydd", "dydd", "nydd"],
        ["gwrandawiad", "wrandawiad", "gwrandawiad", "ngwrandawiad"],
        ["gorchymyn", "orchymyn", "gorchymyn", "ngorchymyn"],
        ["llys", "lys", "llys", "llys"],
        ["mam", "fam", "mam", "mam"],
        ["rhiant", "riant", "rhiant", "rhiant"],
        ["chwaer", "chwaer", "chwaer", "chwaer"],
        ["theatr", "theatr", "theatr", "theatr"],
        ["sesiwn", "sesiwn", "sesiwn", "sesiwn"],
        ["nain", "nain", "nain", "nain"],
        ["ffrind", "ffrind", "ffrind", "ffrind"],
        ["haf", "haf", "haf", "haf"],
        ["lolfa", "lolfa", "lolfa", "lolfa"],
        ["rota", "rota", "rota", "rota"],
        ["wythnos", "wythnos", "wythnos", "wythnos"],
        ["awr", "awr", "awr", "awr"],
        ["ŵyr", "ŵyr", "ŵyr", "ŵyr"],
        ["Dydd Llun", "Ddydd Llun", "Dydd Llun", "Nydd Llun"],
        ["Plant", "Blant", "Phlant", "Mhlant"],
        ["Gwynedd", "Wynedd", "Gwynedd", "Ngwynedd"],
        ["14 diwrnod", "14 diwrnod", "14 diwrnod", "14 diwrnod"],
        ["", "", "", ""],
    ];

    #[test]
    fn the_three_mutations() {
        for [radical, softened, aspirated, nasalised] in WORDS {
            assert_eq!(soft(radical), softened);
            assert_eq!(aspirate(radical), aspirated);
            assert_eq!(nasal(radical), nasalised);
        }
    }

    #[test]
    fn ll_and_rh_stand_firm_where_they_must() {
        for (radical, after_un) in [
            ("llaw", "llaw"),
            ("rhaglen", "rhaglen"),
            ("merch", "ferch"),
            ("tudalen", "dudalen"),
        ] {
            assert_eq!(soft_but_ll_and_rh(radical), after_un);
        }
    }
}
