//! Why a reader does not get a piece of the file.

use std::fmt;

/// Why a reader does not get a piece of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// `vis` keeps it for the court.
    CourtAlone,
    /// `served_to` names others.
    ServedOnOthers,
    /// Only the court's papers tell it, and the copies that parties are served with.
    CourtPapers,
    /// It was said without prejudice, and stays in the room.
    WithoutPrejudice,
    /// The child does not share it with this reader.
    ChildKeepsIt,
    /// The child's consent to pass it on has no day.
    NoConsent,
    /// The parents do not share their letter with this reader.
    ParentsKeepIt,
    /// The parents have not written the letter.
    NotWritten,
    /// The place is confidential.
    ConfidentialPlace,
    /// Form C8 or a refuge keeps it from the other parties (FPR rule 29.1).
    KeptBack,
    /// An order keeps the reader away from somebody.
    KeptAway,
    /// It concerns another person alone.
    AnotherPersons,
}

/// The end of a sentence that begins with the piece.
impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Why::CourtAlone => "is for the court alone",
            Why::ServedOnOthers => "is served on others alone",
            Why::CourtPapers => "is told in the court's papers alone",
            Why::WithoutPrejudice => "was said without prejudice",
            Why::ChildKeepsIt => "is not shared by the child",
            Why::NoConsent => "has no day on which the child agreed to share it",
            Why::ParentsKeepIt => "is not shared by the parents",
            Why::NotWritten => "is no letter that the parents have written",
            Why::ConfidentialPlace => "is a confidential place",
            Why::KeptBack => "is kept back by form C8 or because of a refuge",
            Why::KeptAway => "could lead to somebody whom an order protects",
            Why::AnotherPersons => "concerns another person alone",
        })
    }
}
