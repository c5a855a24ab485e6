//! Free text that a person wrote, in one language or in both.
//!
//! Nobody's words are ever translated by the program. A narrative is either a
//! plain text in the language of the file, or carries `en`, `cy` or both with
//! the state of the human translation between them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::form::{Date, Line, Prose};
use super::mark::{Door, Voice, language, words};
use super::written_language::WrittenLanguage;

/// The language a person wants to be written to in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LanguagePreference {
    /// English.
    En,
    /// Welsh.
    Cy,
    /// Not known: in Wales, both languages.
    #[default]
    Unknown,
}

/// Free text, in the language of the file or in languages that are named.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Narrative {
    /// A text in the language of the file (`document.language`).
    Plain(Prose),
    /// The text in one or both languages.
    Translated(Box<Translated>),
}

/// A text in one or both languages.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Translated {
    /// In English.
    #[serde(default)]
    #[schemars(extend("x-concord" = language(WrittenLanguage::En)))]
    pub en: Option<Prose>,
    /// In Welsh.
    #[serde(default)]
    #[schemars(extend("x-concord" = language(WrittenLanguage::Cy)))]
    pub cy: Option<Prose>,
    /// How far the translation has come.
    #[serde(default)]
    pub translation: Option<Translation>,
}

/// How far a human translation has come.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Translation {
    /// None asked for, asked for, or done.
    pub state: TranslationState,
    /// Who translated.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Office)))]
    pub by: Option<Line>,
    /// When it was done, or asked for.
    #[serde(default)]
    pub on: Option<Date>,
}

/// The state of a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TranslationState {
    /// None was asked for.
    None,
    /// It was asked for.
    Requested,
    /// It is done.
    Done,
}

impl Narrative {
    /// The English text, where there is one.
    pub fn english(&self) -> Option<&str> {
        match self {
            Narrative::Plain(text) => Some(text.as_str()),
            Narrative::Translated(both) => both.en.as_ref().map(Prose::as_str),
        }
    }

    /// Every text there is, in the order English, Welsh.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let (first, second) = match self {
            Narrative::Plain(text) => (Some(text), None),
            Narrative::Translated(both) => (both.en.as_ref(), both.cy.as_ref()),
        };
        first.into_iter().chain(second).map(Prose::as_str)
    }
}

/// Told apart by the YAML itself: a text is plain, a block names its languages.
impl<'de> Deserialize<'de> for Narrative {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextOrBlock;
        impl<'de> serde::de::Visitor<'de> for TextOrBlock {
            type Value = Narrative;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a text, or a block with `en` and `cy`")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Narrative, E> {
                text.parse().map(Narrative::Plain).map_err(E::custom)
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                map: A,
            ) -> Result<Narrative, A::Error> {
                let block = serde::de::value::MapAccessDeserializer::new(map);
                Translated::deserialize(block).map(|both| Narrative::Translated(Box::new(both)))
            }
        }
        deserializer.deserialize_any(TextOrBlock)
    }
}
