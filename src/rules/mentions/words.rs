//! Words of people and of what is said of them: `words.yaml`, typed.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::reading::table;

/// The lists, read once.
pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| table(include_str!("words.yaml")));

/// Each list in small letters; the file says what it is for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) titles: BTreeSet<String>,
    pub(super) introducing: BTreeSet<String>,
    pub(super) forenames: BTreeSet<String>,
    pub(super) no_names: BTreeSet<String>,
    pub(super) of_places: BTreeSet<String>,
    pub(super) towards_places: BTreeSet<String>,
    pub(super) kin: BTreeSet<String>,
    pub(super) she: Gender,
    pub(super) he: Gender,
    pub(super) either: BTreeSet<String>,
    pub(super) roles: Roles,
}

/// The pronouns of one sex, and the people who are of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Gender {
    pub(super) pronouns: BTreeSet<String>,
    pub(super) people: BTreeSet<String>,
}

/// What a party is called.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Roles {
    pub(super) mother: BTreeSet<String>,
    pub(super) father: BTreeSet<String>,
    pub(super) applicant: BTreeSet<String>,
    pub(super) respondent: BTreeSet<String>,
    pub(super) earlier: BTreeSet<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_in_small_letters() {
        let words = &*WORDS;
        let lists = [
            &words.titles,
            &words.introducing,
            &words.forenames,
            &words.no_names,
            &words.of_places,
            &words.towards_places,
            &words.kin,
            &words.either,
        ];
        for word in lists.into_iter().flatten() {
            assert_eq!(*word, word.to_lowercase());
        }
        let both = words.forenames.intersection(&words.no_names);
        assert_eq!(both.count(), 0, "a word is a name or none");
    }
}
