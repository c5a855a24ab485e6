//! What a case calls its people and places, so that other names stand out.

use std::collections::{BTreeMap, BTreeSet};

use super::words::WORDS;
use crate::case::Case;
use crate::case::form::Id;
use crate::case::mark::Voice;
use crate::case::person::{Adult, Relationship, SexStated};
use crate::case::texts::Text;
use crate::diagnostics::{Pointer, each};
use crate::rules::kit::prose::words;

/// Whether somebody is called `she` or `he`, as far as the file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sex {
    She,
    He,
    Either,
}

/// The names of a case, each word by itself and in small letters.
pub(super) struct Known {
    /// Every word of a name, a label or a reference.
    pub(super) labels: BTreeSet<String>,
    /// The names of people, with where they stand.
    pub(super) names: BTreeMap<String, Pointer>,
    /// Whom a forename or a surname is of.
    pub(super) sexes: BTreeMap<String, Sex>,
    /// What the children are called.
    pub(super) children: BTreeSet<String>,
    /// The sex of each child.
    pub(super) of_child: BTreeMap<Id, Sex>,
}

impl Known {
    pub(super) fn of(case: &Case, texts: &[Text]) -> Self {
        let mut known = Known {
            labels: BTreeSet::new(),
            names: BTreeMap::new(),
            sexes: BTreeMap::new(),
            children: BTreeSet::new(),
            of_child: BTreeMap::new(),
        };
        let labels = texts.iter().filter(|text| text.voice == Voice::Label);
        for text in labels {
            let words = words(&text.text);
            known
                .labels
                .extend(words.iter().map(|word| word.text.to_lowercase()));
        }
        known.add_people(case);
        known
    }

    fn add_people(&mut self, case: &Case) {
        let people = Pointer::root().key("people");
        for (at, child) in each(&people.key("children"), &case.people.children) {
            let sex = match child.sex_stated {
                SexStated::Girl => Sex::She,
                SexStated::Boy => Sex::He,
                SexStated::NotStated => Sex::Either,
            };
            self.of_child.insert(child.id.clone(), sex);
            self.children.extend(lower(child.called()));
            self.add_name(
                &at.key("surname"),
                child.surname().unwrap_or_default(),
                Sex::Either,
            );
            self.add_name(&at.key("forenames"), child.forenames.as_str(), sex);
            self.add_name(
                &at.key("known_as"),
                child.known_as.as_ref().map_or("", |n| n.as_str()),
                sex,
            );
        }
        for (at, adult) in each(&people.key("adults"), &case.people.adults) {
            let sex = sex_of(adult);
            self.add_name(
                &at.key("surname"),
                adult.surname().unwrap_or_default(),
                Sex::Either,
            );
            self.add_name(&at.key("forenames"), adult.forenames.as_str(), sex);
            self.add_name(
                &at.key("known_as"),
                adult.known_as.as_ref().map_or("", |n| n.as_str()),
                sex,
            );
        }
        for (at, professional) in each(&people.key("professionals"), &case.people.professionals) {
            self.add_name(&at.key("name"), professional.name.as_str(), Sex::Either);
        }
    }

    fn add_name(&mut self, at: &Pointer, name: &str, sex: Sex) {
        for word in lower(name) {
            self.names.entry(word.clone()).or_insert_with(|| at.clone());
            self.sexes
                .entry(word)
                .and_modify(|known| *known = if *known == sex { sex } else { Sex::Either })
                .or_insert(sex);
        }
    }

    /// Whether a word is a name or a label of the case.
    pub(super) fn has(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        let parts = || word.split('-').all(|part| self.labels.contains(part));
        self.labels.contains(&word) || parts()
    }
}

fn lower(name: &str) -> Vec<String> {
    words(name)
        .iter()
        .map(|word| word.text.to_lowercase())
        .collect()
}

/// By the words that the file uses of an adult.
pub(super) fn sex_of(adult: &Adult) -> Sex {
    let title = adult
        .title
        .as_ref()
        .map(|title| title.as_str().to_lowercase());
    let title = title.as_deref().map(|title| title.trim_end_matches('.'));
    use Relationship::{Aunt, Father, Grandfather, Grandmother, Mother, Uncle};
    let is = |these: &[Relationship]| {
        let mut what = adult.relationship.values();
        what.any(|what| these.contains(what))
    };
    if is(&[Mother, Grandmother, Aunt]) {
        return Sex::She;
    }
    if is(&[Father, Grandfather, Uncle]) {
        return Sex::He;
    }
    match title {
        Some(title) if WORDS.she.people.contains(title) => Sex::She,
        Some(title) if WORDS.he.people.contains(title) => Sex::He,
        _ => Sex::Either,
    }
}
