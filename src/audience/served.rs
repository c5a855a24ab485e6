//! The one door: a case in the office that prepares the documents, and what one reader is
//! served of it.

use std::cell::OnceCell;

use super::copy::{DocumentCopy, Reader};
use super::why::Why;
use crate::case::Case;
use crate::case::form::Id;
use crate::case::programme::ProgrammeKind;
use crate::case::visibility::Visibility;

/// The office that prepares the documents. It holds the whole case, and hands out none of it
/// but to a reader.
#[derive(Clone, Copy, Debug)]
pub struct Office<'a>(&'a Case);

impl<'a> Office<'a> {
    /// The office with this case.
    pub fn of(case: &'a Case) -> Self {
        Office(case)
    }

    /// The programme of the family, by which documents are chosen.
    pub(crate) fn programme_kind(self) -> ProgrammeKind {
        self.0.programme.kind
    }

    /// A copy for each adult, in the order of the file.
    pub(crate) fn copies_for_adults(self) -> Vec<DocumentCopy> {
        let adults = self.0.people.adults.iter();
        adults
            .map(|adult| DocumentCopy::of(Reader::Party(adult.id.clone())))
            .collect()
    }

    /// A copy for each party, in the order of the file.
    pub(crate) fn copies_for_parties(self) -> Vec<DocumentCopy> {
        let parties = self.0.parties();
        parties
            .map(|adult| DocumentCopy::of(Reader::Party(adult.id.clone())))
            .collect()
    }

    /// A copy for each child, in the order of the file.
    pub(crate) fn copies_for_children(self) -> Vec<DocumentCopy> {
        let children = self.0.people.children.iter();
        children
            .map(|child| DocumentCopy::of(Reader::Child(child.id.clone())))
            .collect()
    }

    /// Everybody for whom a copy can be.
    pub fn readers(self) -> Vec<Reader> {
        let of_family = self.copies_for_adults().into_iter();
        let of_family = of_family.chain(self.copies_for_children());
        let runs = |id: &Id| self.0.course.iter().any(|record| record.provider == *id);
        let professionals = self.0.people.professionals.iter();
        let providers = professionals.filter(|one| runs(&one.id));
        let providers = providers.map(|one| Reader::Provider(one.id.clone()));
        let of_family = of_family.map(|copy| copy.reader);
        [Reader::Court]
            .into_iter()
            .chain(of_family)
            .chain(providers)
            .collect()
    }

    /// What the reader of a copy is served.
    pub fn serves(self, copy: &DocumentCopy) -> Served<'a> {
        Served {
            case: self.0,
            copy: copy.clone(),
            relied_on: OnceCell::new(),
        }
    }
}

/// What one reader may see of a case. It hands out nothing else: each piece with its place,
/// and marked where not all parties may be served with it.
#[derive(Clone, Debug)]
pub struct Served<'a> {
    pub(super) case: &'a Case,
    pub(super) copy: DocumentCopy,
    /// The case as far as the reader may rely on its schedules, once it was asked for.
    pub(super) relied_on: OnceCell<Case>,
}

impl Served<'_> {
    /// The copy that its reader reads.
    pub fn copy(&self) -> &DocumentCopy {
        &self.copy
    }

    /// Whom the copy is about, for a document that has one for each person.
    pub(crate) fn person(&self) -> &Id {
        let person = self.copy.person();
        person.expect("every copy of the document is about somebody")
    }

    pub(crate) fn is_court(&self) -> bool {
        self.copy.reader == Reader::Court
    }

    /// Why its reader may not be served with what is marked so. `served_to` serves whom it
    /// names, and a child or a provider is no party.
    pub(super) fn why_not(&self, vis: Option<Visibility>, served_to: &[Id]) -> Option<Why> {
        let is_served = match (&self.copy.reader, vis) {
            (Reader::Court, _) | (_, None) => true,
            (_, Some(Visibility::CourtOnly)) => return Some(Why::CourtAlone),
            (reader, Some(Visibility::ServedAll)) => !matches!(reader, Reader::Provider(_)),
            (reader, Some(Visibility::ServedTo)) => {
                reader.person().is_some_and(|id| served_to.contains(id))
            }
        };
        (!is_served).then_some(Why::ServedOnOthers)
    }

    /// Why its reader does not get what only the papers of the court tell, and the copies of
    /// them that parties are served with.
    pub(super) fn why_not_court_papers(&self) -> Option<Why> {
        let reads = matches!(self.copy.reader, Reader::Court | Reader::Party(_));
        (!reads).then_some(Why::CourtPapers)
    }

    /// Whether its reader is this child.
    pub(super) fn is_for_child(&self, child: &Id) -> bool {
        self.copy.reader.child() == Some(child)
    }

    /// Whether its reader is this party.
    pub(super) fn is_own(&self, adult: &Id) -> bool {
        matches!(&self.copy.reader, Reader::Party(reader) if reader == adult)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::sample;

    #[test]
    fn whoever_is_named_is_served_and_nobody_else() {
        let case = sample::case();
        let both: Vec<Id> = case.parties().map(|party| party.id.clone()).collect();
        let to = Some(Visibility::ServedTo);
        let serves = |reader| Office::of(&case).serves(&DocumentCopy::of(reader));
        let own = serves(Reader::Party(both[0].clone()));
        assert_eq!(own.why_not(to, &both[..1]), None);
        assert_eq!(own.why_not(to, &both[1..]), Some(Why::ServedOnOthers));
        let child = case.people.children[0].id.clone();
        let provider = case.people.professionals[0].id.clone();
        for reader in [Reader::Child(child), Reader::Provider(provider)] {
            let named = reader.person().cloned().expect("somebody");
            let served = serves(reader);
            assert_eq!(served.why_not(to, &both), Some(Why::ServedOnOthers));
            assert_eq!(served.why_not(to, &[named]), None);
            let court_only = served.why_not(Some(Visibility::CourtOnly), &both);
            assert_eq!(court_only, Some(Why::CourtAlone));
        }
        let provider = serves(Reader::Provider(case.people.professionals[0].id.clone()));
        let all = provider.why_not(Some(Visibility::ServedAll), &[]);
        assert_eq!(
            (all, provider.why_not(None, &[])),
            (Some(Why::ServedOnOthers), None)
        );
    }
}
