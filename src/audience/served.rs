//! The one door: a case in the office that prepares the documents, and what one reader is
//! served of it.

use std::cell::OnceCell;

use super::copy::{Audience, DocumentCopy};
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
    pub(crate) fn copies_for_adults(self, audience: Audience) -> Vec<DocumentCopy> {
        let adults = self.0.people.adults.iter();
        adults
            .map(|adult| DocumentCopy::for_person(audience, &adult.id))
            .collect()
    }

    /// A copy for each child, in the order of the file.
    pub(crate) fn copies_for_children(self, audience: Audience) -> Vec<DocumentCopy> {
        let children = self.0.people.children.iter();
        children
            .map(|child| DocumentCopy::for_person(audience, &child.id))
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

    /// Whose copy it is, for a document that has one for each person.
    pub(crate) fn person(&self) -> &Id {
        let person = self.copy.person.as_ref();
        person.expect("every copy of the document is somebody's")
    }

    pub(crate) fn is_court(&self) -> bool {
        self.copy.audience == Audience::Court
    }

    /// Why its reader may not be served with what is marked so. All parties together read
    /// what each of them may; a child reads no more than they.
    pub(super) fn why_not(&self, vis: Option<Visibility>, served_to: &[Id]) -> Option<Why> {
        let is_served = match (self.copy.audience, vis) {
            (Audience::Court, _) | (_, None | Some(Visibility::ServedAll)) => true,
            (_, Some(Visibility::CourtOnly)) => return Some(Why::CourtAlone),
            (Audience::Party, Some(Visibility::ServedTo)) => {
                let reader = self.copy.person.as_ref();
                reader.is_some_and(|reader| served_to.contains(reader))
            }
            (Audience::Parties | Audience::Child, Some(Visibility::ServedTo)) => self
                .case
                .parties()
                .all(|party| served_to.contains(&party.id)),
        };
        (!is_served).then_some(Why::ServedOnOthers)
    }

    /// Why its reader does not get what only the papers for the court tell.
    pub(super) fn why_not_court(&self) -> Option<Why> {
        (!self.is_court()).then_some(Why::CourtPapers)
    }

    /// Whether its reader is this party, and no other reads the copy.
    pub(super) fn is_own(&self, adult: &Id) -> bool {
        self.copy.audience == Audience::Party && self.copy.person.as_ref() == Some(adult)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::sample;

    #[test]
    fn what_each_party_may_read_all_may_read_together() {
        let case = sample::case();
        let both: Vec<Id> = case.parties().map(|party| party.id.clone()).collect();
        let to = Some(Visibility::ServedTo);
        for audience in [Audience::Parties, Audience::Child] {
            let served = Office::of(&case).serves(&DocumentCopy::of(audience));
            assert_eq!(served.why_not(to, &both), None);
            assert_eq!(served.why_not(to, &both[..1]), Some(Why::ServedOnOthers));
            let court_only = served.why_not(Some(Visibility::CourtOnly), &both);
            assert_eq!(court_only, Some(Why::CourtAlone));
        }
        let own = DocumentCopy::for_person(Audience::Party, &both[0]);
        let own = Office::of(&case).serves(&own);
        assert_eq!(own.why_not(to, &both[..1]), None);
        assert_eq!(own.why_not(to, &both[1..]), Some(Why::ServedOnOthers));
    }
}
