//! Free text in the language that somebody wrote it in.
//!
//! Nobody's words are translated here. A document in the other language prints the
//! original once, marked as what it is; a template hands it on whole.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::document::{DocumentStatus, WrittenLanguage};
use crate::case::form::{Line, Prose};
use crate::case::narrative::Narrative;
use crate::diagnostics::Pointer;
use crate::diagnostics::code;

use super::draft::Draft;

/// Free text, for `{{paragraphs}}`.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("format" = "words"))]
pub(super) struct Words {
    /// The text.
    pub text: String,
    /// ISO 639 code of the language it is in.
    pub language: String,
    /// Whether the document is in another language.
    pub foreign: bool,
}

impl Draft<'_> {
    /// A text in the language of the document, or else as it was written.
    ///
    /// A final document prints no original in place of a translation: the gap is found.
    pub(super) fn text(&self, narrative: &Narrative, at: Pointer) -> Words {
        let both = |language| match (narrative, language) {
            (Narrative::Plain(text), _) => {
                Some(text).filter(|_| self.served.document().language == language)
            }
            (Narrative::Translated(both), WrittenLanguage::En) => both.en.as_ref(),
            (Narrative::Translated(both), WrittenLanguage::Cy) => both.cy.as_ref(),
        };
        let asked = self.language.code();
        let mut written = [WrittenLanguage::En, WrittenLanguage::Cy]
            .into_iter()
            .filter_map(|language| both(language).map(|text| (text, language)))
            .collect::<Vec<_>>();
        written.sort_by_key(|(_, language)| code_of(*language) != asked);
        match written.first() {
            Some((text, language)) => {
                let words = self.in_language(text, *language);
                if words.foreign && self.served.document().status != DocumentStatus::Draft {
                    self.untranslated(at);
                }
                words
            }
            None => self.untranslated(at),
        }
    }

    /// [`Self::text`], where there may be none at all.
    pub(super) fn optional_text(
        &self,
        narrative: Option<&Narrative>,
        at: Pointer,
    ) -> Option<Words> {
        narrative.map(|narrative| self.text(narrative, at))
    }

    /// Somebody's very words, which stay in the language of the file in any document.
    pub(super) fn own_words(&self, text: &Prose) -> Words {
        self.in_language(text, self.served.document().language)
    }

    /// A line of the file as it stands there, in any document.
    pub(super) fn line(&self, line: &Line) -> String {
        if code_of(self.served.document().language) != self.language.code() {
            self.original(line.as_str());
        }
        line.to_string()
    }

    fn in_language(&self, text: &Prose, language: WrittenLanguage) -> Words {
        let language = code_of(language);
        let foreign = language != self.language.code();
        if foreign {
            self.original(text.as_str());
        }
        Words {
            text: text.to_string(),
            language: language.to_owned(),
            foreign,
        }
    }

    fn untranslated(&self, at: Pointer) -> Words {
        self.missing(
            &code::view::NO_TEXT,
            at,
            "the text is not there in the language of the document",
            "write the text in both languages, as `en` and `cy`; a draft prints the original, \
             marked as such",
        );
        Words {
            text: String::new(),
            language: self.language.code().to_owned(),
            foreign: false,
        }
    }
}

fn code_of(language: WrittenLanguage) -> &'static str {
    match language {
        WrittenLanguage::En => "en",
        WrittenLanguage::Cy => "cy",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    #[test]
    fn an_original_is_marked_in_a_draft_and_refused_in_a_final_document() {
        let mut case = sample::case();
        case.document.language = WrittenLanguage::Cy;
        let text = case.arrangements[0].text.clone();
        for (status, refused) in [
            (DocumentStatus::Draft, false),
            (DocumentStatus::Final, true),
            (DocumentStatus::Filed, true),
        ] {
            case.document.status = status;
            let draft = sample::draft(&case);
            let words = draft.text(
                &text,
                Pointer::root().key("arrangements").key("0").key("text"),
            );
            assert!(words.foreign && words.language == "cy");
            assert_eq!(draft.finish().is_err(), refused);
        }
    }

    #[test]
    fn the_language_of_the_document_comes_first() {
        let case = sample::case();
        let both = "{en: a plan, cy: cynllun}";
        let text: Narrative = serde_yaml::from_str(both).expect("a narrative");
        let draft = sample::draft(&case);
        let words = draft.text(&text, Pointer::root().key("x"));
        assert_eq!((words.text.as_str(), words.foreign), ("a plan", false));
    }
}
