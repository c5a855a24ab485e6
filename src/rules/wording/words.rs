//! The words that the rules about wording look for: `words.yaml`, typed.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::case::form::Date;
use crate::reading::table;

/// The lists, read once.
pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| table(include_str!("words.yaml")));

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) allegation: Allegation,
    pub(super) old_terms: Vec<OldTerm>,
    pub(super) placeholders: Placeholders,
    pub(super) names: Names,
    pub(super) calendar: Calendar,
}

/// Words of an account, and of harm.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Allegation {
    /// Beginnings of words.
    pub(super) sources: Vec<String>,
    /// Whole words.
    pub(super) hedges: Vec<String>,
    /// Phrases.
    pub(super) harm: Vec<String>,
    /// Verbs.
    pub(super) blows: Vec<String>,
    /// Who does it.
    pub(super) who: Vec<String>,
    /// What may stand between the two.
    pub(super) between: Vec<String>,
    /// What may follow `her`, where she is the one.
    pub(super) behind: Vec<String>,
    /// What says that it was play.
    pub(super) play: Vec<String>,
    /// To whom.
    pub(super) whom: Vec<String>,
}

/// A term that the law gave up, the phrases that mean it, and what to write instead.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OldTerm {
    pub(super) term: String,
    /// What makes such a phrase of a child's name.
    #[serde(default)]
    pub(super) lead: Option<String>,
    pub(super) phrases: Vec<String>,
    pub(super) instead: String,
}

/// Words that stand where something was still to be written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Placeholders {
    /// Whole words, in these letters.
    pub(super) later: Vec<String>,
    /// What a bracket holds.
    pub(super) waiting: Vec<String>,
    /// How a bracket begins.
    pub(super) to_do: Vec<String>,
    /// Anywhere in a text.
    pub(super) gaps: Vec<String>,
}

/// What courses, programme and services are not called.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    pub(super) never: Vec<Misnomer>,
    pub(super) former: Former,
}

/// A name that is wrong, as it is mostly written, and the right one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Misnomer {
    pub(super) written: Vec<String>,
    pub(super) right: String,
}

/// A name that was right until a day.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Former {
    /// The first day of the new name.
    pub(super) until: Date,
    pub(super) written: Vec<String>,
    pub(super) right: String,
}

/// Words of a date, in English and in Welsh.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Calendar {
    /// From Monday on, the English name first.
    pub(super) days: [Vec<String>; 7],
    /// From January on, the English name first.
    pub(super) months: [Vec<String>; 12],
    /// What a month follows: `in May`, `late May`.
    pub(super) before_a_month: Vec<String>,
    /// What follows a month: `May half term`.
    pub(super) after_a_month: Vec<String>,
    /// What may stand between the parts of a date.
    pub(super) between: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_for_in_a_folded_text_is_folded() {
        let words = &*WORDS;
        let (told, terms) = (&words.allegation, words.old_terms.iter());
        let leads = words.old_terms.iter().flat_map(|term| &term.lead);
        let folded = [&told.sources, &told.hedges, &told.harm, &told.blows];
        let people = [
            &told.who,
            &told.between,
            &told.behind,
            &told.play,
            &told.whom,
        ];
        let folded = folded.into_iter().chain(people).flatten();
        let folded = folded
            .chain(terms.flat_map(|term| &term.phrases))
            .chain(leads);
        let brackets = words.placeholders.waiting.iter();
        for word in folded.chain(brackets).chain(&words.placeholders.to_do) {
            let small = word.to_lowercase().replace('’', "'");
            assert!(!word.trim().is_empty() && *word == small, "{word}");
        }
    }
}
