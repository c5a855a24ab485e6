//! What would give a confidential home away before a document is even made.
//!
//! Withholding in `view` keeps contact details from the other parties; what it cannot
//! know is that a place or a sentence leads to them (FPR rule 29.1, form C8).

mod account;
mod address;
mod clue;
mod fold;
mod hidden;
mod map;
mod name;
mod near;
mod number;
mod repeated;
mod secrets;
mod serving;
mod stems;
mod town;
mod unsaid;
mod unshared;
mod wording;
mod words;

use super::people::family::adults;
use super::rule::Rule;
use crate::case::Case;
use crate::case::child_voice::Share;
use crate::case::mark::Voice;
use crate::case::person::Adult;
use crate::case::place::{Place, PlaceKind};
use crate::case::texts::Text;
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::rules::rule::Report;

use clue::{Clue, clues_of_contact, clues_of_home, clues_of_place};
use hidden::{hidden_adults, hidden_with, places, whose_hidden_home};
use name::{clues_of_name, clues_of_surname};
use town::{clues_of_towns, open_words};
use wording::Folded;

pub(crate) use name::NAMES;
pub(crate) use near::NEAR;
pub(crate) use repeated::REPEATED;
pub use secrets::{Searched, Secret, secrets};
pub use unsaid::unsaid;
pub(crate) use unshared::UNSHARED;

pub(crate) const RULES: &[Rule] = &[
    a_confidential_home_is_not_printed,
    no_text_gives_a_confidential_home_away,
    a_refuge_keeps_everything_confidential,
    a_place_near_a_confidential_home_is_confidential,
    name::what_is_kept_back_can_be,
    serving::who_is_served_is_said_once,
];

/// What says that a person's address is confidential.
fn reason(person: &Pointer, adult: &Adult) -> Pointer {
    match adult.in_refuge {
        true => person.key("in_refuge"),
        false => person.key("c8").key("address"),
    }
}

/// The home of a person whose address form C8 keeps back is confidential among the
/// places too, where it stands there with its address (R32). A refuge has a rule of its
/// own (R33).
fn a_confidential_home_is_not_printed(case: &Case, report: &mut Report) {
    for (at, place) in places(case).filter(|(_, place)| !place.confidential) {
        let whose = whose_hidden_home(case, place).filter(|(_, adult)| !adult.in_refuge);
        let Some((person, adult)) = whose.filter(|_| shows_a_home(case, &at, place)) else {
            continue;
        };
        let message = format!("the confidential home of `{}` can be printed", adult.id);
        report
            .add(&rule::WITHHELD_DETAIL, at.key("name"), message)
            .withhold()
            .caption("printed as it stands here")
            .but(reason(&person, adult), "but this address is confidential")
            .help(
                "write `confidential: true` for the place, and a `public_label` that says whose \
                 home it is and not where",
            );
    }
}

/// Whether a place is a hidden home and says where it is.
fn shows_a_home(case: &Case, at: &Pointer, place: &Place) -> bool {
    let whose = whose_hidden_home(case, place);
    whose.is_some_and(|(_, adult)| !clues_of_home(at, place, &adult.id).is_empty())
}

/// No text holds an address, a telephone number or an e-mail address that form C8 keeps
/// back, nor names a confidential place (R32), or the town or another place that leads to a
/// confidential home (R34): prose, names and labels alike.
fn no_text_gives_a_confidential_home_away(case: &Case, report: &mut Report) {
    let mut clues = clues(case);
    clues.sort_by_key(|clue| clue.code.id);
    if clues.is_empty() {
        return;
    }
    let texts = report.texts(case);
    for text in texts_that_are_printed(case, &texts) {
        if let Some(clue) = given_away_by(text, &Folded::new(&text.text), &clues) {
            gives_away(report, text, clue);
        }
    }
}

/// The texts that some other person's document may print.
fn texts_that_are_printed<'a>(case: &Case, texts: &'a [Text]) -> impl Iterator<Item = &'a Text> {
    let kept = not_printed(case);
    let is_kept = move |text: &Text| kept.iter().any(|block| text.at.is_within(block));
    texts.iter().filter(move |text| !is_kept(text))
}

/// What a text holds that it must not.
fn given_away_by<'a>(text: &Text, folded: &Folded, clues: &'a [Clue]) -> Option<&'a Clue> {
    clues.iter().find(|clue| {
        let is_own = || text.at.is_within(&clue.of) && !is_label(clue, &text.at);
        clue.is_in(folded) && !is_own()
    })
}

fn clues(case: &Case) -> Vec<Clue> {
    let of_people = adults(case).flat_map(|(at, adult)| clues_of_contact(&at, adult));
    let of_places = places(case).flat_map(|(at, place)| {
        if let Some((_, adult)) = whose_hidden_home(case, place) {
            return clues_of_home(&at, place, &adult.id);
        }
        match place.confidential || hidden_home_near(case, place).is_some() {
            true => clues_of_place(&at, place),
            false => Vec::new(),
        }
    });
    let of_towns = clues_of_towns(case);
    let open: Vec<Folded> = open_words(case).into_iter().map(Folded::new).collect();
    let is_open = |clue: &Clue| clue.is_of_many && open.iter().any(|text| clue.is_in(text));
    let of_names = adults(case).flat_map(|(at, adult)| {
        let surname = clues_of_surname(case, &at, adult).into_iter();
        surname.chain(clues_of_name(case, &at, adult))
    });
    let clues = of_people.chain(of_places).chain(of_towns).chain(of_names);
    clues.filter(|clue| !is_open(clue)).collect()
}

/// Whether a text is what is printed of a place in place of its name.
fn is_label(clue: &Clue, at: &Pointer) -> bool {
    ["public_label", "public_label_cy"]
        .iter()
        .any(|label| *at == clue.of.key(*label))
}

