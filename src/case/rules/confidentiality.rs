//! What would give a confidential home away before a document is even made.
//!
//! Withholding in `view` keeps contact details from the other parties; what it cannot
//! know is that a place or a sentence leads to them (FPR rule 29.1, form C8).

use super::people::adults;
use super::texts::{Text, Voice, texts};
use super::{Report, Rule, each};
use crate::case::Case;
use crate::case::person::{Address, Adult};
use crate::case::place::{Place, PlaceKind};
use crate::case::reading::Pointer;
use crate::diagnostics::code::rule;

pub(super) const RULES: &[Rule] = &[
    a_refuge_keeps_everything_confidential,
    a_place_near_a_confidential_home_is_confidential,
    a_public_label_gives_nothing_away,
    no_text_names_a_confidential_place,
];

fn places(case: &Case) -> impl Iterator<Item = (Pointer, &Place)> {
    each(&Pointer::root().key("places"), &case.places)
}

/// Whether the person's address is kept from the other parties.
fn is_hidden(adult: &Adult) -> bool {
    adult.in_refuge || adult.c8.as_ref().is_some_and(|c8| c8.address)
}

/// The address, e-mail address and telephone number of a person in a refuge are all
/// confidential, and so is the refuge among the places (R33; as HMCTS's own system
/// has it).
pub(super) fn a_refuge_keeps_everything_confidential(case: &Case, report: &mut Report) {
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
                .caption(format!("not confidential: {}", open.join(", ")))
                .but(at.key("in_refuge"), "but this person is in a refuge")
                .help("write `c8: {address: true, email: true, phone: true}`");
        }
        let homes = places(case).filter(|(_, place)| {
            place.kind == PlaceKind::Home && place.of.as_ref() == Some(&adult.id)
        });
        for (place, _) in homes.filter(|(_, home)| !home.confidential) {
            let message = format!("the refuge of `{}` is not confidential", adult.id);
            report
                .add(&rule::REFUGE, place.key("confidential"), message)
                .caption("the home of a person in a refuge")
                .but(at.key("in_refuge"), "as it says here")
                .help("write `confidential: true` for the place");
        }
    }
}

/// The school, nursery or surgery of a child whose home is confidential leads to it,
/// and so does that home with its address (R34; *JR v ER* [2007] EWHC 876 (Fam)).
pub(super) fn a_place_near_a_confidential_home_is_confidential(case: &Case, report: &mut Report) {
    for (at, place) in places(case).filter(|(_, place)| !place.confidential) {
        let Some((person, adult)) = hidden_home_near(case, place) else {
            continue;
        };
        let reason = if adult.in_refuge {
            person.key("in_refuge")
        } else {
            person.key("c8").key("address")
        };
        let message = format!(
            "`{}` can lead to the confidential home of `{}`",
            place.id, adult.id
        );
        report
            .add(&rule::LOCATION_CLUE, at.key("name"), message)
            .caption("printed by its name")
            .but(reason, "but this address is confidential")
            .help(
                "write `confidential: true` and a `public_label` for the place, for example \
                 `the children’s school`",
            );
    }
}

/// The adult to whose confidential home a place leads.
fn hidden_home_near<'a>(case: &'a Case, place: &Place) -> Option<(Pointer, &'a Adult)> {
    adults(case).find(|(_, adult)| is_hidden(adult) && leads_to(case, place, adult))
}

/// Whether a place leads to where an adult lives. What the children share with another
/// party's home is known to that party already; a refuge is a matter of its own (R33).
fn leads_to(case: &Case, place: &Place, adult: &Adult) -> bool {
    let mut children = case.people.children.iter().filter(|child| {
        let with_a_party = |id| {
            case.adult(id)
                .is_some_and(|a| a.role.is_party() && !is_hidden(a))
        };
        child.lives_with.contains(&adult.id) && !child.lives_with.iter().any(with_a_party)
    });
    match place.kind {
        PlaceKind::Home => {
            !adult.in_refuge && place.of.as_ref() == Some(&adult.id) && place.address.is_some()
        }
        PlaceKind::School | PlaceKind::Nursery => {
            children.any(|child| child.school.as_ref() == Some(&place.id))
        }
        PlaceKind::Gp => match &place.of {
            Some(of) => *of == adult.id || children.any(|child| child.id == *of),
            None => children.next().is_some(),
        },
        PlaceKind::ContactCentre | PlaceKind::Neutral | PlaceKind::Office | PlaceKind::Other => {
            false
        }
    }
}

