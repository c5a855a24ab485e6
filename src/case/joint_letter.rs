//! The letter both parents write back to the children.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::form::{Date, Id, Prose};
use super::narrative::Narrative;

/// The joint letter.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct JointLetter {
    /// Whether there is one.
    pub status: JointLetterStatus,
    /// The children it is addressed to.
    #[serde(default)]
    pub to: Vec<Id>,
    /// The adults who sign it.
    #[serde(default)]
    pub by: Vec<Id>,
    /// The day it was signed.
    #[serde(default)]
    pub on: Option<Date>,
    /// Its words.
    #[serde(default)]
    pub text: Option<Prose>,
    /// What the parents promise in it.
    #[serde(default)]
    pub promises: Vec<Promise>,
    /// Whether the court may read it.
    #[serde(default)]
    pub share_with_court: bool,
    /// Why it was written though no child's letter was shared.
    #[serde(default)]
    pub reason: Option<Narrative>,
}

/// Whether there is a joint letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum JointLetterStatus {
    /// It was not offered.
    NotOffered,
    /// The parents declined.
    Declined,
    /// It is written.
    Written,
}

/// Something the parents promise their children.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Promise {
    /// The promise.
    pub text: Prose,
    /// Who makes it.
    pub by: Vec<Id>,
}
