//! Places: homes, schools, contact centres, and what is printed where one must stay unknown.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::form::{Id, Line};
use super::person::Address;

/// A place that sessions, handovers or children belong to.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The name other parts of the file call it by.
    pub id: Id,
    /// What it is.
    pub kind: PlaceKind,
    /// What it is called.
    pub name: Line,
    /// Its name after "at" in Welsh, mutated as it must be.
    #[serde(default)]
    pub locative_cy: Option<Line>,
    /// Where it is.
    #[serde(default)]
    pub address: Option<Address>,
    /// Whose home it is.
    #[serde(default)]
    pub of: Option<Id>,
    /// Whether name and address are kept from the other parties.
    #[serde(default)]
    pub confidential: bool,
    /// What is printed where the name must not be.
    #[serde(default)]
    pub public_label: Option<Line>,
}

/// What a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    /// A home.
    Home,
    /// A school.
    School,
    /// A nursery.
    Nursery,
    /// A child contact centre.
    ContactCentre,
    /// A neutral place: a car park, a library, a station.
    Neutral,
    /// A doctor's surgery.
    Gp,
    /// An office of the service or the firm.
    Office,
    /// Another place.
    Other,
}
