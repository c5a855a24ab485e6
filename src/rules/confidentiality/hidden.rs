//! Whose home is kept from the other parties, and which of the places it is.

use crate::case::Case;
use crate::case::person::{Adult, Child};
use crate::case::place::{Place, PlaceKind};
use crate::diagnostics::Pointer;
use crate::diagnostics::each;
use crate::rules::people::family::adults;

pub(super) fn places(case: &Case) -> impl Iterator<Item = (Pointer, &Place)> {
    each(&Pointer::root().key("places"), &case.places)
}

/// The adults whose address is kept from the other parties.
pub(super) fn hidden_adults(case: &Case) -> impl Iterator<Item = (Pointer, &Adult)> {
    adults(case).filter(|(_, adult)| adult.kept_back().address)
}

/// The person whose confidential home a place is, as it is the home of the children who
/// live there.
pub(super) fn whose_hidden_home<'a>(case: &'a Case, place: &Place) -> Option<(Pointer, &'a Adult)> {
    let of = place.of.as_ref()?;
    let mut hidden = hidden_adults(case).filter(|_| place.kind == PlaceKind::Home);
    hidden
        .find(|(_, adult)| *of == adult.id || hidden_with(case, adult).any(|child| child.id == *of))
}

/// The children whose home is confidential because it is this person's. What they share
/// with another party's home is known to that party already.
pub(super) fn hidden_with<'a>(case: &'a Case, adult: &'a Adult) -> impl Iterator<Item = &'a Child> {
    let with_an_open_party = |child: &Child| {
        let mut adults = child.lives_with.iter().filter_map(|id| case.adult(id));
        adults.any(|a| a.role.is_party() && !a.kept_back().address)
    };
    let children = case.people.children.iter();
    children.filter(move |child| child.lives_with.contains(&adult.id) && !with_an_open_party(child))
}
