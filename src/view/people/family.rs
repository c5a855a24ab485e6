//! The heading of a document about a family that is before no court: who it is about.

use schemars::JsonSchema;
use serde::Serialize;

use super::heading::{RelationshipTo, relationships};
use super::naming::Age;
use crate::diagnostics::Pointer;
use crate::view::draft::Draft;

/// A family.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Family {
    /// `people` in the case file.
    pub at: Pointer,
    /// The children, in the order of the file.
    #[schemars(length(min = 1))]
    pub children: Vec<FamilyChild>,
    /// Whether there is one child, for the words that depend on it.
    pub one_child: bool,
    /// The adults who make the plan.
    pub adults: Vec<FamilyAdult>,
}

/// A child of the family.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct FamilyChild {
    /// The child in the case file.
    pub at: Pointer,
    /// All forenames and the surname.
    pub full_name: String,
    /// The age on the day the document was prepared.
    #[serde(flatten)]
    pub age: Age,
}

/// An adult of the family.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct FamilyAdult {
    /// The adult in the case file.
    pub at: Pointer,
    /// Title, all forenames and the surname.
    pub full_name: String,
    /// What the person is to the children.
    pub relationship: Vec<RelationshipTo>,
}

impl Family {
    pub(crate) fn of(draft: &Draft<'_>) -> Self {
        let children: Vec<FamilyChild> = draft
            .served
            .children()
            .map(|child| FamilyChild {
                full_name: child.full_name(),
                age: Age::on(&child, draft.today()),
                at: child.at,
            })
            .collect();
        Family {
            at: Pointer::root().key("people"),
            one_child: children.len() == 1,
            children,
            adults: draft
                .served
                .parties()
                .map(|adult| FamilyAdult {
                    full_name: adult.full_name(),
                    relationship: relationships(draft, &adult),
                    at: adult.at,
                })
                .collect(),
        }
    }
}
