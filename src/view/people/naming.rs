//! How documents name people and places, and how old a child is.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::calendar::Holiday;
use crate::case::form::{Date, Id};
use crate::case::person::{Address, Adult, Child, ProfessionalRole, Relationship};
use crate::case::place::PlaceKind;
use crate::case::recurrence::{Schedule, SpecialDay};
use crate::diagnostics::Pointer;

use crate::audience::{Piece, PlaceFacts};
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
    pub name: Option<Words>,
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

/// How old a child is.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Age {
    /// Completed years.
    pub age: u32,
    /// Completed months, of a child below two.
    pub months: Option<u32>,
}

/// Below this age in months a child's age is told in months.
const TOLD_IN_YEARS: u32 = 24;

impl Age {
    /// On a day; a child not yet born has none.
    pub(crate) fn on(child: &Child, day: Date) -> Self {
        let months = child.months_on(day).unwrap_or(0);
        Age {
            age: child.age_on(day).unwrap_or(0),
            months: (months < TOLD_IN_YEARS).then_some(months),
        }
    }
}

impl Draft<'_> {
    /// What anybody is called in a sentence. `at` is where the reference stands.
    pub(crate) fn name(&self, id: &Id, at: Pointer) -> String {
        let served = &self.served;
        let child = || served.child(id).map(|child| child.called().to_owned());
        let adult = || served.adult(id).map(|adult| adult.called_with_surname());
        let officer = || {
            served
                .professional(id)
                .map(|person| person.name.to_string())
        };
        let named = child().or_else(adult).or_else(officer);
        self.found(named, at).unwrap_or_default()
    }

    /// What an adult is called in a child's own copy, where that is not the name: by the word
    /// that the case gives, or, of an only mother or father, by that of the language.
    pub(crate) fn childs_word(&self, adult: &Piece<'_, Adult>) -> Option<String> {
        let served = &self.served;
        let child = served.reading_child()?;
        if let Some(word) = served.childs_word(adult) {
            return Some(word.to_string());
        }
        let is = |adult: &Adult| adult.relationship.get(&child.id).copied();
        let relationship = is(adult)?;
        let key = match relationship {
            Relationship::Mother => "childs-name.mother",
            Relationship::Father => "childs-name.father",
            _ => return None,
        };
        let alike = served.adults().filter(|one| is(one) == Some(relationship));
        self.asked(key);
        let word = self.locale.phrase(key).filter(|_| alike.count() == 1);
        word.map(|word| word.text().to_owned())
    }

    pub(crate) fn names(&self, ids: &[Id], at: Pointer) -> Vec<String> {
        ids.iter().map(|id| self.name(id, at.clone())).collect()
    }

    /// The children an arrangement or recommendation is for; all, where it names none.
    pub(crate) fn children_of(&self, named: &[Id]) -> Vec<String> {
        let children = self.served.children_of(named);
        children.map(|child| child.called().to_owned()).collect()
    }

    /// Whether the children named are all there are.
    pub(crate) fn is_all_children(&self, named: &[Id]) -> bool {
        self.served.children_of(named).count() == self.served.children().count()
    }

    /// A place by the name that it has in the language of the document (R77).
    pub(crate) fn place(&self, place: PlaceFacts<'_>) -> Place {
        let label = |(name, welsh)| self.label((name, welsh), &place.at, place.field);
        Place {
            name: self.childs_home(&place).or_else(|| place.name.map(label)),
            at: place.at,
            kind: place.kind,
        }
    }

    /// Somebody's home by the word that the child who reads has for that person; where there is none,
    /// the home has the name that the case gives it.
    fn childs_home(&self, place: &PlaceFacts<'_>) -> Option<Words> {
        self.served.reading_child()?;
        let adult = self.served.adult(place.named_home()?)?;
        let name = self.childs_word(&adult)?;
        let key = "childs-home";
        self.asked(key);
        let home = self.locale.phrase(key)?.fill(&[("name", &name)]).ok()?;
        Some(self.composed(home))
    }

    /// The place of this id, as far as a reader may know it.
    pub(crate) fn place_named(&self, id: &Id, at: Pointer) -> Option<Place> {
        let place = self.found(self.served.place(id), at)?;
        Some(self.place(place))
    }

    /// What a school holiday is called in the language of the document.
    pub(crate) fn holiday(&self, holiday: &Piece<'_, Holiday>) -> Words {
        self.label(
            (&holiday.name, holiday.name_cy.as_ref()),
            &holiday.at,
            "name",
        )
    }

    /// What a day of a family’s own is called in the language of the document, where a
    /// schedule tells of one; `at` is where the schedule stands.
    pub(crate) fn own_day(&self, schedule: &Schedule, at: &Pointer) -> Option<Words> {
        match schedule {
            Schedule::Special {
                day: SpecialDay::Other,
                name: Some(name),
                name_cy,
                ..
            } => Some(self.label((name, name_cy.as_ref()), at, "name")),
            _ => None,
        }
    }

    /// The professional of this id.
    pub(crate) fn officer(&self, id: &Id, at: Pointer) -> Option<Officer> {
        let person = self.found(self.served.professional(id), at)?;
        let qualification = person.qualification.as_ref();
        Some(Officer {
            qualification: self.optional_text(qualification, person.at.key("qualification"), None),
            name: person.name.to_string(),
            role: person.role,
            office: person.office.to_string(),
            at: person.at,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audience::Reader;
    use crate::case::Case;
    use crate::language::Language;

    #[test]
    fn a_birthday_is_the_day_a_child_grows_older() {
        let date = |text: &str| text.parse::<Date>().expect("a date");
        let age_on = |born, day| {
            let mut child = crate::view::sample::case().people.children.remove(0);
            child.dob = born;
            Age::on(&child, day).age
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
        let id = case.places[0].id.clone();
        case.places[0].name_cy = Some("y lle".parse().expect("a line"));
        let named = |case: &Case, language| {
            let mut draft = crate::view::sample::draft(case);
            draft.language = language;
            draft
                .place_named(&id, Pointer::root())
                .and_then(|place| place.name)
        };
        let told = |case: &Case, language| {
            let name = named(case, language).expect("it has a name");
            (name.text, name.foreign)
        };
        let english = case.places[0].name.to_string();
        assert_eq!(told(&case, Language::En), (english.clone(), false));
        assert_eq!(told(&case, Language::Cy), ("y lle".to_owned(), false));
        case.places[0].name_cy = None;
        let written = named(&case, Language::Cy).expect("it has a name");
        assert_eq!((written.text, written.foreign), (english, true));
    }

    #[test]
    fn a_home_is_called_as_the_child_who_reads_calls_who_lives_there() {
        let mut case = crate::view::sample::case();
        let id = case.places[0].id.clone();
        case.places[0].kind = PlaceKind::Home;
        case.places[0].of = Some("mother".parse().expect("an id"));
        let child = case.people.children[0].id.clone();
        let named = |case: &Case, reader| {
            let copy = crate::audience::DocumentCopy::of(reader);
            let draft = crate::view::sample::draft_of(case, copy);
            let place = draft.place_named(&id, Pointer::root());
            place.and_then(|place| place.name).map(|name| name.text)
        };
        let by_name = Some(case.places[0].name.to_string());
        let reader = Reader::Child(child);
        assert_eq!(
            named(&case, reader.clone()).as_deref(),
            Some("Mum\u{2019}s home")
        );
        assert_eq!(named(&case, Reader::Court), by_name);
        case.places[0].confidential = true;
        case.places[0].public_label = None;
        assert_eq!(named(&case, reader), None, "its name is kept back");
    }

    #[test]
    fn a_day_of_a_familys_own_is_called_as_the_language_calls_it() {
        let case = crate::view::sample::case();
        let mut draft = crate::view::sample::draft(&case);
        draft.language = Language::Cy;
        let called = |welsh: &str| {
            let text = format!(
                "{{kind: special, day: other, name: Eid, {welsh} on: 03-20, rule: {{every: father}}}}"
            );
            let schedule: Schedule = serde_yaml::from_str(&text).expect("it is a schedule");
            let name = draft.own_day(&schedule, &Pointer::root()).expect("a name");
            (name.text, name.foreign)
        };
        assert_eq!(called(""), ("Eid".to_owned(), true));
        assert_eq!(
            called("name_cy: G\u{175}yl Eid,"),
            ("G\u{175}yl Eid".to_owned(), false)
        );
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
        assert_eq!(
            name.map(|name| name.text).as_deref(),
            Some("A place agreed")
        );
    }
}
