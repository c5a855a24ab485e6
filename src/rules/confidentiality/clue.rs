//! Words that would give a confidential home away, each with its code: an error where they
//! are kept back themselves, a warning where they only lead to it.

use super::address::{Part, Reach, is_own_name, is_street, parts_of_address, street};
use super::wording::{Folded, Wording};
use super::words::WORDS;
use crate::case::form::Id;
use crate::case::person::Adult;
use crate::case::place::{Place, PlaceKind};
use crate::diagnostics::Code;
use crate::diagnostics::Pointer;
use crate::diagnostics::code::rule;

/// Words that no text may hold.
pub(crate) struct Clue {
    /// Whose they are: a person's contact details, or a place.
    pub(crate) of: Pointer,
    /// Where they stand.
    pub(crate) at: Pointer,
    /// How grave it is that a text holds them.
    pub(crate) code: &'static Code,
    /// What is wrong then.
    pub(crate) message: String,
    /// The words.
    pub(crate) wording: Wording,
    /// Whether it is a town or a village, which may be told of others too.
    pub(crate) is_of_many: bool,
    /// Whether it is somebody's name.
    pub(crate) is_name: bool,
}

impl Clue {
    pub(crate) fn is_in(&self, text: &Folded) -> bool {
        self.wording.is_in(text)
    }
}

/// The contact details that form C8, or a refuge, keeps back (FPR rule 29.1).
pub(crate) fn clues_of_contact(at: &Pointer, adult: &Adult) -> Vec<Clue> {
    let (at, kept) = (at.key("contact"), adult.kept_back());
    let Some(contact) = &adult.contact else {
        return Vec::new();
    };
    let detail = |at: Pointer, what, wording| withheld(&at, at.clone(), what, &adult.id, wording);
    let address = contact.address.as_ref().filter(|_| kept.address);
    let phone = contact.phone.as_ref().filter(|_| kept.phone);
    let email = contact.email.as_ref().filter(|_| kept.email);
    let phone = phone.map(|number| {
        let wording = Wording::of_phone(number.number());
        detail(at.key("phone"), "telephone number", wording)
    });
    let email = email.map(|email| {
        let wording = Wording::of_email(email.as_str());
        detail(at.key("email"), "e-mail address", wording)
    });
    let parts = parts_of_address(&at, address).into_iter();
    parts
        .map(|part| of_home(&at, part, &adult.id))
        .chain(phone)
        .chain(email)
        .collect()
}

/// The home of a person whose address is kept back, as it stands among the places. A name
/// such as "Mum's house" is one only where the file says that it is confidential.
pub(crate) fn clues_of_home(at: &Pointer, home: &Place, whose: &Id) -> Vec<Clue> {
    let parts = parts_of_address(at, home.address.as_ref()).into_iter();
    let names = names(home).filter_map(|(field, name)| {
        let wording = own_name(home, name)?;
        let reach = match is_street(name) || is_own_name(name) {
            true => Reach::Home,
            false => Reach::Street,
        };
        let at = at.key(field);
        Some(Part { at, wording, reach })
    });
    let names = names.filter(|part| part.reach == Reach::Home || home.confidential);
    parts
        .chain(names)
        .map(|part| of_home(at, part, whose))
        .collect()
}

/// Another place that is confidential, or that leads to a confidential home.
pub(crate) fn clues_of_place(at: &Pointer, place: &Place) -> Vec<Clue> {
    let parts = parts_of_address(at, place.address.as_ref()).into_iter();
    let parts = parts.map(|part| {
        let is_of_many = part.reach == Reach::Village;
        (part.at, part.wording, true, is_of_many)
    });
    let names = names(place).flat_map(|(field, name)| {
        let in_full = own_name(place, name).map(|wording| (wording, true));
        let names = in_full.into_iter().chain(name_in_short(name));
        names.map(move |(wording, is_certain)| (at.key(field), wording, is_certain, false))
    });
    let clue = |(where_it_stands, wording, is_certain, is_of_many)| {
        let (code, message) = match place.confidential {
            true if is_certain => (&rule::WITHHELD_DETAIL, "a text names a confidential place"),
            true => (&rule::LOCATION_CLUE, "a text may name a confidential place"),
            false => (
                &rule::LOCATION_CLUE,
                "a text names a place that leads to a confidential home",
            ),
        };
        Clue {
            of: at.clone(),
            at: where_it_stands,
            code,
            message: message.to_owned(),
            wording,
            is_of_many,
            is_name: false,
        }
    };
    parts.chain(names).map(clue).collect()
}

/// The names of a place, each with its field.
fn names(place: &Place) -> impl Iterator<Item = (&'static str, &str)> {
    let welsh = place.name_cy.as_ref().map(|name| ("name_cy", name));
    let names = std::iter::once(("name", &place.name)).chain(welsh);
    names.map(|(field, name)| (field, name.as_str()))
}

