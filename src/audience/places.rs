//! Places by the name that a reader may know, and addresses.

use super::copy::Reader;
use super::piece::{Piece, Sifted, entries, handed};
use super::served::Served;
use super::why::Why;
use crate::case::form::{Id, Line};
use crate::case::person::{Address, Adult};
use crate::case::place::{Place, PlaceKind};
use crate::diagnostics::Pointer;

/// A place as the reader may know it.
#[derive(Clone, Debug)]
pub(crate) struct PlaceFacts<'a> {
    pub(crate) at: Pointer,
    pub(crate) kind: PlaceKind,
    /// Its name, or the label that stands in for it, each with its Welsh form if it has one; a
    /// confidential place may have neither.
    pub(crate) name: Option<(&'a Line, Option<&'a Line>)>,
    /// Which field of the place that is.
    pub(crate) field: &'static str,
    pub(crate) address: Option<&'a Address>,
    home_of: Option<&'a Id>,
}

impl<'a> PlaceFacts<'a> {
    fn of(place: Piece<'a, Place>, is_told: bool) -> Self {
        let Place {
            id: _,
            kind,
            name,
            name_cy,
            address,
            of,
            confidential: _,
            public_label,
            public_label_cy,
        } = place.item;
        PlaceFacts {
            at: place.at,
            kind: *kind,
            name: match is_told {
                true => Some((name, name_cy.as_ref())),
                false => public_label
                    .as_ref()
                    .map(|label| (label, public_label_cy.as_ref())),
            },
            field: if is_told { "name" } else { "public_label" },
            address: address.as_ref().filter(|_| is_told),
            home_of: of.as_ref().filter(|_| *kind == PlaceKind::Home),
        }
    }

    /// Whose home it is, where the reader may know its name.
    pub(crate) fn named_home(&self) -> Option<&'a Id> {
        self.home_of.filter(|_| self.field == "name")
    }

    /// Whether it is somebody's home.
    pub(crate) fn is_home_of(&self, adult: &Id) -> bool {
        self.home_of == Some(adult)
    }
}

impl<'a> Served<'a> {
    /// The place of this id. A confidential one goes by its label, for the court too.
    pub(crate) fn place(&self, id: &Id) -> Option<PlaceFacts<'a>> {
        let place = self.case_places().find(|place| place.id == *id)?;
        let is_told = !place.confidential;
        Some(PlaceFacts::of(place, is_told))
    }

    /// The place of a workshop: whoever is to come must find it, though nobody else may.
    pub(crate) fn workshop_place(&self, id: &Id) -> Option<PlaceFacts<'a>> {
        let (place, why) = self.sifted_places().find(|(place, _)| place.id == *id)?;
        Some(PlaceFacts::of(place, why.is_none()))
    }

    /// Where somebody lives, for a letter to that person.
    pub(crate) fn address_of(&self, adult: &Piece<'a, Adult>) -> Option<&'a Address> {
        let address = self.sifted_address(adult).into_iter();
        handed(address).next().map(|address| address.item)
    }

    fn case_places(&self) -> impl Iterator<Item = Piece<'a, Place>> + use<'a> {
        entries(Pointer::root().key("places"), &self.case.places)
    }

    pub(super) fn sifted_places(&self) -> impl Iterator<Item = Sifted<'a, Place>> {
        let attends = |id: &Id| {
            let workshops = self.course().filter_map(|one| one.item.workshop.as_ref());
            let mut places = workshops.filter_map(|workshop| workshop.place.as_ref());
            matches!(self.copy.reader, Reader::Party(_)) && places.any(|place| place == id)
        };
        self.case_places().map(move |place| {
            let is_hidden = place.confidential && !attends(&place.id);
            (place, is_hidden.then_some(Why::ConfidentialPlace))
        })
    }

    pub(super) fn sifted_address(&self, adult: &Piece<'a, Adult>) -> Option<Sifted<'a, Address>> {
        let address = adult.item.contact.as_ref()?.address.as_ref()?;
        let at = adult.at.key("contact").key("address");
        let why = match adult.kept_back().address {
            true => Some(Why::KeptBack),
            false => (!self.is_own(&adult.id)).then_some(Why::AnotherPersons),
        };
        Some((Piece::new(at, address), why))
    }
}
