//! How documents name people and places, and how old a child is.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::form::{Date, Id};
use crate::case::person::{Address, Adult, Child, ProfessionalRole};
use crate::case::place::{Place as CasePlace, PlaceKind};
use crate::diagnostics::Pointer;
use crate::language::Language;

use crate::view::draft::Draft;
use crate::view::words::Words;

/// A place as a document may name it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Place {
    /// The place in the case file.
    pub at: Pointer,
    /// What it is, for the words that stand in where there is no name.
    pub kind: PlaceKind,
    /// Its name, or its public label where the name is confidential and it has one.
    pub name: Option<String>,
}

/// A professional as a document names them.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Officer {
    /// The professional in the case file.
    pub at: Pointer,
    /// The name as it is signed.
    pub name: String,
    /// What the person is in the case.
    pub role: ProfessionalRole,
    /// The office, firm or provider.
    pub office: String,
    /// Qualifications and registration.
    pub qualification: Option<Words>,
}

/// The lines of an address, the postcode last.
pub(crate) fn address_lines(address: &Address) -> Vec<String> {
    let postcode = address.postcode.iter().map(ToString::to_string);
    let lines = address.lines.iter().map(ToString::to_string);
    lines.chain(postcode).collect()
}

/// Completed years on a day; a child not yet born has none.
pub(crate) fn age_on(child: &Child, day: Date) -> u32 {
    child.age_on(day).unwrap_or(0)
}

impl Draft<'_> {
    /// What anybody is called in a sentence. `at` is where the reference stands.
    pub(crate) fn name(&self, id: &Id, at: Pointer) -> String {
        let child = || self.case.child(id).map(|child| child.called().to_owned());
        let adult = || self.case.adult(id).map(Adult::called_with_surname);
        let officer = || {
            self.case
                .professional(id)
                .map(|person| person.name.to_string())
        };
        let named = child().or_else(adult).or_else(officer);
        self.found(named, at).unwrap_or_default()
    }

    pub(crate) fn names(&self, ids: &[Id], at: Pointer) -> Vec<String> {
        ids.iter().map(|id| self.name(id, at.clone())).collect()
    }

    /// The children an arrangement or recommendation is for; all, where it names none.
    pub(crate) fn children_of(&self, named: &[Id]) -> Vec<String> {
        self.case
            .children_of(named)
            .map(|child| child.called().to_owned())
            .collect()
    }

    /// Whether the children named are all there are.
    pub(crate) fn is_all_children(&self, named: &[Id]) -> bool {
        self.case.children_of(named).count() == self.case.people.children.len()
    }

    /// The name of a place as a sentence has it: in Welsh with its preposition, where the
    /// case says so (R77).
    pub(crate) fn place_in_words(&self, place: &CasePlace) -> String {
        let mutated = match self.request.language {
            Language::En => None,
            Language::Cy => place.locative_cy.as_ref(),
        };
        mutated.unwrap_or(&place.name).to_string()
    }

    pub(crate) fn place_named(&self, id: &Id, at: Pointer) -> Option<Place> {
        let place = self.found(self.case.place(id), at)?;
        let index = self.case.places.iter().position(|other| other.id == *id)?;
        let shown = match place.confidential {
            true => place.public_label.as_ref().map(ToString::to_string),
            false => Some(self.place_in_words(place)),
        };
        Some(Place {
            at: Pointer::root().key("places").item(index),
            kind: place.kind,
            name: shown,
        })
    }

    pub(crate) fn officer(&self, id: &Id, at: Pointer) -> Option<Officer> {
        let person = self.found(self.case.professional(id), at)?;
        let professionals = &self.case.people.professionals;
        let index = professionals.iter().position(|other| other.id == *id)?;
        let noun = Pointer::root()
            .key("people")
            .key("professionals")
            .item(index);
        let qualification = person.qualification.as_ref();
        Some(Officer {
            qualification: self.optional_text(qualification, noun.key("qualification")),
            at: noun,
            name: person.name.to_string(),
            role: person.role,
            office: person.office.to_string(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;

    #[test]
    fn a_birthday_is_the_day_a_child_grows_older() {
        let date = |text: &str| text.parse::<Date>().expect("a date");
        let age_on = |born, day| {
            let mut child = crate::view::sample::case().people.children.remove(0);
            child.dob = born;
            age_on(&child, day)
        };
        let born = date("2015-05-23");
        assert_eq!(age_on(born, date("2026-05-22")), 10);
        assert_eq!(age_on(born, date("2026-05-23")), 11);
        assert_eq!(age_on(date("2016-02-29"), date("2026-02-28")), 9);
        assert_eq!(age_on(date("2016-02-29"), date("2026-03-01")), 10);
        assert_eq!(age_on(date("2026-03-01"), date("2026-02-01")), 0);
    }

    #[test]
    fn a_place_is_named_in_welsh_as_the_case_says() {
        let mut case = crate::view::sample::case();
        case.places[0].locative_cy = Some("yn y lle".parse().expect("a line"));
        let id = case.places[0].id.clone();
        let named = |case: &Case, language| {
            let mut draft = crate::view::sample::draft(case);
            draft.request.language = language;
            draft
                .place_named(&id, Pointer::root())
                .and_then(|place| place.name)
        };
        let english = Some(case.places[0].name.to_string());
        assert_eq!(named(&case, Language::En), english);
        assert_eq!(named(&case, Language::Cy).as_deref(), Some("yn y lle"));
        case.places[0].locative_cy = None;
        assert_eq!(named(&case, Language::Cy), english);
    }

    #[test]
    fn a_confidential_place_goes_by_its_label_or_by_no_name() {
        let mut case = crate::view::sample::case();
        case.places[0].confidential = true;
        case.places[0].public_label = None;
        let id = case.places[0].id.clone();
        let unlabelled = crate::view::sample::draft(&case).place_named(&id, Pointer::root());
        assert_eq!(unlabelled.and_then(|place| place.name), None);
        case.places[0].public_label = Some("A place agreed".parse().expect("a line"));
        let labelled = crate::view::sample::draft(&case).place_named(&id, Pointer::root());
        let name = labelled.and_then(|place| place.name);
        assert_eq!(name.as_deref(), Some("A place agreed"));
    }
}
