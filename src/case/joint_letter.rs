//! The letter both parents write back to the children.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::form::{Date, Id, Prose};
use super::mark::{ADULT, CHILD, Door, Voice, reference, words};
use super::narrative::Narrative;

/// The joint letter.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct JointLetter {
    /// Whether there is one.
    pub status: JointLetterStatus,
    /// The children it is addressed to.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(CHILD, Door::JointLetter)))]
    pub to: Vec<Id>,
    /// The adults who sign it.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(ADULT, Door::JointLetter)))]
    pub by: Vec<Id>,
    /// The day it was signed.
    #[serde(default)]
    pub on: Option<Date>,
    /// Its words.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Parents, Door::JointLetter)))]
    pub text: Option<Prose>,
    /// What the parents promise in it.
    #[serde(default)]
    pub promises: Vec<Promise>,
    /// Whether the court may read it.
    #[serde(default)]
    pub share_with_court: bool,
    /// Why it was written though no child's letter was shared.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Officer, Door::Office)))]
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
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Promise {
    /// The promise.
    #[schemars(extend("x-concord" = words(Voice::Parents, Door::JointLetter)))]
    pub text: Prose,
    /// Who makes it.
    #[schemars(extend("x-concord" = reference(ADULT, Door::JointLetter)))]
    pub by: Vec<Id>,
}