/// What is printed instead of a confidential place holds neither its name nor its
/// address (R34).
pub(super) fn a_public_label_gives_nothing_away(case: &Case, report: &mut Report) {
    for (at, place) in places(case).filter(|(_, place)| place.confidential) {
        let Some(label) = &place.public_label else {
            continue;
        };
        let words = folded(label.as_str());
        let Some(clue) = clues_of(&at, place)
            .into_iter()
            .find(|clue| words.contains(&clue.words))
        else {
            continue;
        };
        let message = format!("the `public_label` of `{}` gives it away", place.id);
        report
            .add(&rule::LOCATION_CLUE, at.key("public_label"), message)
            .caption("printed instead of the name")
            .but(clue.at, "but it holds this")
            .help("say what the place is and not which, for example `the children’s school`");
    }
}

/// No text names a confidential place, or an address that form C8 keeps back (R34).
pub(super) fn no_text_names_a_confidential_place(case: &Case, report: &mut Report) {
    let of_places = places(case)
        .filter(|(_, place)| place.confidential || hidden_home_near(case, place).is_some())
        .flat_map(|(at, place)| clues_of(&at, place));
    let of_people = adults(case).filter(|(_, adult)| is_hidden(adult));
    let of_people = of_people.flat_map(|(at, adult)| {
        let address = adult.contact.as_ref().and_then(|c| c.address.as_ref());
        clues_of_address(&at.key("contact"), address)
    });
    let clues: Vec<Clue> = of_places.chain(of_people).collect();
    if clues.is_empty() {
        return;
    }
    for text in texts(case).iter().filter(|text| text.voice != Voice::Label) {
        let words = folded(text.text);
        if let Some(clue) = clues.iter().find(|clue| words.contains(&clue.words)) {
            names(report, text, clue);
        }
    }
}

fn names(report: &mut Report, text: &Text<'_>, clue: &Clue) {
    let help = match text.voice {
        Voice::Child => {
            "the child's words stay as they are: share them with the court alone, \
                         or not at all"
        }
        _ => "say what the place is and not which, for example `the children’s school`",
    };
    report
        .add(
            &rule::LOCATION_CLUE,
            text.at.clone(),
            "a text names a confidential place",
        )
        .caption(text.paragraph_in_which(|paragraph| folded(paragraph).contains(&clue.words)))
        .but(clue.at.clone(), "this is confidential")
        .help(help);
}

/// Words that lead to a place, in small letters with single spaces.
struct Clue {
    at: Pointer,
    words: String,
}

impl Clue {
    /// A clue, if the words are the place's own: two at least, and not a description
    /// such as "the mother's home".
    fn new(at: Pointer, words: &str) -> Option<Self> {
        let described = words.starts_with(char::is_lowercase);
        let own = words.split_whitespace().count() > 1 && !described;
        own.then(|| Clue {
            at,
            words: folded(words),
        })
    }
}

/// A text without the difference of capitals, apostrophes, spaces and line ends.
fn folded(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase().replace('’', "'")
}

fn clues_of(at: &Pointer, place: &Place) -> Vec<Clue> {
    let mut clues = clues_of_address(at, place.address.as_ref());
    clues.extend(Clue::new(at.key("name"), place.name.as_str()));
    clues
}

/// The first line and the postcode: the town alone leads nowhere.
fn clues_of_address(at: &Pointer, address: Option<&Address>) -> Vec<Clue> {
    let Some(address) = address else {
        return Vec::new();
    };
    let at = at.key("address");
    let line = address
        .lines
        .first()
        .and_then(|line| Clue::new(at.key("lines").item(0), line.as_str()));
    let postcode = address
        .postcode
        .as_ref()
        .and_then(|code| Clue::new(at.key("postcode"), code.as_str()));
    line.into_iter().chain(postcode).collect()
}
