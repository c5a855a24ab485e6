//! The documents there are, and to which cases each applies.

use crate::case::Case;
use crate::case::programme::ProgrammeKind;

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
use super::inapplicable::Inapplicable;
use super::registry::Entry;
use crate::audience::DocumentCopy;

/// A kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Document {
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

impl Document {
    /// Every document, in the order in which they are listed and built.
    pub const ALL: &[Document] = &[
        Document::CourtReport,
        Document::AgreedArrangements,
        Document::ParentingPlan,
        Document::ChildsPlan,
        Document::ChildsLetter,
        Document::JointLetter,
        Document::SessionSchedule,
        Document::ReturnToCourt,
        Document::CourseJoiningLetter,
        Document::CourseNotice,
    ];

    pub(super) fn entry(self) -> Entry {
        match self {
            Document::CourtReport => Entry::of::<CourtReport>(),
            Document::AgreedArrangements => Entry::of::<AgreedArrangements>(),
            Document::ParentingPlan => Entry::of::<ParentingPlan>(),
            Document::ChildsPlan => Entry::of::<ChildsPlan>(),
            Document::ChildsLetter => Entry::of::<ChildsLetter>(),
            Document::JointLetter => Entry::of::<JointLetterToChildren>(),
            Document::SessionSchedule => Entry::of::<SessionSchedule>(),
            Document::ReturnToCourt => Entry::of::<ReturnNotice>(),
            Document::CourseJoiningLetter => Entry::of::<CourseJoiningLetter>(),
            Document::CourseNotice => Entry::of::<CourseNotice>(),
        }
    }

    /// The name on the command line, of the pack, and of the file.
    pub fn id(self) -> &'static str {
        self.entry().id
    }

    /// What it is, in a line.
    pub fn summary(self) -> &'static str {
        self.entry().summary
    }

    /// What a case must have for it, in a line.
    pub fn needs(self) -> &'static str {
        self.entry().needs
    }

    /// The programmes it belongs to.
    pub fn programmes(self) -> &'static [ProgrammeKind] {
        self.entry().programmes
    }

    /// Whether a bilingual copy has its languages side by side.
    pub fn is_side_by_side(self) -> bool {
        self.entry().side_by_side
    }

    /// The document of this name, if there is one.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|document| document.id() == id)
    }

    /// The copies of the document that can be made from a case: at least one.
    ///
    /// # Errors
    /// Why there is none.
    pub fn copies(self, case: &Case) -> Result<Vec<DocumentCopy>, Inapplicable> {
        let entry = self.entry();
        if !entry.programmes.contains(&case.programme.kind) {
            return Err(Inapplicable::OtherProgramme);
        }
        (entry.copies)(case)
    }

    /// The JSON Schema of the document's view: what a template may name.
    pub fn schema(self) -> serde_json::Value {
        self.entry().schema()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_found_by_the_names_they_give() {
        for &document in Document::ALL {
            assert_eq!(Document::from_id(document.id()), Some(document));
        }
        assert_eq!(Document::from_id("court_report"), None);
    }

    #[test]
    fn a_document_belongs_to_its_programme() {
        let mut case = super::super::sample::case();
        case.programme.kind = ProgrammeKind::Mediation;
        let answer = Document::CourtReport.copies(&case);
        assert_eq!(answer, Err(Inapplicable::OtherProgramme));
    }

    #[test]
    fn the_schema_requires_every_key_and_names_dates() {
        let schema = Document::CourtReport.schema();
        let len = |key| {
            schema.get(key).and_then(|value| match value {
                serde_json::Value::Object(map) => Some(map.len()),
                serde_json::Value::Array(list) => Some(list.len()),
                _ => None,
            })
        };
        assert_eq!(len("properties"), len("required"));
        assert_eq!(schema.pointer("/$defs/Date/format"), Some(&"date".into()));
        assert_eq!(
            schema.pointer("/$defs/TimeOfDay/format"),
            Some(&"time".into())
        );
    }
}
