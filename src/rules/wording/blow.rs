//! Blows: a verb is harm where a grown person does it to a person.
//!
//! `The father hit the mother` states harm; a gull that slapped the water does not, nor a
//! ball that hit a child.

use super::phrase::folded;
use super::words::WORDS;
use crate::case::Case;

/// What people of a case are called, in small letters.
pub(super) struct People {
    adults: Vec<String>,
    all: Vec<String>,
}

impl People {
    pub(super) fn of(case: &Case) -> Self {
        let adults = case.people.adults.iter();
        let adults = adults.flat_map(|adult| [Some(adult.called()), adult.surname()]);
        let adults = adults.flatten();
        let adults: Vec<String> = adults.map(folded).collect();
        let children = case
            .people
            .children
            .iter()
            .map(|child| folded(child.called()));
        let all = adults.iter().cloned().chain(children).collect();
        People { adults, all }
    }

    /// Whether a folded sentence tells a blow that one of them dealt to another.
    pub(super) fn come_to_blows(&self, sentence: &str) -> bool {
        let known = &WORDS.allegation;
        let words: Vec<&str> = sentence
            .split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'')
            .filter(|word| !word.is_empty())
            .collect();
        (0..words.len()).any(|at| {
            known.blows.iter().any(|blow| blow == words[at])
                && (self.is_dealt(&words[..at]) && self.is_met(&words[at + 1..])
                    || is_suffered(&words[..at]) && self.is_dealt_by(&words[at + 1..]))
        })
    }

    /// Whether a person stands before the verb.
    fn is_dealt(&self, before: &[&str]) -> bool {
        let known = &WORDS.allegation;
        let mut before = before.iter().rev();
        let who = before.find(|word| !known.between.iter().any(|other| other == *word));
        who.is_some_and(|who| self.is_grown(who))
    }

    fn is_grown(&self, word: &str) -> bool {
        let known = &WORDS.allegation.who;
        known.iter().chain(&self.adults).any(|who| who == word)
    }

    /// Whether a person stands behind the verb.
    fn is_met(&self, after: &[&str]) -> bool {
        let is_a_person = match after {
            ["him" | "them", ..] | ["her"] => true,
            ["her", next, ..] => self.is_whom(next) || is_after_an_object(next),
            [
                "the" | "his" | "their" | "mr" | "mrs" | "ms" | "miss",
                next,
                ..,
            ] => self.is_whom(next),
            [name, ..] => self.all.iter().any(|known| known == name),
            [] => false,
        };
        is_a_person && !is_figurative(after)
    }

    fn is_whom(&self, word: &str) -> bool {
        let known = &WORDS.allegation.whom;
        known.iter().chain(&self.all).any(|whom| whom == word)
    }

    /// Whether a person is named behind `by`.
    fn is_dealt_by(&self, after: &[&str]) -> bool {
        let is_by_a_person = match after {
            ["by", "her" | "him" | "them"] => true,
            [
                "by",
                "the" | "his" | "her" | "their" | "mr" | "mrs" | "ms" | "miss",
                who,
                ..,
            ]
            | ["by", who, ..] => self.is_grown(who),
            _ => false,
        };
        is_by_a_person && !is_figurative(after)
    }
}

/// `was hit`, `had been hit`.
fn is_suffered(before: &[&str]) -> bool {
    matches!(before.last(), Some(&("was" | "were" | "been")))
}

/// What ends an object that is a person: `hit her in March`, and not `hit her ball`.
fn is_after_an_object(word: &str) -> bool {
    WORDS.allegation.behind.iter().any(|behind| behind == word)
}

/// `hit him with a demand`, `pushed them on the swings`.
fn is_figurative(after: &[&str]) -> bool {
    let play = &WORDS.allegation.play;
    after
        .iter()
        .take(FAR)
        .any(|word| play.iter().any(|one| one == word))
}

/// So many words behind a blow tell what it is about.
const FAR: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::sample::case;

    #[test]
    fn a_blow_has_somebody_who_deals_it_and_somebody_who_meets_it() {
        let people = People::of(&case());
        for stated in [
            "The father hit the mother in 2023.",
            "In March he had twice punched her.",
            "Mr Whitcombe slapped Ms Marsh at a handover.",
            "The mother was kicked by the father.",
            "He pushed her against a wall.",
            "Hannah hit Daniel.",
            "He hit her mother.",
            "She was beaten by the father for years.",
        ] {
            assert!(people.come_to_blows(&folded(stated)), "{stated}");
        }
        for told in [
            "A seal slapped the water.",
            "The ball hit Rowan on the nose.",
            "He hit her ball into the pond.",
            "He pushed her on the swings.",
            "The parents hit on a plan.",
            "She was struck by how calm he was.",
            "The news hit the mother hard.",
            "He grabbed his coat.",
            "The price hit them.",
            "Rowan was beaten by his father at chess.",
            "He pushed the children on the swings.",
        ] {
            assert!(!people.come_to_blows(&folded(told)), "{told}");
        }
    }
}
