//! The documents there are: the program's own, and those that a firm declares beside them.

use super::document::{Declaration, Document};
use super::kind::ViewKind;

/// The documents that can be asked for, each under an id of its own, in the order in which
/// they are listed and built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Documents(Vec<Document>);

impl Documents {
    /// Those of the program, one for each kind of view.
    pub fn builtin() -> Self {
        Documents(ViewKind::ALL.map(Document::builtin).into())
    }

    /// These and one more, after them; a declaration under an id that is there already
    /// takes the place of the other.
    #[must_use]
    pub fn with(mut self, declaration: Declaration) -> Self {
        let document = Document::declared(declaration);
        match self.0.iter_mut().find(|known| **known == document) {
            Some(known) => *known = document,
            None => self.0.push(document),
        }
        self
    }

    /// Each of them.
    pub fn iter(&self) -> std::slice::Iter<'_, Document> {
        self.0.iter()
    }

    /// The document of this id, if there is one.
    pub fn named(&self, id: &str) -> Option<&Document> {
        self.iter().find(|document| document.id() == id)
    }
}

impl<'a> IntoIterator for &'a Documents {
    type Item = &'a Document;
    type IntoIter = std::slice::Iter<'a, Document>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(id: &str) -> Declaration {
        Declaration {
            id: id.to_owned(),
            summary: "our own".to_owned(),
            ..Declaration::builtin(ViewKind::CourtReport)
        }
    }

    #[test]
    fn documents_are_found_by_the_ids_they_give() {
        let documents = Documents::builtin();
        for document in &documents {
            assert_eq!(documents.named(document.id()), Some(document));
        }
        assert_eq!(documents.named("court_report"), None);
    }

    #[test]
    fn a_document_of_a_firm_comes_after_ours() {
        let documents = Documents::builtin().with(ours("our-report"));
        assert_eq!(documents.iter().count(), ViewKind::ALL.len() + 1);
        let last = documents.iter().last().map(Document::id);
        assert_eq!(last, Some("our-report"));
    }

    #[test]
    fn a_declaration_under_a_known_id_takes_its_place() {
        let documents = Documents::builtin().with(ours("court-report"));
        assert_eq!(documents.iter().count(), ViewKind::ALL.len());
        let first = documents.iter().next().map(Document::summary);
        assert_eq!(first, Some("our own"));
    }
}
