//! The kinds of view there are. A document of a firm's own has one of them; nobody can add
//! a kind without Rust.

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::documents::agreed_arrangements::AgreedArrangements;
use super::documents::childs_letter::ChildsLetter;
use super::documents::childs_plan::ChildsPlan;
use super::documents::course_joining_letter::CourseJoiningLetter;
use super::documents::course_notice::CourseNotice;
use super::documents::court_report::CourtReport;
use super::documents::joint_letter::JointLetterToChildren;
use super::documents::parenting_plan::ParentingPlan;
use super::documents::return_to_court::ReturnNotice;
use super::documents::session_schedule::SessionSchedule;
use super::registry::Entry;

/// What a document tells, and to whom. It is matched here, and where the checks ask what
/// a document must carry; anything else that sets one document apart is a fact that it
/// declares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ViewKind {
    /// The officer's short report on the programme.
    CourtReport,
    /// The record of what the parents agreed, ready to be lifted into an order.
    AgreedArrangements,
    /// The parents' plan, all topics.
    ParentingPlan,
    /// The plan in plain words, for a child.
    ChildsPlan,
    /// A child's own letter or drawing.
    ChildsLetter,
    /// The parents' letter back.
    JointLetter,
    /// The appointments of the programme.
    SessionSchedule,
    /// The notice that the case leaves the programme.
    ReturnToCourt,
    /// The letter with which an adult joins the course.
    CourseJoiningLetter,
    /// The notice that an adult completed the course or did not.
    CourseNotice,
}

impl ViewKind {
    /// Every kind, in the order in which their own documents are listed and built.
    pub const ALL: [ViewKind; 10] = [
        ViewKind::CourtReport,
        ViewKind::AgreedArrangements,
        ViewKind::ParentingPlan,
        ViewKind::ChildsPlan,
        ViewKind::ChildsLetter,
        ViewKind::JointLetter,
        ViewKind::SessionSchedule,
        ViewKind::ReturnToCourt,
        ViewKind::CourseJoiningLetter,
        ViewKind::CourseNotice,
    ];

    pub(super) fn entry(self) -> Entry {
        match self {
            ViewKind::CourtReport => Entry::of::<CourtReport>(),
            ViewKind::AgreedArrangements => Entry::of::<AgreedArrangements>(),
            ViewKind::ParentingPlan => Entry::of::<ParentingPlan>(),
            ViewKind::ChildsPlan => Entry::of::<ChildsPlan>(),
            ViewKind::ChildsLetter => Entry::of::<ChildsLetter>(),
            ViewKind::JointLetter => Entry::of::<JointLetterToChildren>(),
            ViewKind::SessionSchedule => Entry::of::<SessionSchedule>(),
            ViewKind::ReturnToCourt => Entry::of::<ReturnNotice>(),
            ViewKind::CourseJoiningLetter => Entry::of::<CourseJoiningLetter>(),
            ViewKind::CourseNotice => Entry::of::<CourseNotice>(),
        }
    }

    /// Whether a firm may say for whom there are copies of a document of its own.
    pub fn is_for_parties(self) -> bool {
        self.entry().for_parties
    }

    /// The fields that hold what a mediation without prejudice has come to.
    pub fn without_prejudice(self) -> &'static [&'static str] {
        self.entry().without_prejudice
    }

    /// The JSON Schema of the view: what a template may name.
    pub fn schema(self) -> Value {
        self.entry().schema()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::shape::Kind;

    #[test]
    fn a_view_is_called_as_its_own_document() {
        for view in ViewKind::ALL {
            let named: ViewKind =
                serde_json::from_value(view.entry().id.into()).expect("it has this name");
            assert_eq!(named, view);
        }
    }

    #[test]
    fn what_is_without_prejudice_is_a_field_of_the_view() {
        for view in ViewKind::ALL {
            let schema = view.schema();
            let root = crate::schema::Schema::new(&schema).root();
            let Kind::Block(fields) = root.kind else {
                panic!("a view is a block");
            };
            for field in view.without_prejudice() {
                assert!(fields.contains_key(*field), "{field}");
            }
        }
    }
}
