//! The course: Planning Together for Children in England, Working Together for
//! Children in Wales. One record for each adult; stages the case does not give
//! are not invented.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::form::{Date, Id, Line, Time};
use super::mark::{ADULT, Door, ORDER, PLACE, PROFESSIONAL, Voice, reference, words};
use super::narrative::Narrative;

/// One adult's way through the course.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CourseRecord {
    /// Whose record it is.
    #[schemars(extend("x-concord" = reference(ADULT, Door::Open)))]
    pub adult: Id,
    /// Who sent the adult.
    pub route: CourseRoute,
    /// The order, among the case's orders, where the court sent the adult.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(ORDER, Door::Open)))]
    pub order: Option<Id>,
    /// The day of the referral.
    pub referred_on: Date,
    /// The provider, among the professionals.
    #[schemars(extend("x-concord" = reference(PROFESSIONAL, Door::Open)))]
    pub provider: Id,
    /// The day of the welcome letter or e-mail.
    #[serde(default)]
    pub welcome_on: Option<Date>,
    /// The day by which the provider asks the adult to use the Parent Hub (England).
    #[serde(default)]
    pub hub_by: Option<Date>,
    /// The day the adult first used the Parent Hub (England).
    #[serde(default)]
    pub hub_on: Option<Date>,
    /// The day by which the provider asks for the e-learning (England).
    #[serde(default)]
    pub elearning_by: Option<Date>,
    /// The day the e-learning was completed (England).
    #[serde(default)]
    pub elearning_on: Option<Date>,
    /// The group workshop, or the taught sessions in Wales.
    #[serde(default)]
    pub workshop: Option<Workshop>,
    /// Whether a parenting plan was begun.
    #[serde(default)]
    pub plan_started: Option<bool>,
    /// The day the course was completed.
    #[serde(default)]
    pub completed_on: Option<Date>,
    /// The follow-up call.
    #[serde(default)]
    pub call: Option<FollowUpCall>,
    /// How it ended.
    pub result: CourseResult,
    /// Why it was not completed, or why a stage of it came late.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Officer, Door::Open)))]
    pub reason: Option<Narrative>,
    /// The number of the certificate.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub certificate_no: Option<Line>,
    /// The day the court was told.
    #[serde(default)]
    pub court_notified_on: Option<Date>,
    /// The day Cafcass or Cafcass Cymru was told.
    #[serde(default)]
    pub cafcass_notified_on: Option<Date>,
}

/// Who sent an adult to the course.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CourseRoute {
    /// The court ordered or directed it (Children Act 1989 ss.11A–11G).
    CourtOrdered,
    /// A family court adviser referred the adult.
    FcaReferred,
}

/// The group part of the course.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Workshop {
    /// The day of the first part.
    #[serde(default)]
    pub on: Option<Date>,
    /// When it begins.
    #[serde(default)]
    pub start: Option<Time>,
    /// One meeting, or two.
    #[serde(default = "one")]
    #[schemars(range(min = 1, max = 2))]
    pub parts: u32,
    /// The day of the second part.
    #[serde(default)]
    pub second_on: Option<Date>,
    /// Online or in person.
    pub mode: WorkshopMode,
    /// Where, among the places.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(PLACE, Door::Open)))]
    pub place: Option<Id>,
    /// Whether the adult attended.
    #[serde(default)]
    pub attended: Option<bool>,
}

fn one() -> u32 {
    1
}

/// Online or in person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WorkshopMode {
    /// By video.
    Online,
    /// In a room.
    InPerson,
}

/// The ten-minute call after the course, for those who consented to it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FollowUpCall {
    /// Whether the adult consented during the course.
    pub consent: bool,
    /// The day of the call.
    #[serde(default)]
    pub on: Option<Date>,
    /// How long it took, in minutes.
    #[serde(default)]
    #[schemars(range(min = 1, max = 120))]
    pub minutes: Option<u32>,
}

/// How the course ended for an adult.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CourseResult {
    /// Completed.
    Completed,
    /// Not completed.
    NotCompleted,
    /// Exempted.
    Exempt,
    /// Under way.
    InProgress,
}
