//! Why a document cannot be made from a case, and what to do about it.

use std::fmt;

use crate::diagnostics::{Pointer, Unplaced, code};

/// Why a document cannot be made from a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inapplicable {
    /// It belongs to another programme than the family's.
    OtherProgramme,
    /// The file has no `case`, so that the document would have no heading.
    NoProceedings,
    /// The file tells of no mediation.
    NoMediation,
    /// No arrangement is agreed.
    NothingAgreed,
    /// No arrangement is agreed, not even in part, and nothing settled about decisions or a
    /// review.
    NothingPlanned,
    /// No arrangement that a child may read of is agreed for any child.
    NothingForAChild,
    /// No child agreed that the parents may see a letter or drawing.
    NoChildsLetter,
    /// The parents wrote no letter back.
    NoJointLetter,
    /// No session is arranged.
    NoSessions,
    /// The case stays in the programme.
    NotReturned,
    /// The case was returned to court, and the notice of that tells all that a report would.
    Returned,
    /// No adult is on the course.
    NoCourseUnderWay,
    /// No adult's course has ended.
    NoCourseEnded,
}

impl Inapplicable {
    /// The finding where a document is asked for all the same, by its id (`V01`).
    pub fn refusal_of(self, document: &str) -> Unplaced {
        let message = format!("`{document}` does not apply: {self}");
        let at = Pointer::root().key("programme").key("kind");
        let mut refusal = Unplaced::new(&code::view::DOES_NOT_APPLY, at, message);
        refusal.help(self.help());
        refusal
    }

    /// What to do about it.
    pub fn help(self) -> &'static str {
        match self {
            Inapplicable::OtherProgramme => "ask for a document of the family's own programme",
            Inapplicable::NoProceedings => "add `case` with the court and the case number",
            Inapplicable::NoMediation => "add `mediation`, with who mediates",
            Inapplicable::NothingAgreed => {
                "leave the document out, or give an arrangement `status: agreed`"
            }
            Inapplicable::NothingPlanned => {
                "leave the document out, or add what is agreed: `arrangements`, `decisions` or \
                 `review`"
            }
            Inapplicable::NothingForAChild => {
                "agree where the child is, and when: the plan for a child prints nothing that \
                 is open or confidential"
            }
            Inapplicable::NoChildsLetter => {
                "leave the document out; a letter is passed on only with `share: parents` or \
                 `share: all`, and the day the child agreed"
            }
            Inapplicable::NoJointLetter => {
                "leave the document out, or give `joint_letter` its words and `status: written`"
            }
            Inapplicable::NoSessions => "write the appointments in `programme.sessions`",
            Inapplicable::NotReturned => {
                "leave the document out, or write `programme.return_to_court`"
            }
            Inapplicable::Returned => "ask for `return-to-court`, which tells all of it",
            Inapplicable::NoCourseUnderWay => {
                "leave the document out, or add a `course` record with `result: in_progress`"
            }
            Inapplicable::NoCourseEnded => {
                "leave the document out until a `course` record says how it ended"
            }
        }
    }
}

/// The end of a sentence that begins with the document's name.
impl fmt::Display for Inapplicable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Inapplicable::OtherProgramme => "it belongs to another programme",
            Inapplicable::NoProceedings => "the case has no court proceedings",
            Inapplicable::NoMediation => "the case tells of no mediation",
            Inapplicable::NothingAgreed => "no arrangement is agreed",
            Inapplicable::NothingPlanned => "nothing is agreed that a plan could say",
            Inapplicable::NothingForAChild => {
                "nothing is agreed of a child's days that the child may read"
            }
            Inapplicable::NoChildsLetter => "no child shares a letter or drawing with the parents",
            Inapplicable::NoJointLetter => "the parents have written no joint letter",
            Inapplicable::NoSessions => "the programme has no sessions",
            Inapplicable::NotReturned => "the case has not been returned to court",
            Inapplicable::Returned => "`return-to-court` is the report of a case that was returned",
            Inapplicable::NoCourseUnderWay => "nobody is on the course",
            Inapplicable::NoCourseEnded => "no course has ended",
        })
    }
}
