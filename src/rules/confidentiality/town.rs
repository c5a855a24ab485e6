//! The town of what is kept back, and the first half of its postcode.
//!
//! Neither is the home, and half the case may lie in that town: they lead there only
//! where nothing that is open names them (R34), and so does a village.

use super::address::{surroundings, town};
use super::clue::Clue;
use super::hidden::{places, whose_hidden_home};
use super::wording::Wording;
use crate::case::Case;
use crate::case::form::{Id, Postcode};
use crate::case::person::Address;
use crate::diagnostics::Pointer;
use crate::diagnostics::code::rule;
use crate::rules::people::family::adults;

/// An address of the case.
struct Known<'a> {
    /// Whose it is: a person's contact details, or a place.
    of: Pointer,
    address: &'a Address,
    /// What is wrong with a text that leads to it; nothing, where it is open.
    message: Option<String>,
}

/// The clues to the surroundings of the addresses that are kept back.
pub(crate) fn clues_of_towns(case: &Case) -> Vec<Clue> {
    let known = of_people(case).chain(of_places(case));
    known.flat_map(|known| clues_of_town(&known)).collect()
}

fn leads_home(whose: &Id) -> String {
    format!("a text leads to the confidential home of `{whose}`")
}

fn of_people(case: &Case) -> impl Iterator<Item = Known<'_>> {
    adults(case).filter_map(|(at, adult)| {
        Some(Known {
            of: at.key("contact"),
            address: adult.contact.as_ref()?.address.as_ref()?,
            message: adult.kept_back().address.then(|| leads_home(&adult.id)),
        })
    })
}

fn of_places(case: &Case) -> impl Iterator<Item = Known<'_>> {
    places(case).filter_map(|(of, place)| {
        let home = whose_hidden_home(case, place).map(|(_, adult)| leads_home(&adult.id));
        let kept = || "a text leads to a confidential place".to_owned();
        Some(Known {
            of,
            address: place.address.as_ref()?,
            message: home.or_else(|| place.confidential.then(kept)),
        })
    })
}

/// What the case tells of towns and villages anyway: where the court sits, where
/// professionals work, and where the addresses are that are not kept back.
pub(super) fn open_words(case: &Case) -> Vec<&str> {
    let court = case
        .proceedings
        .iter()
        .map(|case| case.court.sitting_at.as_str());
    let professionals = case.people.professionals.iter();
    let offices = professionals.map(|person| person.office.as_str());
    let known = of_people(case).chain(of_places(case));
    let open = known.filter(|known| known.message.is_none());
    let open = open.flat_map(|known| {
        let district = known.address.postcode.as_ref().map(district);
        surroundings(known.address).into_iter().chain(district)
    });
    court.chain(offices).chain(open).collect()
}

/// The name of the town, which needs its capital, and the first half of the postcode.
fn clues_of_town(known: &Known<'_>) -> Vec<Clue> {
    let Some(message) = &known.message else {
        return Vec::new();
    };
    let at = known.of.key("address");
    let town = town(&at, known.address).map(|(at, town)| (at, Wording::of_name(town)));
    let postcode = known.address.postcode.as_ref();
    let district = postcode.map(|code| (at.key("postcode"), Wording::of(district(code))));
    let clues = town.into_iter().chain(district);
    let clues = clues.map(|(at, wording)| Clue {
        of: known.of.clone(),
        at,
        code: &rule::LOCATION_CLUE,
        message: message.clone(),
        wording,
        is_of_many: true,
        is_name: false,
    });
    clues.collect()
}

/// `YO25` of `YO25 9ZZ`: the half of a postcode that stands for a town or a part of it.
fn district(code: &Postcode) -> &str {
    code.as_str().split(' ').next().unwrap_or_default()
}
