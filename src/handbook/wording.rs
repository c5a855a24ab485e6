//! Which groups of phrases word a choice of the case.

use std::collections::BTreeMap;

use crate::language::Locale;
use crate::schema::keywords;
use crate::schema::shape::{Kind, Shape};
use crate::templates::Groups;

/// The groups of a locale: for each, which words it has a phrase for; and how often
/// templates ask for it.
pub(super) struct Wording<'a> {
    locale: &'a Locale,
    groups: BTreeMap<&'a str, usize>,
}

impl<'a> Wording<'a> {
    /// The groups of a locale, counted in these templates.
    pub(super) fn of<'t>(
        locale: &'a Locale,
        templates: impl Iterator<Item = &'t str> + Clone,
    ) -> Self {
        let groups = locale
            .keys()
            .filter_map(|key| Some(key.rsplit_once('.')?.0));
        let mut counted: BTreeMap<&str, usize> = groups.map(|group| (group, 0)).collect();
        for (group, times) in &mut counted {
            let asked = format!("in=\"{group}\"");
            *times = templates
                .clone()
                .map(|text| text.matches(&asked).count())
                .sum();
        }
        Wording {
            locale,
            groups: counted,
        }
    }

    /// The groups that word every keyword of a choice, those without places to fill first,
    /// then by how often templates ask for them; nothing for what is no choice.
    pub(super) fn groups(&self, choice: Shape<'_>) -> Groups {
        let Kind::Keyword(node) = choice.kind else {
            return Groups::new();
        };
        let words = keywords(node);
        let mut groups: Vec<_> = self
            .groups
            .iter()
            .filter_map(|(group, times)| Some((*group, *times, self.places(group, &words)?)))
            .collect();
        groups.sort_by_key(|(group, times, places)| {
            (!places.is_empty(), std::cmp::Reverse(*times), *group)
        });
        let asked = |times: usize| times > 0;
        let used = groups.iter().any(|(_, times, _)| asked(*times));
        groups
            .into_iter()
            .filter(|(_, times, _)| asked(*times) || !used)
            .map(|(group, _, places)| (group.to_owned(), places))
            .collect()
    }

    /// The places that the phrases of a group have, if it has one for each of these words and
    /// all have the same.
    fn places(&self, group: &str, words: &[&str]) -> Option<Vec<String>> {
        let mut all = words.iter().map(|word| {
            let phrase = self.locale.phrase(&format!("{group}.{word}"))?;
            let mut places: Vec<_> = phrase
                .placeholders()
                .iter()
                .map(ToString::to_string)
                .collect();
            places.sort_unstable();
            Some(places)
        });
        let first = all.next()??;
        all.all(|places| places.as_ref() == Some(&first))
            .then_some(first)
    }
}
