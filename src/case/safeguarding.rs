//! What is known about safety, and who may be told.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::form::{Date, Id};
use super::mark::{ADULT, ANYBODY, Door, FAMILY, Kind, PROFESSIONAL, Voice, id, reference, words};
use super::narrative::Narrative;
use super::visibility::Visibility;

/// The safeguarding statement of the case (FPR Practice Directions 12B and 12J).
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Safeguarding {
    /// What is known of domestic abuse.
    pub domestic_abuse: DomesticAbuse,
    /// The statement to the court, in the officer's words.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Officer, Door::Open)))]
    pub statement: Option<Narrative>,
    /// Orders that protect somebody of the case.
    #[serde(default)]
    pub protective_orders: Vec<ProtectiveOrder>,
    /// Single pieces of information and their sources.
    #[serde(default)]
    pub flags: Vec<Flag>,
    /// Whether the family is suited to the programme.
    #[serde(default)]
    pub suitability: Option<Suitability>,
    /// Whether the parents may safely meet.
    pub safe_for_joint_session: SafeToMeet,
    /// What makes a meeting safe.
    #[serde(default)]
    pub measures: Vec<Measure>,
}

/// What is known of domestic abuse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DomesticAbuse {
    /// None is known.
    NoneKnown,
    /// It is alleged.
    Alleged,
    /// It is admitted.
    Admitted,
    /// A court has found it.
    Found,
    /// A protective order is in force.
    ProtectiveOrder,
}

/// An order that protects one person against another.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProtectiveOrder {
    /// The kind of order.
    pub kind: ProtectiveOrderKind,
    /// Who is protected.
    #[schemars(extend("x-concord" = reference(FAMILY, Door::Open)))]
    pub protects: Vec<Id>,
    /// Against whom.
    #[schemars(extend("x-concord" = reference(ADULT, Door::Open)))]
    pub against: Id,
    /// In force from.
    pub from: Date,
    /// In force until; without a day, until further order.
    #[serde(default)]
    pub until: Option<Date>,
    /// The day on which it is next before the court, in whatever proceedings it was made.
    #[serde(default)]
    pub hearing_on: Option<Date>,
    /// Whether it forbids contact, so that the two may not meet.
    #[serde(default = "forbids")]
    pub forbids_contact: bool,
    /// What it says.
    #[schemars(extend("x-concord" = words(Voice::Order, Door::Open)))]
    pub terms: Narrative,
}

fn forbids() -> bool {
    true
}

/// The kind of a protective order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProtectiveOrderKind {
    /// Non-molestation order.
    NonMolestation,
    /// Occupation order.
    Occupation,
    /// Domestic abuse protection order.
    Dapo,
    /// Restraining order.
    Restraining,
    /// Another order.
    Other,
}

/// One piece of safeguarding information.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Flag {
    /// The name other parts of the file call it by.
    #[schemars(extend("x-concord" = id(Kind::Flag)))]
    pub id: Id,
    /// Whom it is about.
    #[schemars(extend("x-concord" = reference(FAMILY, Door::Vis)))]
    pub about: Id,
    /// What it is about.
    pub kind: FlagKind,
    /// Who gave the information.
    pub source: FlagSource,
    /// When.
    pub date: Date,
    /// What was said.
    #[schemars(extend("x-concord" = words(Voice::Information, Door::Vis)))]
    pub text: Narrative,
    /// Who may be served with it.
    pub vis: Visibility,
    /// The people it may be served on, where `vis` is `served_to`.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(ANYBODY, Door::Vis)))]
    pub served_to: Vec<Id>,
    /// What contact must be, while this holds.
    #[serde(default)]
    pub requires: Vec<Condition>,
}

/// What a piece of safeguarding information is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FlagKind {
    /// Domestic abuse.
    DomesticAbuse,
    /// Harm to a child.
    ChildHarm,
    /// Alcohol or drugs.
    AlcoholDrugs,
    /// Mental health.
    MentalHealth,
    /// Criminal record or investigation.
    Police,
    /// Involvement of a local authority.
    LocalAuthority,
    /// Abduction.
    Abduction,
    /// Something else.
    Other,
}

/// Who gave a piece of safeguarding information.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FlagSource {
    /// The police.
    Police,
    /// A local authority.
    La,
    /// A party.
    Party,
    /// Another agency.
    Agency,
    /// The child.
    Child,
}

/// A condition contact must keep to.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// A safety measure described in the text.
    Safety,
    /// Supervised.
    Supervised,
    /// Supported.
    Supported,
    /// At a child contact centre.
    ContactCentre,
    /// Free of alcohol and drugs.
    AlcoholDrug,
    /// Another person is present.
    ThirdParty,
}

/// Whether the family is suited to the programme.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Suitability {
    /// Both parents are willing to engage.
    pub willing_both: bool,
    /// The court's involvement is still needed.
    pub court_involvement_needed: bool,
    /// Harmful conflict is the most significant concern.
    pub harmful_conflict_main: bool,
    /// The day it was assessed.
    pub assessed_on: Date,
    /// Who assessed it.
    #[schemars(extend("x-concord" = reference(PROFESSIONAL, Door::Office)))]
    pub assessed_by: Id,
}

/// Whether the parents may safely meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SafeToMeet {
    /// They may.
    Yes,
    /// They may not.
    No,
    /// With the measures named.
    WithMeasures,
}

/// What makes a meeting safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Separate waiting rooms.
    SeparateWaiting,
    /// Arrival at different times.
    StaggeredArrival,
    /// By video.
    Remote,
    /// With an interpreter.
    Interpreter,
    /// Another measure.
    Other,
}
