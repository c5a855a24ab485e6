//! The words of documents: phrases, dates, times, numbers and lists, read from
//! one locale file per language (`templates/locales/`), over which a firm may lay its own.
//!
//! No wording stands in Rust. A room that needs words asks a [`Locale`] for a
//! phrase by its key, and fills it; a missing key or name is an error, never a
//! silent gap and never another language. What Rust knows of a language is its
//! grammar alone (`english.rs`, `welsh/`): what a noun becomes after a number, and
//! what a small word becomes before a vowel. The same calls serve every language, so
//! that a template need not know which one it is written in.
//!
//! A phrase may say where its wording is from ([`Source`]), as a translation must: its
//! entry is then a block of `phrase` and `source`, which is why no key ends in either
//! word. [`compare`] holds a translation against the English, and [`worksheet`] asks a
//! translator for what nobody has confirmed.
//!
//! Floor 1: imports `reading` and `diagnostics`.

mod calendar;
mod compare;
mod dates;
mod english;
mod entries;
mod figures;
mod laid;
mod letters;
mod lint;
mod locale;
mod nouns;
mod numbers;
mod patterns;
mod phrase;
mod plurals;
mod provenance;
mod required;
mod source;
mod welsh;
mod worksheet;

pub use compare::compare;
pub(crate) use entries::places;
pub use figures::Figures;
pub(crate) use letters::{capitalised, on_one_line};
pub use locale::Locale;
pub use phrase::{FillError, Phrase};
pub use source::Source;
pub use worksheet::{ConfirmedRow, confirmed_in, quoted, with_worksheet, worksheet};

/// A language that documents are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English as the courts of England and Wales write it.
    En,
    /// Welsh as the court service and the Welsh Government write it.
    Cy,
}

impl Language {
    /// Every language, in the order in which a choice is offered.
    pub const ALL: &[Language] = &[Language::En, Language::Cy];

    /// The language of this code (`en`), if there is one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|language| language.code() == code)
    }

    /// ISO 639 code, as Typst's `text(lang: …)` and `--language` take it.
    pub fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Cy => "cy",
        }
    }

    /// ISO 3166 region, as Typst's `text(region: …)` takes it.
    pub fn region(self) -> &'static str {
        match self {
            Language::En | Language::Cy => "GB",
        }
    }

    /// BCP 47 tag, as a PDF's `/Lang` declares it: `en-GB`.
    pub fn tag(self) -> String {
        format!("{}-{}", self.code(), self.region())
    }

    /// The plural forms a noun must have in this language, by their CLDR names.
    fn plural_forms(self) -> &'static [&'static str] {
        match self {
            Language::En => english::PLURAL_FORMS,
            Language::Cy => welsh::PLURAL_FORMS,
        }
    }

    /// Which of its plural forms a noun takes after a number.
    fn plural_form(self, number: u64) -> &'static str {
        match self {
            Language::En => english::plural_form(number),
            Language::Cy => welsh::plural_form(number),
        }
    }

    /// Whether every phrase must say where its wording is from.
    fn is_translation(self) -> bool {
        match self {
            Language::En => false,
            Language::Cy => true,
        }
    }
}
