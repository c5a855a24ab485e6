//! Free text in the language that somebody wrote it in.
//!
//! Nobody's words are translated here. A document in the other language prints the
//! original once, marked as what it is; a template hands it on whole.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::document::{DocumentStatus, WrittenLanguage};
use crate::case::form::{Id, Line, Prose};
use crate::case::narrative::Narrative;
use crate::diagnostics::Pointer;
use crate::diagnostics::code;
use crate::language::Language;

use super::draft::Draft;
use super::restriction::Restriction;
use crate::audience::Piece;

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
    /// Names in it that the case has in another language alone.
    pub names_as_written: Vec<NameAsWritten>,
    /// Who may be served with it, where not all parties: `{{paragraphs}}` prints it.
    pub restriction: Option<Restriction>,
}

/// A name in the language it was written in.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(super) struct NameAsWritten {
    /// The name.
    pub name: String,
    /// ISO 639 code of its language.
    pub language: String,
}

impl NameAsWritten {
    /// Of a name that stands among words of the document, where it is in another language.
    pub(super) fn of(name: Words) -> Option<Self> {
        name.foreign.then_some(NameAsWritten {
            name: name.text,
            language: name.language,
        })
    }
}

impl Draft<'_> {
    /// The text that an entry is, which is handed out to whoever may see it: in the language
    /// of the document, or else as it was written.
    ///
    /// A final document prints no original in place of a translation: the gap is found.
    pub(super) fn text<T>(
        &self,
        entry: &Piece<'_, T>,
        field: &'static str,
        text: &Narrative,
    ) -> Words {
        let words = self.words(text, entry.at.key(field), entry.only.as_deref());
        words.expect("an entry is handed out with its text")
    }

    /// [`Self::text`], where there may be none, or none for the reader; `within` says who
    /// alone may be served with what it belongs to, where not all parties.
    pub(super) fn optional_text(
        &self,
        text: Option<&Narrative>,
        at: Pointer,
        within: Option<&[Id]>,
    ) -> Option<Words> {
        self.words(text?, at, within)
    }

    fn words(&self, text: &Narrative, at: Pointer, within: Option<&[Id]>) -> Option<Words> {
        let asked = self.language.code();
        let mut written = self.served.versions(text)?;
        written.sort_by_key(|version| code_of(version.language) != asked);
        let mut words = match written.first() {
            Some(version) => {
                let words = self.in_language(version.words.as_str(), version.language);
                if words.foreign && self.served.document().status != DocumentStatus::Draft {
                    self.untranslated(at.clone());
                }
                words
            }
            None => self.untranslated(at.clone()),
        };
        words.restriction = self.restriction(self.served.only(text, within), at);
        Some(words)
    }

    /// Somebody's very words, which stay in the language of the file in any document.
    pub(super) fn own_words(&self, text: &Prose) -> Words {
        self.in_language(text.as_str(), self.served.document().language)
    }

    /// A name or label, in Welsh by the form beside it. `field` is where it stands in the
    /// block at `of`, and the Welsh form stands in `<field>_cy`.
    pub(super) fn label(
        &self,
        (name, welsh): (&Line, Option<&Line>),
        of: &Pointer,
        field: &'static str,
    ) -> Words {
        let own = match welsh {
            Some(_) => WrittenLanguage::En,
            None => self.served.document().language,
        };
        let (name, language) = match (self.language, welsh) {
            (Language::Cy, Some(welsh)) => (welsh, WrittenLanguage::Cy),
            _ => (name, own),
        };
        let label = self.in_language(name.as_str(), language);
        if label.foreign && self.served.document().status != DocumentStatus::Draft {
            self.missing(
                &code::view::NO_TEXT,
                of.key(field),
                &format!("`{field}` is not there in the language of the document"),
                &format!(
                    "write it in Welsh under `{field}_cy`, and in English under `{field}`; a draft \
                     prints the original, marked as such"
                ),
            );
        }
        label
    }

    /// Entries that the reader may see of a list of texts.
    pub(super) fn texts(
        &self,
        texts: &[Narrative],
        list: Pointer,
        within: Option<&[Id]>,
    ) -> Vec<Words> {
        let numbered = texts.iter().enumerate();
        let told = numbered.filter_map(|(index, text)| self.words(text, list.item(index), within));
        told.collect()
    }

    /// Words that the program puts together, in the language of the document.
    pub(super) fn composed(&self, text: String) -> Words {
        Words {
            text,
            language: self.language.code().to_owned(),
            foreign: false,
            names_as_written: Vec::new(),
            restriction: None,
        }
    }

    fn in_language(&self, text: &str, language: WrittenLanguage) -> Words {
        let language = code_of(language);
        let foreign = language != self.language.code();
        if foreign {
            self.original(text);
        }
        Words {
            text: text.to_string(),
            language: language.to_owned(),
            foreign,
            names_as_written: Vec::new(),
            restriction: None,
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
            names_as_written: Vec::new(),
            restriction: None,
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
        let at = Pointer::root().key("arrangements").item(0).key("text");
        for (status, refused) in [
            (DocumentStatus::Draft, false),
            (DocumentStatus::Final, true),
            (DocumentStatus::Filed, true),
        ] {
            case.document.status = status;
            let draft = sample::draft(&case);
            let words = draft.optional_text(Some(&text), at.clone(), None);
            let words = words.expect("it is open to all");
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
        let words = draft.optional_text(Some(&text), Pointer::root().key("x"), None);
        let words = words.expect("it is open to all");
        assert_eq!((words.text.as_str(), words.foreign), ("a plan", false));
    }

    #[test]
    fn a_text_that_not_everybody_may_read_is_marked_for_the_court_and_for_others_not_there() {
        let case = sample::case();
        let mother = "{text: a plan, vis: served_to, served_to: [mother]}";
        let text: Narrative = serde_yaml::from_str(mother).expect("a narrative");
        let told = |draft: Draft<'_>, within: Option<&[Id]>| {
            let words = draft.optional_text(Some(&text), Pointer::root().key("x"), within);
            words.map(|words| words.restriction.map(|mark| mark.served_to))
        };
        let [father, mother] = [0, 1].map(|index| sample::draft_for_party(&case, index));
        let name = case.people.adults[1].called_with_surname();
        assert_eq!(told(sample::draft(&case), None), Some(Some(vec![name])));
        let nobody = Some([].as_slice());
        assert_eq!(told(sample::draft(&case), nobody), Some(Some(vec![])));
        assert_eq!(told(mother, None), Some(None));
        assert_eq!(told(father, None), None);
    }
}
