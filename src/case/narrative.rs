//! Free text that a person wrote, in one language or in both.
//!
//! Nobody's words are ever translated by the program. A narrative is either a
//! plain text in the language of the file, or a block: it can carry `en`, `cy` or
//! both with the state of the human translation between them, and `vis` where not
//! everybody may be served with it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::form::{Date, Id, Line, Prose};
use super::mark::{ANYBODY, Door, PROFESSIONAL, Voice, form, language, reference, words};
use super::visibility::Visibility;
use super::written_language::WrittenLanguage;
use crate::diagnostics::Pointer;

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
    /// The text as a block, which says more of it than its words.
    Block(Box<TextBlock>),
}

/// A text as a block: under `text` in the language of the file, or under `en` and `cy` in
/// one or both languages; and who may be served with it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TextBlock {
    /// In the language of the file.
    #[serde(default)]
    #[schemars(extend("x-concord" = language(None)))]
    pub text: Option<Prose>,
    /// In English.
    #[serde(default)]
    #[schemars(extend("x-concord" = language(Some(WrittenLanguage::En))))]
    pub en: Option<Prose>,
    /// In Welsh.
    #[serde(default)]
    #[schemars(extend("x-concord" = language(Some(WrittenLanguage::Cy))))]
    pub cy: Option<Prose>,
    /// How far the translation has come.
    #[serde(default)]
    pub translation: Option<Translation>,
    /// Who may be served with it, of those who may be served with the entry it stands in;
    /// all of them, where nothing is said.
    #[serde(default)]
    pub vis: Option<Visibility>,
    /// The people it may be served on, where `vis` is `served_to`.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(ANYBODY, Door::Above)))]
    pub served_to: Vec<Id>,
    /// Where it may be told again, though not everybody may be served with it here.
    #[serde(default)]
    pub may_be_told_in: Vec<MayBeTold>,
}

/// A place where a text that is kept back may be told again, and who said so.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MayBeTold {
    /// The list or block, a point, and the `id`, `head`, `adult` or `child` of the entry:
    /// `analysis.harm`, `programme.account`.
    #[schemars(extend("x-concord" = form(Door::Office)))]
    pub place: Line,
    /// Why it may.
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Office)))]
    pub reason: Line,
    /// Who decided it.
    #[schemars(extend("x-concord" = reference(PROFESSIONAL, Door::Office)))]
    pub decided_by: Id,
    /// When.
    pub decided_on: Date,
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
    /// Every text there is, in the order of the file's own language, English, Welsh: the key
    /// it stands under where it is a block's, its language in a file of this one, its words.
    pub fn versions(&self, file: WrittenLanguage) -> Vec<Version<'_>> {
        let words = match self {
            Narrative::Plain(words) => vec![(None, file, Some(words))],
            Narrative::Block(block) => vec![
                (Some("text"), file, block.text.as_ref()),
                (Some("en"), WrittenLanguage::En, block.en.as_ref()),
                (Some("cy"), WrittenLanguage::Cy, block.cy.as_ref()),
            ],
        };
        let written = words.into_iter().filter_map(|(key, language, words)| {
            Some(Version {
                key,
                language,
                words: words?,
            })
        });
        written.collect()
    }

    /// Every text there is.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let versions = self.versions(WrittenLanguage::En).into_iter();
        versions.map(|version| version.words.as_str())
    }

    /// The block, where it is one.
    pub fn block(&self) -> Option<&TextBlock> {
        match self {
            Narrative::Plain(_) => None,
            Narrative::Block(block) => Some(block),
        }
    }

    /// Who may be served with it, where the text itself says so.
    pub fn vis(&self) -> Option<Visibility> {
        self.block()?.vis
    }

    /// The people it may be served on, where `vis` is `served_to`.
    pub fn served_to(&self) -> &[Id] {
        self.block().map_or(&[], |block| &block.served_to)
    }
}

/// A text in one of its languages.
#[derive(Clone, Copy, Debug)]
pub struct Version<'a> {
    /// The field of the block that holds it; none of a plain text.
    pub key: Option<&'static str>,
    /// Its language.
    pub language: WrittenLanguage,
    /// The words.
    pub words: &'a Prose,
}

impl Version<'_> {
    /// Where it stands, in a text that stands here.
    pub fn at(&self, text: &Pointer) -> Pointer {
        self.key.map_or_else(|| text.clone(), |key| text.key(key))
    }
}

/// Told apart by the YAML itself: a text is plain, a block names its languages.
impl<'de> Deserialize<'de> for Narrative {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextOrBlock;
        impl<'de> serde::de::Visitor<'de> for TextOrBlock {
            type Value = Narrative;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a text, or a block with `text`, or with `en` and `cy`")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Narrative, E> {
                text.parse().map(Narrative::Plain).map_err(E::custom)
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                map: A,
            ) -> Result<Narrative, A::Error> {
                let block = serde::de::value::MapAccessDeserializer::new(map);
                TextBlock::deserialize(block).map(|block| Narrative::Block(Box::new(block)))
            }
        }
        deserializer.deserialize_any(TextOrBlock)
    }
}
