//! Who or what an id means: the case as a register to look things up in.

use super::Case;
use super::arrangement::Arrangement;
use super::calendar::Holiday;
use super::form::{Date, Id, Line};
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

    /// Whether a child, an adult or a professional of the case has this id.
    pub fn has_person(&self, id: &Id) -> bool {
        self.child(id).is_some() || self.adult(id).is_some() || self.professional(id).is_some()
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
        joined([Some(self.forenames.as_str()), self.surname()])
    }

    /// The surname, where the child has one.
    pub fn surname(&self) -> Option<&str> {
        self.surname.as_ref().map(Line::as_str)
    }

    /// Age in completed months on a day; none before birth.
    pub fn months_on(&self, day: Date) -> Option<u32> {
        let (born, day) = (self.dob.0, day.0);
        let begun = (i32::from(day.year()) - i32::from(born.year())) * 12 + i32::from(day.month())
            - i32::from(born.month());
        u32::try_from(begun - i32::from(day.day() < born.day())).ok()
    }

    /// Age in completed years on a day; none before birth.
    pub fn age_on(&self, day: Date) -> Option<u32> {
        let (born, day) = (self.dob.0, day.0);
        let had_birthday = (day.month(), day.day()) >= (born.month(), born.day());
        let years = day.year() - born.year() - i16::from(!had_birthday);
        u32::try_from(years).ok()
    }
}

/// What documents call an adult: by the label alone, where form C8 keeps the name back. The
/// fields hold the name itself, which rules ask for and no document.
impl Adult {
    /// What stands in for a name that form C8 keeps back (FPR rule 29.1(1)(c)); without a
    /// label, which is refused (R35), nothing does.
    fn stand_in(&self) -> Option<&str> {
        let kept = self
            .c8
            .as_ref()
            .filter(|kept| kept.person_child_lives_with)?;
        Some(kept.public_label.as_ref().map_or("", Line::as_str))
    }

    /// What the person is called in plain prose.
    pub fn called(&self) -> &str {
        self.stand_in().unwrap_or_else(|| self.own_short_name())
    }

    /// The same where nothing is kept back.
    pub(crate) fn own_short_name(&self) -> &str {
        self.known_as
            .as_ref()
            .map_or_else(|| first_word(self.forenames.as_str()), |n| n.as_str())
    }

    /// What the person is called, and the surname: two parents may share either.
    pub fn called_with_surname(&self) -> String {
        match self.stand_in() {
            Some(label) => label.to_owned(),
            None => joined([Some(self.called()), self.surname()]),
        }
    }

    /// Title, forenames and surname, as the heading prints them.
    pub fn full_name(&self) -> String {
        let title = self.title.as_ref().map(Line::as_str);
        match self.stand_in() {
            Some(label) => label.to_owned(),
            None => joined([title, Some(self.forenames.as_str()), self.surname()]),
        }
    }

    /// The name behind "Dear".
    pub fn greeted_as(&self) -> String {
        match (self.stand_in(), &self.title, self.surname()) {
            (None, Some(title), Some(surname)) => format!("{title} {surname}"),
            _ => self.called_with_surname(),
        }
    }

    /// Names used before, as the heading prints them.
    pub fn names_before(&self) -> &[Line] {
        match self.stand_in() {
            Some(_) => &[],
            None => &self.former_names,
        }
    }

    /// The surname itself, where the person has one.
    pub fn surname(&self) -> Option<&str> {
        self.surname.as_ref().map(Line::as_str)
    }

    /// The fields in which the parts of the name stand, as far as there are any.
    pub(crate) fn name_fields(&self) -> impl Iterator<Item = &'static str> + use<> {
        let fields = [
            ("title", self.title.is_some()),
            ("forenames", true),
            ("surname", self.surname.is_some()),
            ("known_as", self.known_as.is_some()),
            ("former_names", !self.former_names.is_empty()),
        ];
        let written = fields.into_iter().filter(|(_, is_written)| *is_written);
        written.map(|(field, _)| field)
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

fn joined<const N: usize>(names: [Option<&str>; N]) -> String {
    let names: Vec<&str> = names.into_iter().flatten().collect();
    names.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_completed_on_the_day_of_birth() {
        let born = |dob: &str| -> Child {
            let child = format!("{{id: a, forenames: Nia, dob: {dob}}}");
            serde_yaml::from_str(&child).expect("a child")
        };
        let table = [
            ("2025-12-20", "2026-06-01", Some(5)),
            ("2025-12-20", "2026-05-20", Some(5)),
            ("2025-12-20", "2026-05-19", Some(4)),
            ("2026-05-31", "2026-06-30", Some(0)),
            ("2024-06-02", "2026-06-01", Some(23)),
            ("2026-06-02", "2026-06-01", None),
        ];
        for (dob, day, months) in table {
            let day: Date = day.parse().expect("a day");
            assert_eq!(born(dob).months_on(day), months, "{dob}");
        }
        assert_eq!(born("2025-12-20").full_name(), "Nia", "one name is a name");
    }
}
