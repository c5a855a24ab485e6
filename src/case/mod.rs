//! The case file: every noun of the domain a file of its own, every constrained
//! string a type, read as text first and typed afterwards.
//!
//! Floor 1: imports `diagnostics` alone.

pub mod arrangement;
pub(crate) mod beside;
pub mod calendar;
pub mod child_voice;
pub mod course;
pub mod document;
pub mod form;
pub mod joint_letter;
pub mod load;
pub mod narrative;
pub mod person;
pub mod place;
pub mod plan;
pub mod proceedings;
pub mod programme;
pub mod recommendation;
pub mod recurrence;
mod register;
pub mod safeguarding;
#[cfg(test)]
pub(crate) mod sample;
pub mod shape;
pub mod sign_off;
mod skeleton;
pub(crate) mod texts;

use schemars::JsonSchema;
use serde::Deserialize;

use form::SchemaVersion;

pub use skeleton::skeleton;

/// One family's case, as the file tells it.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The version of the file's form: `concord/1`.
    pub schema: SchemaVersion,
    /// The rules of court the documents answer to.
    pub rules_profile: document::RulesProfile,
    /// Who prepares the documents, when, and in what state.
    pub document: document::DocumentDetails,
    /// The court proceedings; mediation may have none.
    #[serde(default)]
    pub case: Option<proceedings::Proceedings>,
    /// Everybody the file names.
    pub people: person::People,
    /// Places that sessions, handovers and children belong to.
    #[serde(default)]
    pub places: Vec<place::Place>,
    /// What is known about safety.
    #[serde(default)]
    pub safeguarding: Option<safeguarding::Safeguarding>,
    /// The programme and its sessions.
    pub programme: programme::Programme,
    /// Mediation outside a programme.
    #[serde(default)]
    pub mediation: Option<plan::Mediation>,
    /// Each adult's way through the course.
    #[serde(default)]
    pub course: Vec<course::CourseRecord>,
    /// What the children said, wrote or drew.
    #[serde(default)]
    pub child_voice: Vec<child_voice::ChildVoice>,
    /// The parents' letter back.
    #[serde(default)]
    pub joint_letter: Option<joint_letter::JointLetter>,
    /// Where each parent stands, from open content.
    #[serde(default)]
    pub positions: Vec<recommendation::Position>,
    /// What is agreed and what is not, point by point.
    #[serde(default)]
    pub arrangements: Vec<arrangement::Arrangement>,
    /// Terms, holidays and other dates the arrangements lean on.
    #[serde(default)]
    pub calendar: Option<calendar::Calendar>,
    /// What wins where two arrangements claim the same hour, strongest first.
    #[serde(default)]
    pub priorities: Vec<calendar::Priority>,
    /// Contact while the programme runs.
    #[serde(default)]
    pub interim: Option<plan::Interim>,
    /// How the parents change things and decide.
    #[serde(default)]
    pub decisions: Option<plan::Decisions>,
    /// When the plan is looked at again.
    #[serde(default)]
    pub review: Option<plan::Review>,
    /// What happens when the parents differ.
    #[serde(default)]
    pub disputes: Option<plan::Disputes>,
    /// The officer's analysis, by the heads of the welfare checklist that are engaged.
    #[serde(default)]
    pub analysis: Vec<recommendation::WelfareAnalysis>,
    /// What the officer asks of the court.
    #[serde(default)]
    pub recommendations: Vec<recommendation::Recommendation>,
    /// Who signs, and who has acknowledged.
    #[serde(default)]
    pub sign_off: Option<sign_off::SignOff>,
}

/// The JSON Schema of a case file (draft 2020-12), for editors that complete and explain
/// its fields.
pub fn schema() -> String {
    let mut text = serde_json::to_string_pretty(&schemars::schema_for!(Case))
        .expect("a schema has text for keys and nothing that fails");
    text.push('\n');
    text
}
