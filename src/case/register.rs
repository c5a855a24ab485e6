//! Who or what an id means: the case as a register to look things up in.

use super::Case;
use super::arrangement::Arrangement;
use super::calendar::Holiday;
use super::form::{Date, Id};
use super::person::{Adult, Child, Confidentiality, Professional};
use super::place::Place;
use super::proceedings::{Hearing, Order};
use super::programme::Session;

impl Case {
    /// The child of this id.
    pub fn child(&self, id: &Id) -> Option<&Child> {
        self.people.children.iter().find(|child| child.id == *id)
    }

    /// The adult of this id.
    pub fn adult(&self, id: &Id) -> Option<&Adult> {
        self.people.adults.iter().find(|adult| adult.id == *id)
    }

    /// The professional of this id.
    pub fn professional(&self, id: &Id) -> Option<&Professional> {
        self.people
            .professionals
            .iter()
            .find(|person| person.id == *id)
    }

    /// The place of this id.
    pub fn place(&self, id: &Id) -> Option<&Place> {
        self.places.iter().find(|place| place.id == *id)
    }

    /// The session of this id.
    pub fn session(&self, id: &Id) -> Option<&Session> {
        self.programme
            .sessions
            .iter()
            .find(|session| session.id == *id)
    }

    /// The order of this id.
    pub fn order(&self, id: &Id) -> Option<&Order> {
        self.proceedings
            .iter()
            .flat_map(|case| &case.orders)
            .find(|order| order.id == *id)
    }

    /// The arrangement of this id.
    pub fn arrangement(&self, id: &Id) -> Option<&Arrangement> {
        self.arrangements
            .iter()
            .find(|arrangement| arrangement.id == *id)
    }

    /// The holiday of this id.
    pub fn holiday(&self, id: &Id) -> Option<&Holiday> {
        self.calendar
            .iter()
            .flat_map(|calendar| &calendar.holidays)
            .find(|h| h.id == *id)
    }

    /// The adults who are parties, in the order of the file.
    pub fn parties(&self) -> impl Iterator<Item = &Adult> {
        self.people
            .adults
            .iter()
            .filter(|adult| adult.role.is_party())
    }

    /// The first hearing on a day or after it; one without an hour comes first on its day.
    pub fn next_hearing(&self, from: Date) -> Option<&Hearing> {
        let hearings = self.proceedings.iter().flat_map(|case| &case.hearings);
        hearings
            .filter(|hearing| hearing.on >= from)
            .min_by_key(|hearing| (hearing.on, hearing.at))
    }

    /// The children an arrangement or recommendation names; all, where it names none.
    pub fn children_of<'a>(&'a self, named: &'a [Id]) -> impl Iterator<Item = &'a Child> {
        let all = named.is_empty();
        self.people
            .children
            .iter()
            .filter(move |child| all || named.contains(&child.id))
    }
}

impl Child {
    /// What the child is called in plain prose.
    pub fn called(&self) -> &str {
        self.known_as
            .as_ref()
            .map_or_else(|| first_word(self.forenames.as_str()), |n| n.as_str())
    }

    /// Forenames and surname, as the heading prints them.
    pub fn full_name(&self) -> String {
        format!("{} {}", self.forenames, self.surname)
    }

    /// Age in completed years on a day; none before birth.
    pub fn age_on(&self, day: Date) -> Option<u32> {
        let (born, day) = (self.dob.0, day.0);
        let had_birthday = (day.month(), day.day()) >= (born.month(), born.day());
        let years = day.year() - born.year() - i16::from(!had_birthday);
        u32::try_from(years).ok()
    }
}

impl Adult {
    /// What the person is called in plain prose.
    pub fn called(&self) -> &str {
        self.known_as
            .as_ref()
            .map_or_else(|| first_word(self.forenames.as_str()), |n| n.as_str())
    }

    /// What the person is called, and the surname: two parents may share either.
    pub fn called_with_surname(&self) -> String {
        format!("{} {}", self.called(), self.surname)
    }

    /// Title, forenames and surname, as the heading prints them.
    pub fn full_name(&self) -> String {
        match &self.title {
            Some(title) => format!("{title} {} {}", self.forenames, self.surname),
            None => format!("{} {}", self.forenames, self.surname),
        }
    }

    /// What is kept from the other parties (FPR rule 29.1): what form C8 says and, of a
    /// person in a refuge, every contact detail.
    pub fn kept_back(&self) -> Confidentiality {
        let by_form = self.c8.clone().unwrap_or_default();
        Confidentiality {
            address: by_form.address || self.in_refuge,
            email: by_form.email || self.in_refuge,
            phone: by_form.phone || self.in_refuge,
            ..by_form
        }
    }
}

fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or(text)
}
