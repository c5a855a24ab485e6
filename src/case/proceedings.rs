//! The court proceedings: which court, which case, which hearings and orders.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::form::{CaseNumber, Date, Id, Line, Time};
use super::mark::{ADULT, Door, Kind, Voice, form, id, reference, words};
use super::narrative::Narrative;

/// The case as the court knows it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Proceedings {
    /// The court's case number, as on the order: `LS26P00417`, or sixteen digits.
    #[schemars(extend("x-concord" = form(Door::Open)))]
    pub number: CaseNumber,
    /// Cafcass's or Cafcass Cymru's own number for the family.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub cafcass_number: Option<Line>,
    /// The court.
    pub court: Court,
    /// The statutes the proceedings are brought under.
    #[serde(default = "children_act")]
    pub act: Vec<Act>,
    /// What was applied for.
    pub application: Application,
    /// Which of the two private-law pathways the court follows.
    pub pathway: Pathway,
    /// How the programme came into the case.
    #[serde(default)]
    pub route: Option<Route>,
    /// The day the court directed, or agreed to, the programme.
    #[serde(default)]
    pub directed_on: Option<Date>,
    /// Orders already made.
    #[serde(default)]
    pub orders: Vec<Order>,
    /// Hearings held and listed, in order of date.
    #[serde(default)]
    pub hearings: Vec<Hearing>,
    /// When this report is due, and when it was filed.
    #[serde(default)]
    pub filing: Option<Filing>,
    /// Whether a transparency order is in force (FPR Practice Direction 12R).
    #[serde(default)]
    pub transparency_order: bool,
}

fn children_act() -> Vec<Act> {
    vec![Act::ChildrenAct1989]
}

/// A statute the heading names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// The Children Act 1989.
    #[serde(rename = "children_act_1989")]
    ChildrenAct1989,
}

/// The court and where it sits.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Court {
    /// The court's name, for example `The Family Court at Leeds`.
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub name: Line,
    /// The town it sits at, for the heading.
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub sitting_at: Line,
    /// The same in Welsh with the mutation it needs, for example `yng Nghaerdydd`.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub sitting_at_cy: Option<Line>,
    /// The level of judge the case is allocated to.
    #[serde(default)]
    pub level: Option<CourtLevel>,
    /// Where the court is.
    #[serde(default)]
    pub jurisdiction: Jurisdiction,
}

/// The level of judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CourtLevel {
    /// Lay justices.
    Magistrates,
    /// A district judge.
    District,
    /// A circuit judge.
    Circuit,
    /// A judge of High Court level.
    High,
}

/// The side of the border, which decides the service and the language duties.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Jurisdiction {
    /// England: Cafcass.
    #[default]
    England,
    /// Wales: Cafcass Cymru.
    Wales,
}

/// What was applied for, and when the application was issued.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Application {
    /// The orders asked for (Children Act 1989 s.8 and s.4).
    pub types: Vec<ApplicationType>,
    /// The day the court issued the application.
    pub issued_on: Date,
}

/// A kind of application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ApplicationType {
    /// A child arrangements order.
    ChildArrangements,
    /// A specific issue order.
    SpecificIssue,
    /// A prohibited steps order.
    ProhibitedSteps,
    /// Parental responsibility.
    ParentalResponsibility,
    /// Enforcement of an order.
    Enforcement,
    /// Something else.
    Other,
}

/// The private-law pathway of the court.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Pathway {
    /// The Child Arrangements Programme (FPR Practice Direction 12B).
    Cap,
    /// The Child Focused Court model, once called Pathfinder.
    ChildFocused,
}

/// How the programme came into the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
pub enum Route {
    /// The child is a party with a guardian (FPR rule 16.4).
    #[serde(rename = "rule_16_4")]
    Rule164,
    /// A welfare report was ordered (Children Act 1989 s.7).
    #[serde(rename = "section_7")]
    Section7,
    /// Another way.
    #[serde(rename = "other")]
    Other,
}

/// An order already made.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// The name other parts of the file call it by.
    #[schemars(extend("x-concord" = id(Kind::Order)))]
    pub id: Id,
    /// The form it was made on.
    pub kind: OrderKind,
    /// The day it was made.
    pub made_on: Date,
    /// Who made it.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub judge: Option<Line>,
    /// The same in Welsh, with the judge’s title, where `judge` is English.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub judge_cy: Option<Line>,
    /// What it says, in a sentence.
    #[schemars(extend("x-concord" = words(Voice::Order, Door::Open)))]
    pub summary: Narrative,
    /// For a child arrangements order: which of the statutory verbs it uses.
    #[serde(default)]
    pub cao_type: Option<CaoType>,
    /// The person the child lives with, or spends time with, under the order.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(ADULT, Door::Office)))]
    pub with: Option<Id>,
    /// The day it ends.
    #[serde(default)]
    pub expires_on: Option<Date>,
}

/// The form an order was made on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
pub enum OrderKind {
    /// Directions, or a blank order.
    C21,
    /// Child arrangements, specific issue or prohibited steps.
    C43,
    /// Parental responsibility.
    C45A,
    /// Family assistance.
    C42,
    /// Transfer.
    C49,
    /// Enforcement.
    C80,
    /// Directions without a form.
    #[serde(rename = "directions")]
    Directions,
    /// Something else.
    #[serde(rename = "other")]
    Other,
}

/// The statutory verbs of a child arrangements order (Children Act 1989 s.8(1)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CaoType {
    /// The child lives with the person.
    LiveWith,
    /// The child spends time with the person.
    SpendTime,
    /// Both.
    Both,
}

/// A hearing held or listed.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hearing {
    /// The name other parts of the file call it by.
    #[schemars(extend("x-concord" = id(Kind::Hearing)))]
    pub id: Id,
    /// What it is for.
    pub kind: HearingKind,
    /// The day.
    pub on: Date,
    /// When it starts.
    #[serde(default)]
    pub at: Option<Time>,
    /// Where: a court, or how it is attended.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub venue: Option<Line>,
    /// The same in Welsh, where `venue` is English.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub venue_cy: Option<Line>,
    /// Before whom.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub judge: Option<Line>,
    /// The same in Welsh, with the judge’s title, where `judge` is English.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub judge_cy: Option<Line>,
}

/// What a hearing is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HearingKind {
    /// First hearing dispute resolution appointment.
    Fhdra,
    /// Dispute resolution appointment.
    Dra,
    /// Fact-finding hearing.
    FactFinding,
    /// Final hearing.
    Final,
    /// Review hearing.
    Review,
    /// Decision hearing of the Child Focused Court.
    Decision,
    /// Another hearing.
    Other,
}

/// When the report is due and when it was filed.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Filing {
    /// The day the court wants it by.
    #[serde(default)]
    pub due_on: Option<Date>,
    /// The day it was filed.
    #[serde(default)]
    pub filed_on: Option<Date>,
}
