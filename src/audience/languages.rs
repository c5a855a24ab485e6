//! Which languages a document is made in, and for whom.
//!
//! In Wales a reader whose choice is not known is sent both languages at once: the Welsh
//! version comes no later and is no less favourable (Welsh Language (Wales) Measure 2011
//! and the standards made under it).

use super::copy::{Audience, DocumentCopy};
use crate::case::Case;
use crate::case::narrative::LanguagePreference;
use crate::case::programme::ProgrammeKind;
use crate::language::Language;

/// The languages of one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Languages {
    /// One alone.
    One(Language),
    /// Welsh and English in one document, Welsh first.
    Bilingual,
}

impl Languages {
    /// Every choice.
    pub const ALL: [Languages; 3] = [
        Languages::One(Language::En),
        Languages::One(Language::Cy),
        Languages::Bilingual,
    ];

    /// The word on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Languages::One(language) => language.code(),
            Languages::Bilingual => "bilingual",
        }
    }

    /// What it adds to the name of a file; English needs nothing.
    pub(crate) fn mark(self) -> Option<String> {
        (self != Languages::One(Language::En)).then(|| self.word().to_owned())
    }

    /// Each language, in the order of the pages.
    pub(crate) fn each(self) -> Vec<Language> {
        match self {
            Languages::One(language) => vec![language],
            Languages::Bilingual => vec![Language::Cy, Language::En],
        }
    }

    /// What the readers of a copy are sent where nothing else is asked for: what they
    /// chose; where they chose differently, or in Wales nothing, both.
    pub fn of_readers(case: &Case, copy: &DocumentCopy) -> Self {
        let unknown = match case.programme.kind {
            ProgrammeKind::WorkingTogether => Languages::Bilingual,
            _ => Languages::One(Language::En),
        };
        let preferences = preferences(case, copy);
        let wants = |preference| match preference {
            LanguagePreference::En => Languages::One(Language::En),
            LanguagePreference::Cy => Languages::One(Language::Cy),
            LanguagePreference::Unknown => unknown,
        };
        let mut wanted = preferences.into_iter().map(wants);
        let first = wanted.next().unwrap_or(unknown);
        if wanted.all(|other| other == first) {
            first
        } else {
            Languages::Bilingual
        }
    }
}

/// What the readers of a copy have chosen; the court chooses nothing.
fn preferences(case: &Case, copy: &DocumentCopy) -> Vec<LanguagePreference> {
    let adults = || case.parties().map(|adult| adult.language_preference);
    match (copy.audience, &copy.person) {
        (Audience::Court, _) => Vec::new(),
        (Audience::Parties, _) => adults().collect(),
        (_, Some(person)) => {
            let adult = case.adult(person).map(|adult| adult.language_preference);
            let child = case.child(person).map(|child| child.language_preference);
            adult.or(child).into_iter().collect()
        }
        (Audience::Child, None) => {
            let children = case.people.children.iter();
            children.map(|child| child.language_preference).collect()
        }
        (Audience::Party, None) => adults().collect(),
    }
}
