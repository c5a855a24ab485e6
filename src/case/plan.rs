//! The parts of a plan that are not arrangements for days: how decisions are made,
//! when the plan is looked at again, what happens when the parents differ.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::form::{Date, Id, Line};
use super::mark::{Door, PROFESSIONAL, Voice, reference, words};
use super::narrative::Narrative;

/// What happens to contact while the programme runs.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Interim {
    /// In general.
    pub during_programme: InterimContact,
    /// In words.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Officer, Door::Open)))]
    pub text: Option<Narrative>,
}

/// What happens to contact while the programme runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum InterimContact {
    /// It is paused.
    Paused,
    /// It goes on as it was.
    Continues,
    /// It grows.
    Increases,
    /// As the text says.
    Other,
}

/// How the parents change things and decide.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Decisions {
    /// How a change at short notice is told.
    #[serde(default)]
    pub last_minute: Vec<Messaging>,
    /// How many weeks' notice a lasting change needs.
    #[serde(default)]
    #[schemars(range(min = 1, max = 52))]
    pub notice_weeks: Option<u32>,
    /// What happens in an emergency.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Officer, Door::Open)))]
    pub emergency: Option<Narrative>,
}

/// How the parents reach one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Messaging {
    /// A text message.
    Text,
    /// A call.
    Phone,
    /// E-mail.
    Email,
    /// A co-parenting app.
    App,
    /// Another way.
    Other,
}

/// When the plan is looked at again: after some months, or on a day, not both.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// After how many months.
    #[serde(default)]
    #[schemars(range(min = 1, max = 120))]
    pub after_months: Option<u32>,
    /// On what day.
    #[serde(default)]
    pub on: Option<Date>,
    /// What brings a review forward.
    #[serde(default)]
    pub triggers: Vec<ReviewTrigger>,
}

/// What brings a review forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReviewTrigger {
    /// A change of school.
    SchoolChange,
    /// A move.
    Relocation,
    /// A child reaches an age at which its needs change.
    Age,
}

/// What happens when the parents differ: the steps, in order.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Disputes {
    /// The steps.
    #[schemars(length(min = 1))]
    pub steps: Vec<DisputeStep>,
    /// The mediator, among the professionals.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(PROFESSIONAL, Door::Open)))]
    pub mediator: Option<Id>,
}

/// A step of the ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DisputeStep {
    /// The parents talk.
    Talk,
    /// Somebody of the family helps.
    FamilyMember,
    /// Mediation.
    Mediation,
    /// Solicitors.
    Solicitors,
    /// The court.
    Court,
}

/// Mediation outside a programme: who mediates, and what standing its papers have.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mediation {
    /// The mediator, among the professionals.
    #[schemars(extend("x-concord" = reference(PROFESSIONAL, Door::Open)))]
    pub mediator: Id,
    /// Whether what is recorded may be shown to a court.
    pub standing: Standing,
    /// The firm's own reference.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub reference: Option<Line>,
}

/// Whether a mediated record may be shown to a court.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It may.
    Open,
    /// It is without prejudice.
    WithoutPrejudice,
}
