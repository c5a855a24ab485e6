//! From a request to the view that answers it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::draft::Draft;
use super::picture::Picture;
use super::pointer;
use super::request::Request;
use crate::audience::Office;
use crate::diagnostics::{Pointer, Unplaced};
use crate::language::Locale;

/// What a template may see of a case.
///
/// Every key is always there; what the case does not say is `null`. A struct that comes
/// from a noun of the case carries `at`, the JSON pointer of that noun in the case file.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    request: Request,
    originals: Vec<String>,
    tree: Value,
    pictures: Vec<Picture>,
    phrases: BTreeSet<String>,
}

/// Builds the view of a case that answers a request, in the words of its language.
///
/// # Errors
/// The document does not apply to the case (`V01`), or the case lacks what it must print:
/// a text in the language asked for (`V02`), somebody or something it refers to (`V03`). Or
/// the locale lacks a phrase in which times are told (`T18`).
pub fn build(office: Office<'_>, request: Request, locale: &Locale) -> Result<View, Vec<Unplaced>> {
    let document = &request.document;
    let copies = document.copies(office);
    copies.map_err(|why| vec![why.refusal_of(document.id())])?;
    let served = office.serves(&request.copy);
    let draft = Draft::new(served, locale);
    let tree = (document.entry().content)(&draft);
    let notes = draft.finish()?;
    Ok(View {
        request,
        originals: notes.originals,
        tree,
        pictures: notes.pictures,
        phrases: notes.phrases,
    })
}

impl View {
    /// The request it answers.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// The view as templates see it; [`Document::schema`](super::Document::schema) describes it.
    pub fn json(&self) -> &Value {
        &self.tree
    }

    /// The texts that stand in the document in another language than its own, for want of a
    /// translation or because they are somebody's very words.
    pub fn originals(&self) -> &[String] {
        &self.originals
    }

    /// The pictures it shows, which must be among the files of the document.
    pub fn pictures(&self) -> &[Picture] {
        &self.pictures
    }

    /// The phrases that its words are composed from, by their keys.
    pub fn phrases(&self) -> impl Iterator<Item = &String> {
        self.phrases.iter()
    }

    /// Where in the case file a value of the view comes from; the view's own value is a JSON
    /// pointer, as templates have it.
    ///
    /// The nearest noun above the value, and the field under it: `/agreed/3/when` may be
    /// `/arrangements/5/when`. Where the view has a field that the file has not (an age),
    /// the noun is the nearest place that exists. `None` if the view has no such value.
    pub fn case_pointer(&self, view_pointer: &str) -> Option<Pointer> {
        pointer::in_case(&self.tree, view_pointer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::catalogue::Documents;
    use crate::view::document::Document;
    use crate::view::kind::ViewKind;
    use crate::view::sample;

    fn request(document: &Document) -> Request {
        Request {
            document: document.clone(),
            ..sample::request()
        }
    }

    #[test]
    fn every_document_of_the_samples_fits_its_own_schema() {
        let samples = [sample::case_of_everything(), sample::course()];
        for document in &Documents::builtin() {
            let mut having = samples
                .iter()
                .filter(|case| document.copies(Office::of(case)).is_ok());
            let case = having.next().expect("one of the samples has it");
            let copies = document.copies(Office::of(case)).expect("this one has it");
            let asked = Request {
                copy: copies[0].clone(),
                ..request(document)
            };
            let view = build(Office::of(case), asked, sample::locale()).expect("it is complete");
            let schema = document.schema();
            let keys = |value: &Value| value.as_object().map(|o| o.keys().cloned().collect());
            let declared: Option<Vec<String>> = schema.get("properties").and_then(keys);
            assert_eq!(keys(view.json()), declared, "{}", document.id());
        }
    }

    #[test]
    fn a_document_that_does_not_apply_is_refused_with_its_reason() {
        let mut case = sample::case();
        case.arrangements.clear();
        let refused = build(
            Office::of(&case),
            request(&Document::builtin(ViewKind::AgreedArrangements)),
            sample::locale(),
        );
        let gaps = refused.expect_err("there is nothing to record");
        assert_eq!(gaps[0].finding.code.id, "V01");
        assert!(
            build(
                Office::of(&case),
                request(&Document::builtin(ViewKind::CourtReport)),
                sample::locale()
            )
            .is_ok()
        );
    }

    #[test]
    fn somebody_the_case_does_not_name_is_a_finding() {
        let mut case = sample::case();
        case.programme.sessions[0].with[0] = "nobody".parse().expect("an id");
        let refused = build(
            Office::of(&case),
            request(&Document::builtin(ViewKind::CourtReport)),
            sample::locale(),
        );
        let gaps = refused.expect_err("there is no such person");
        assert_eq!(gaps[0].finding.code.id, "V03");
        assert_eq!(gaps[0].at.to_string(), "/programme/sessions/0/with");
    }
}
