//! The case file as a whole, and its schema.

use schemars::{JsonSchema, Schema};
use serde::{Deserialize, Serialize};

use super::form::{Line, SchemaVersion};
use super::mark::{Door, form};
use super::{
    arrangement, calendar, child_voice, concord2, course, document, joint_letter, person, place,
    plan, proceedings, programme, recommendation, safeguarding, sign_off,
};
use crate::reading::Node;
use crate::schema::for_editors;

/// One family's case, as the file tells it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The version of the file's form: `concord/2`; `concord/1` is read too.
    pub schema: SchemaVersion,
    /// What the office calls the case, where no court gave it a number and no mediator a
    /// reference: the folder of its documents is called so, and everybody sees it.
    #[serde(default)]
    #[schemars(extend("x-concord" = form(Door::Office)))]
    pub id: Option<Line>,
    /// The rules of court the documents answer to.
    pub rules_profile: document::RulesProfile,
    /// Who prepares the documents, when, and in what state.
    pub document: document::DocumentDetails,
    /// The court proceedings; mediation may have none.
    #[serde(default, rename = "case")]
    pub proceedings: Option<proceedings::Proceedings>,
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
    /// Which numbers the copies of the parties have, where the office says so and not the rules.
    #[serde(skip)]
    pub office_numbers: Option<document::Numbering>,
}

impl Case {
    /// Which numbers the copies of the parties have.
    pub fn numbers(&self) -> document::Numbering {
        let of_rules = || self.rules_profile.numbers();
        self.office_numbers.unwrap_or_else(of_rules)
    }

    /// What its documents are filed under: the court's number, else the mediator's
    /// reference, else its own `id`.
    pub(crate) fn reference(&self) -> Option<&str> {
        let number = self.proceedings.as_ref().map(|court| court.number.as_str());
        let mediation = self.mediation.as_ref();
        let reference = mediation.and_then(|one| one.reference.as_ref());
        let id = self.id.as_ref().map(Line::as_str);
        number.or(reference.map(Line::as_str)).or(id)
    }
}

/// What the documents of a file are filed under, where it says so, of its values alone: it need
/// not be a sound case.
pub fn reference_in(tree: &Node) -> Option<&str> {
    let of_block = |block: &str, key: &str| tree.entry(block)?.value.entry(key)?.value.text();
    of_block("case", "number")
        .or_else(|| of_block("mediation", "reference"))
        .or_else(|| tree.entry("id")?.value.text())
}

/// The JSON Schema of a case file in the form of `concord/2` (draft 2020-12), for editors that
/// complete and explain its fields.
pub fn schema() -> String {
    let mut schema = concord2::of_the_form(&schemars::schema_for!(Case).to_value());
    for_editors(&mut schema);
    // Only a `Schema` writes its keywords in the order in which they are read.
    let schema = Schema::try_from(schema).expect("a schema without its marks is one");
    let mut text = serde_json::to_string_pretty(&schema)
        .expect("a schema has text for keys and nothing that fails");
    text.push('\n');
    text
}
