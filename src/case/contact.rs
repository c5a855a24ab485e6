//! How to reach a person, and what of it is kept from the other parties.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::form::{Date, Email, Line, Phone, Postcode};
use super::mark::{Door, Voice, block, form, words};

/// How to reach a person.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Where the person lives.
    #[serde(default)]
    #[schemars(extend("x-concord" = block(Door::C8)))]
    pub address: Option<Address>,
    /// E-mail.
    #[serde(default)]
    #[schemars(extend("x-concord" = form(Door::Office)))]
    pub email: Option<Email>,
    /// Telephone.
    #[serde(default)]
    #[schemars(extend("x-concord" = form(Door::Office)))]
    pub phone: Option<Phone>,
}

/// A postal address.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Address {
    /// The lines above the postcode.
    #[schemars(length(min = 1))]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Above)))]
    pub lines: Vec<Line>,
    /// The postcode.
    #[serde(default)]
    #[schemars(extend("x-concord" = form(Door::Above)))]
    pub postcode: Option<Postcode>,
}

/// What form C8 keeps from the other parties (FPR rule 29.1).
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Confidentiality {
    /// The address.
    pub address: bool,
    /// The e-mail address.
    pub email: bool,
    /// The telephone number.
    pub phone: bool,
    /// The name of this person, with whom a child lives and who is not the applicant.
    pub person_child_lives_with: bool,
    /// What every document calls this person where the name is kept back: `Ms A`.
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub public_label: Option<Line>,
    /// A proposed new surname of a child.
    pub new_surname: bool,
    /// That surname: no document prints it, and every text and every finished file is searched
    /// for it.
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Office)))]
    pub proposed_surname: Option<Line>,
    /// The day form C8 was filed.
    pub filed_on: Option<Date>,
}
