//! Who signs, and who has acknowledged.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::form::{Date, Id};
use super::mark::{ADULT, Door, PROFESSIONAL, reference};

/// Signatures and acknowledgements.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignOff {
    /// The officer or mediator who signs, among the professionals.
    #[schemars(extend("x-concord" = reference(PROFESSIONAL, Door::Open)))]
    pub fca: Id,
    /// The day it was signed.
    #[serde(default)]
    pub signed_on: Option<Date>,
    /// Who countersigned, among the professionals.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(PROFESSIONAL, Door::Open)))]
    pub countersigned_by: Option<Id>,
    /// The parents' acknowledgements.
    #[serde(default)]
    pub parents: Vec<Acknowledgement>,
}

/// A parent's acknowledgement of what is recorded.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Acknowledgement {
    /// Who acknowledged.
    #[schemars(extend("x-concord" = reference(ADULT, Door::Open)))]
    pub adult: Id,
    /// The day.
    #[serde(default)]
    pub acknowledged_on: Option<Date>,
    /// In what manner.
    #[serde(default)]
    pub method: Option<AcknowledgementMethod>,
}

/// How something was acknowledged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AcknowledgementMethod {
    /// Signed by hand.
    Signature,
    /// By e-mail.
    Email,
    /// In the session.
    InSession,
}
