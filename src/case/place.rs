//! Places: homes, schools, contact centres, and what is printed where one must stay unknown.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::contact::Address;
use super::form::{Id, Line};
use super::mark::{Door, FAMILY, Kind, Voice, block, id, reference, words};

/// A place that sessions, handovers or children belong to.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The name other parts of the file call it by.
    #[schemars(extend("x-concord" = id(Kind::Place)))]
    pub id: Id,
    /// What it is.
    pub kind: PlaceKind,
    /// What it is called.
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Place)))]
    pub name: Line,
    /// Its name in Welsh, where `name` is English; one that has no Welsh form is written again.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Place)))]
    pub name_cy: Option<Line>,
    /// Where it is.
    #[serde(default)]
    #[schemars(extend("x-concord" = block(Door::Place)))]
    pub address: Option<Address>,
    /// Whose home it is.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(FAMILY, Door::Open)))]
    pub of: Option<Id>,
    /// Whether name and address are kept from the other parties.
    #[serde(default)]
    pub confidential: bool,
    /// What is printed where the name must not be.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub public_label: Option<Line>,
    /// The same in Welsh, where `public_label` is English.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub public_label_cy: Option<Line>,
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