/// The blocks that no other person's document prints: how to reach a person, a name that is
/// kept back, the name and address of a confidential place, and words a child shares with nobody. A home
/// that should be confidential and is not is reported by itself.
fn not_printed(case: &Case) -> Vec<Pointer> {
    let contacts = adults(case).map(|(at, _)| at.key("contact"));
    let named = adults(case).filter(|(_, adult)| adult.kept_back().person_child_lives_with);
    let names = named.flat_map(|(at, adult)| adult.name_fields().map(move |field| at.key(field)));
    let kept =
        |(at, place): &(Pointer, &Place)| place.confidential || shows_a_home(case, at, place);
    let places = places(case)
        .filter(kept)
        .flat_map(|(at, _)| ["name", "name_cy", "address"].map(|field| at.key(field)));
    let voices = each(&Pointer::root().key("child_voice"), &case.child_voice);
    let unshared = voices.flat_map(|(at, voice)| {
        let quotes = each(&at.key("words"), &voice.words);
        let quotes = quotes.filter(|(_, quote)| quote.share == Share::No);
        let letter = voice.letter.as_ref().filter(|one| one.share == Share::No);
        let letter = letter.map(|_| at.key("letter"));
        quotes.map(|(at, _)| at).chain(letter)
    });
    contacts
        .chain(names)
        .chain(places)
        .chain(unshared)
        .collect()
}

fn gives_away(report: &mut Report, text: &Text, clue: &Clue) {
    let help = match text.voice {
        Voice::Child => {
            "the child's words stay as they are: with `share: no` they stay out of every document"
        }
        _ if clue.is_name => {
            "take it out: a new surname stands in no document, and a person whose name is kept \
             back is called by the `public_label` of `c8`"
        }
        _ if clue.code == &rule::WITHHELD_DETAIL => {
            "take it out, and say what the place is and not which: what is kept back stands in no \
             document"
        }
        _ => "say what the place is and not which: somebody's home, the children's school",
    };
    report
        .add(clue.code, text.at.clone(), clue.message.clone())
        .withhold()
        .caption(text.paragraph_in_which(|paragraph| clue.is_in(&Folded::new(paragraph))))
        .but(clue.at.clone(), "this is confidential")
        .help(help);
}

/// The address, e-mail address and telephone number of a person in a refuge are all
/// confidential, and so is the refuge among the places (R33; as HMCTS's own system
/// has it).
fn a_refuge_keeps_everything_confidential(case: &Case, report: &mut Report) {
    for (at, adult) in adults(case).filter(|(_, adult)| adult.in_refuge) {
        let c8 = adult.c8.clone().unwrap_or_default();
        let open: Vec<&str> = [
            ("`address`", c8.address),
            ("`email`", c8.email),
            ("`phone`", c8.phone),
        ]
        .into_iter()
        .filter_map(|(name, confidential)| (!confidential).then_some(name))
        .collect();
        if !open.is_empty() {
            let message = format!("`{}` is in a refuge, and not all is confidential", adult.id);
            report
                .add(&rule::REFUGE, at.key("c8"), message)
                .withhold()
                .caption(format!("not confidential: {}", open.join(", ")))
                .but(at.key("in_refuge"), "but this person is in a refuge")
                .help("write `c8: {address: true, email: true, phone: true}`");
        }
        let homes = places(case).filter(|(_, place)| {
            whose_hidden_home(case, place).is_some_and(|(_, whose)| whose.id == adult.id)
        });
        for (place, _) in homes.filter(|(_, home)| !home.confidential) {
            let message = format!("the refuge of `{}` is not confidential", adult.id);
            report
                .add(&rule::REFUGE, place.key("confidential"), message)
                .withhold()
                .caption("the home of a person in a refuge")
                .but(at.key("in_refuge"), "as it says here")
                .help("write `confidential: true` for the place");
        }
    }
}

/// The school, nursery or surgery of a child whose home is confidential leads to it
/// (R34; *JR v ER* [2007] EWHC 876 (Fam)).
fn a_place_near_a_confidential_home_is_confidential(case: &Case, report: &mut Report) {
    for (at, place) in places(case).filter(|(_, place)| !place.confidential) {
        let Some((person, adult)) = hidden_home_near(case, place) else {
            continue;
        };
        let message = format!(
            "`{}` can lead to the confidential home of `{}`",
            place.id, adult.id
        );
        report
            .add(&rule::LOCATION_CLUE, at.key("name"), message)
            .withhold()
            .caption("printed by its name")
            .but(reason(&person, adult), "but this address is confidential")
            .help(
                "write `confidential: true` for the place, and a `public_label` that says what it \
                 is and not which",
            );
    }
}

/// The adult to whose confidential home a place leads.
fn hidden_home_near<'a>(case: &'a Case, place: &Place) -> Option<(Pointer, &'a Adult)> {
    hidden_adults(case).find(|(_, adult)| leads_to(case, place, adult))
}

/// Whether a place leads to where an adult lives. The home itself is a matter of its own
/// (R32, R33).
fn leads_to(case: &Case, place: &Place, adult: &Adult) -> bool {
    let mut children = hidden_with(case, adult);
    match place.kind {
        PlaceKind::School | PlaceKind::Nursery => {
            children.any(|child| child.school.as_ref() == Some(&place.id))
        }
        PlaceKind::Gp => match &place.of {
            Some(of) => *of == adult.id || children.any(|child| child.id == *of),
            None => children.next().is_some(),
        },
        PlaceKind::Home
        | PlaceKind::ContactCentre
        | PlaceKind::Neutral
        | PlaceKind::Office
        | PlaceKind::Other => false,
    }
}
