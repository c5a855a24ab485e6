//! What the officer thinks and asks of the court: welfare analysis, recommendations.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::form::Id;
use super::mark::{ADULT, ARRANGEMENT, CHILD, Door, Kind, Voice, id, reference, words};
use super::narrative::Narrative;
use super::proceedings::OrderKind;

/// A head of the welfare checklist (Children Act 1989 s.1(3)(a)–(g)).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum WelfareHead {
    /// Wishes and feelings.
    A,
    /// Physical, emotional and educational needs.
    B,
    /// The likely effect of change.
    C,
    /// Age, sex, background and characteristics.
    D,
    /// Harm suffered or at risk of.
    E,
    /// How capable the parents and others are.
    F,
    /// The powers of the court.
    G,
}

impl WelfareHead {
    /// The letter of the paragraph in section 1(3).
    pub fn letter(self) -> char {
        match self {
            WelfareHead::A => 'a',
            WelfareHead::B => 'b',
            WelfareHead::C => 'c',
            WelfareHead::D => 'd',
            WelfareHead::E => 'e',
            WelfareHead::F => 'f',
            WelfareHead::G => 'g',
        }
    }
}

/// The officer's analysis under one head of the checklist.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WelfareAnalysis {
    /// The head.
    pub head: WelfareHead,
    /// The analysis.
    #[schemars(extend("x-concord" = words(Voice::Officer, Door::Open)))]
    pub text: Narrative,
}

/// One parent's position, from open content alone.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// Whose position.
    #[schemars(extend("x-concord" = reference(ADULT, Door::Open)))]
    pub adult: Id,
    /// The position, in words the parent accepts.
    #[schemars(extend("x-concord" = words(Voice::Position, Door::Open)))]
    pub text: Narrative,
}

/// Something the officer asks the court to do, with its reason.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recommendation {
    /// The name other parts of the file call it by.
    #[schemars(extend("x-concord" = id(Kind::Recommendation)))]
    pub id: Id,
    /// What is recommended.
    #[schemars(extend("x-concord" = words(Voice::Officer, Door::Open)))]
    pub text: Narrative,
    /// Why. The court departs from a recommendation only for clear reasons of its own.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Officer, Door::Open)))]
    pub reason: Option<Narrative>,
    /// The heads of the welfare checklist it rests on.
    #[serde(default)]
    pub welfare_heads: Vec<WelfareHead>,
    /// The order asked for.
    #[serde(default)]
    pub order_sought: Option<OrderKind>,
    /// The points which are not agreed and of which it says what should become.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(ARRANGEMENT, Door::Open)))]
    pub points: Vec<Id>,
    /// The children it concerns; all, where none is named.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(CHILD, Door::Open)))]
    pub children: Vec<Id>,
}