/// "Coppermill Road" of "Coppermill Road Primary School": a name without what the place is,
/// where two words or more are left; and whether it can be nothing else. "Great Yarmouth"
/// may be the town, and a street is a street.
fn name_in_short(name: &str) -> Option<(Wording, bool)> {
    let name: Vec<&str> = name.split_whitespace().collect();
    let left = name.iter().rposition(|word| !WORDS.is_kind(word))? + 1;
    let short = name[..left].join(" ");
    let is_short = (2..name.len()).contains(&left);
    is_short.then(|| (street(&short), is_street(&short)))
}

fn of_home(of: &Pointer, part: Part, whose: &Id) -> Clue {
    if part.reach == Reach::Home {
        return withheld(of, part.at, "address", whose, part.wording);
    }
    Clue {
        of: of.clone(),
        at: part.at,
        code: &rule::WITHHELD_DETAIL,
        message: format!("a text leads to the confidential home of `{whose}`"),
        wording: part.wording,
        is_of_many: part.reach == Reach::Village,
        is_name: false,
    }
}

fn withheld(of: &Pointer, at: Pointer, what: &str, whose: &Id, wording: Wording) -> Clue {
    Clue {
        of: of.clone(),
        at,
        code: &rule::WITHHELD_DETAIL,
        message: format!("a text holds the confidential {what} of `{whose}`"),
        wording,
        is_of_many: false,
        is_name: false,
    }
}

/// The name of a place, if the words are its own: two at least, or the name of a house;
/// and not a description such as "the mother's home", however it is written.
fn own_name(place: &Place, name: &str) -> Option<Wording> {
    if name.split_whitespace().count() == 1 {
        let is_house = place.kind == PlaceKind::Home && is_own_name(name);
        return is_house.then(|| Wording::of_name(name));
    }
    (!name.starts_with(char::is_lowercase) && !describes(place, name)).then(|| Wording::of(name))
}

/// Whether a name says whose or what a place is, and not which. `The School House` is a
/// house of this name; a home is described by whose it is.
fn describes(place: &Place, name: &str) -> bool {
    let says_whose = name.split_whitespace().any(|word| WORDS.says_whose(word));
    (says_whose || place.kind != PlaceKind::Home)
        && name
            .split_whitespace()
            .all(|word| WORDS.is_description(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The code under which a text is found that speaks of a school, if it is.
    fn found(school: &str, is_confidential: bool, text: &str) -> Option<&'static str> {
        let place =
            format!("{{id: s, kind: school, name: {school}, confidential: {is_confidential}}}");
        let place: Place = serde_yaml::from_str(&place).expect("it is a place");
        let clues = clues_of_place(&Pointer::root(), &place);
        let text = Folded::new(text);
        let mut codes: Vec<_> = clues.iter().filter(|clue| clue.is_in(&text)).collect();
        codes.sort_by_key(|clue| clue.code.id);
        codes.first().map(|clue| clue.code.id)
    }

    #[test]
    fn a_home_that_is_described_by_whose_it_is_is_given_away_by_no_such_words() {
        let found = |name: &str, text: &str| {
            let home = format!("{{id: h, kind: home, name: {name}, of: m, confidential: true}}");
            let home: Place = serde_yaml::from_str(&home).expect("it is a place");
            let whose = "m".parse().expect("an id");
            let clues = clues_of_home(&Pointer::root(), &home, &whose);
            clues.iter().any(|clue| clue.is_in(&Folded::new(text)))
        };
        for name in [
            "The mother's home",
            "Mum’s flat",
            "The Grandparents’ House",
            "Her dad's",
        ] {
            assert!(!found(name, &format!("He waits at {name}.")), "{name}");
        }
        for name in [
            "The School House",
            "The Old House",
            "Rosewood House",
            "Home Farm",
        ] {
            assert!(found(name, &format!("He waits at {name}.")), "{name}");
        }
    }

    #[test]
    fn a_confidential_place_is_found_by_its_name_in_full_and_in_short() {
        let (road, town) = ("Coppermill Road Primary School", "Great Yarmouth Academy");
        let table = [
            (road, true, "at Coppermill Road Primary School", Some("R32")),
            (road, true, "at Coppermill Rd every day", Some("R32")),
            (road, true, "at coppermill road’s gate", Some("R32")),
            (road, true, "at the primary school", None),
            (road, false, "at Coppermill Road", Some("R34")),
            (town, true, "the court at Great Yarmouth", Some("R34")),
            (town, true, "at Great Yarmouth Academy", Some("R32")),
        ];
        for (school, is_confidential, text, expected) in table {
            assert_eq!(found(school, is_confidential, text), expected, "{text}");
        }
    }
}
