//! The programme: its window, its sessions, how it ended.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::form::{Date, Id, Line, Time};
use super::mark::{
    ANYBODY, Door, FAMILY, GROWN_UP, Kind, PLACE, SESSION, Voice, id, reference, words,
};
use super::narrative::Narrative;
use super::visibility::Visibility;

/// The programme the file is about.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// Which programme.
    pub kind: ProgrammeKind,
    /// Its official Welsh title, as the service supplied it; never a guess.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub title_cy: Option<Line>,
    /// The day the programme's window begins.
    #[serde(default)]
    pub starts_on: Option<Date>,
    /// How many weeks the window lasts; about twelve for CPPP.
    #[serde(default = "twelve")]
    #[schemars(range(min = 1, max = 52))]
    pub window_weeks: u32,
    /// A later end, where the window was extended.
    #[serde(default)]
    pub extended_to: Option<Date>,
    /// Why it was extended.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Officer, Door::Open)))]
    pub extension_reason: Option<Narrative>,
    /// What happened in general, for the report's record of the programme.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Officer, Door::Open)))]
    pub account: Option<Narrative>,
    /// The sessions, in order of date.
    #[serde(default)]
    pub sessions: Vec<Session>,
    /// How it ended.
    #[serde(default)]
    pub outcome: Option<Outcome>,
    /// Why a programme counted as completed had no joint session.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Officer, Door::Open)))]
    pub no_joint_session_reason: Option<Narrative>,
    /// The return to court, where there was one.
    #[serde(default)]
    pub return_to_court: Option<ReturnToCourt>,
}

fn twelve() -> u32 {
    12
}

/// Which programme the family takes part in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ProgrammeKind {
    /// The Cafcass Positive co-Parenting Programme, England.
    Cppp,
    /// Planning Together for Children, England.
    PlanningTogether,
    /// Working Together for Children, Wales.
    WorkingTogether,
    /// Family mediation outside a programme.
    Mediation,
}

/// One appointment of the programme.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// The name other parts of the file call it by.
    #[schemars(extend("x-concord" = id(Kind::Session)))]
    pub id: Id,
    /// With whom, in general.
    pub kind: SessionKind,
    /// Everybody who took part, or is to; the officer too.
    #[schemars(length(min = 1))]
    #[schemars(extend("x-concord" = reference(ANYBODY, Door::Open)))]
    pub with: Vec<Id>,
    /// The day.
    pub on: Date,
    /// When it began, or is to begin.
    #[serde(default)]
    pub start: Option<Time>,
    /// When it ended, or is to end.
    #[serde(default)]
    pub end: Option<Time>,
    /// Where, among the places; absent when it was remote.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(PLACE, Door::Open)))]
    pub place: Option<Id>,
    /// Whether it was by video or telephone.
    #[serde(default)]
    pub remote: bool,
    /// Whether it took place.
    pub status: SessionStatus,
    /// Why it was missed, cancelled or rearranged; or why it departs from the
    /// programme's outline: its order, its length, who takes part.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Officer, Door::Open)))]
    pub reason: Option<Narrative>,
    /// The session it stands in for.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(SESSION, Door::Open)))]
    pub replaces: Option<Id>,
    /// What was said, each with the standing it has.
    #[serde(default)]
    pub notes: Vec<Note>,
}

impl Session {
    /// How long it takes, in minutes; less than none where it ends before it begins.
    pub fn minutes(&self) -> Option<i64> {
        let (start, end) = self.start.zip(self.end)?;
        Some(start.0.duration_until(end.0).as_mins())
    }
}

/// With whom a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SessionKind {
    /// The officer and one parent.
    OneToOne,
    /// The officer and a child or children.
    Child,
    /// The officer and both parents.
    Joint,
    /// Another meeting.
    Other,
}

/// Whether a session took place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SessionStatus {
    /// It is to come.
    Planned,
    /// It was held.
    Held,
    /// Somebody did not come.
    Missed,
    /// It was called off.
    Cancelled,
    /// It was moved; another session `replaces` it.
    Rearranged,
}

impl SessionStatus {
    /// Whether the session was held or is still to be.
    pub fn stands(self) -> bool {
        matches!(self, SessionStatus::Planned | SessionStatus::Held)
    }
}

/// Something said or seen in a session.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// What was said or seen.
    #[schemars(extend("x-concord" = words(Voice::Information, Door::Basis)))]
    pub text: Narrative,
    /// The standing it has.
    pub basis: Basis,
    /// Whom it is about.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(FAMILY, Door::Basis)))]
    pub about: Option<Id>,
    /// Who may be served with it.
    pub vis: Visibility,
    /// The people it may be served on, where `vis` is `served_to`.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(ANYBODY, Door::Basis)))]
    pub served_to: Vec<Id>,
}

impl Note {
    /// Whether it is the officer's own observation, and not something said.
    pub fn is_observed(&self) -> bool {
        self.basis == Basis::FcaObservation
    }
}

/// The standing of something said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Said openly: the court may read it.
    Open,
    /// Without prejudice: it stays in the room.
    WithoutPrejudice,
    /// The officer's own observation.
    FcaObservation,
}

/// How the programme ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Completed, everything agreed.
    CompletedFullAgreement,
    /// Completed, part agreed.
    CompletedPartial,
    /// Completed, nothing agreed.
    CompletedNoAgreement,
    /// Returned to court before its end.
    ReturnedToCourt,
    /// A parent, or both, withdrew.
    Withdrawn,
    /// Not ended yet.
    InProgress,
}

impl Outcome {
    /// Whether the four sessions came to their end.
    pub fn is_completed(self) -> bool {
        matches!(
            self,
            Outcome::CompletedFullAgreement
                | Outcome::CompletedPartial
                | Outcome::CompletedNoAgreement
        )
    }
}

/// The case leaves the programme before its end.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnToCourt {
    /// The day it was decided.
    pub on: Date,
    /// Who decided it.
    #[schemars(extend("x-concord" = reference(GROWN_UP, Door::Vis)))]
    pub decided_by: Id,
    /// On what grounds.
    #[schemars(length(min = 1))]
    pub grounds: Vec<ReturnGround>,
    /// The account of it.
    #[schemars(extend("x-concord" = words(Voice::Officer, Door::Vis)))]
    pub text: Narrative,
    /// Whether the court should see the case before the listed hearing.
    #[serde(default)]
    pub urgent: bool,
    /// Who may be served with it; required where a ground is safeguarding.
    #[serde(default)]
    pub vis: Option<Visibility>,
    /// The people it may be served on, where `vis` is `served_to`.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(ANYBODY, Door::Vis)))]
    pub served_to: Vec<Id>,
}

/// Why a case leaves the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReturnGround {
    /// A safeguarding concern.
    Safeguarding,
    /// A parent does not engage.
    NotEngaging,
    /// The programme does not suit the case.
    NotSuitable,
    /// A parent asked for it.
    ParentsRequest,
    /// The child's well-being.
    ChildWellbeing,
    /// The time ran out.
    TimeExpired,
    /// The programme is no longer required.
    NoLongerRequired,
    /// Another ground.
    Other,
}
