//! Which languages a document is made in, and for whom.
//!
//! In Wales a reader whose choice is not known is sent both languages at once: the Welsh
//! version comes no later and is no less favourable (Welsh Language (Wales) Measure 2011
//! and the standards made under it).

use super::copy::{DocumentCopy, Reader};
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

    /// What the reader of a copy is sent where nothing else is asked for: what the reader
    /// chose; in Wales both, where nothing is chosen.
    pub fn of_reader(case: &Case, copy: &DocumentCopy) -> Self {
        match preference(case, copy) {
            Some(LanguagePreference::En) => Languages::One(Language::En),
            Some(LanguagePreference::Cy) => Languages::One(Language::Cy),
            None | Some(LanguagePreference::Unknown) => match case.programme.kind {
                ProgrammeKind::WorkingTogether => Languages::Bilingual,
                _ => Languages::One(Language::En),
            },
        }
    }
}

/// What the reader of a copy has chosen; the court and a provider choose nothing.
fn preference(case: &Case, copy: &DocumentCopy) -> Option<LanguagePreference> {
    match &copy.reader {
        Reader::Court | Reader::Provider(_) => None,
        Reader::Party(id) => case.adult(id).map(|adult| adult.language_preference),
        Reader::Child(id) => case.child(id).map(|child| child.language_preference),
    }
}
