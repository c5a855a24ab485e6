//! Why a document cannot be made from a case, and what to do about it.

use std::fmt;

/// Why a document cannot be made from a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inapplicable {
    /// It belongs to another programme than the family's.
    OtherProgramme,
    /// The file has no `case`, so that the document would have no heading.
    NoProceedings,
    /// No arrangement is agreed.
    NothingAgreed,
}

impl Inapplicable {
    /// What to do about it.
    pub fn help(self) -> &'static str {
        match self {
            Inapplicable::OtherProgramme => "ask for a document of the family's own programme",
            Inapplicable::NoProceedings => "add `case` with the court and the case number",
            Inapplicable::NothingAgreed => {
                "leave the document out, or give an arrangement `status: agreed`"
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
            Inapplicable::NothingAgreed => "no arrangement is agreed",
        })
    }
}
