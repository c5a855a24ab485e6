//! What the fields of the model are marked with: what a field holds, and who may see it.
//!
//! Every field that can hold words or an id carries one in its schema, as `x-concord`:
//! rules ask for every text and every reference, and a field that is new cannot be
//! forgotten. Dates, numbers and words of a closed list need none.

use serde::{Deserialize, Serialize};

use super::written_language::WrittenLanguage;

/// What a field holds, and who may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// What it holds; of a list each entry does, of a block with keys of one's own choice
    /// each key.
    pub holds: Holds,
    /// Who may see it.
    pub door: Door,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holds {
    /// Words of somebody's.
    Words(Voice),
    /// The words of a text in this one of its languages, or in that of the file: whose they
    /// are, the field that holds the text says.
    Language(Option<WrittenLanguage>),
    /// Signs with a form of their own: a number, a telephone number, the name of a file.
    Form,
    /// The id of something of one of these kinds.
    Reference(Vec<Kind>),
    /// The id by which other parts of the file call this.
    Id(Kind),
    /// Nothing by itself: a block, whose own fields say what they hold.
    Block,
}

/// Whose words a text holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    /// The officer's or mediator's own prose, terms of the arrangements among it.
    Officer,
    /// Where a parent stands, told by the officer: somebody's view by its nature.
    Position,
    /// What was said in a session or given to the officer, kept with its source and
    /// with who may be served with it.
    Information,
    /// What an order says, told as the order says it.
    Order,
    /// The parents' letter and promises.
    Parents,
    /// A child's words, said or written: they are never corrected.
    Child,
    /// A name, a label, a reference: not prose.
    Label,
}

/// What has an id, in the order in which the kinds are told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A child of the case.
    Child,
    /// A party, or another adult who matters to the children.
    Adult,
    /// A professional.
    Professional,
    /// A place.
    Place,
    /// A session of the programme.
    Session,
    /// An order already made.
    Order,
    /// A hearing held or listed.
    Hearing,
    /// A point of the arrangements.
    Arrangement,
    /// Something the officer asks of the court.
    Recommendation,
    /// A piece of safeguarding information.
    Flag,
    /// A school term.
    Term,
    /// A school holiday.
    Holiday,
}

/// Who may see what a field holds, of those whose documents tell of such things. A text that
/// can be a block says more with its own `vis`: fewer may see it then, and never others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Door {
    /// Every reader.
    Open,
    /// The court, and whom `vis` and `served_to` of the entry let be served with it.
    Vis,
    /// Whom the child agreed to share it with, as `share` beside it says.
    Share,
    /// The parents who write, the children they write to, and the court where
    /// `share_with_court` says so.
    JointLetter,
    /// As `Vis`, and nobody where its `basis` is without prejudice.
    Basis,
    /// The person it is about, and no other party.
    Own,
    /// The person it is about, unless form C8 or a refuge keeps it back from every page.
    C8,
    /// Every reader, unless the place is confidential.
    Place,
    /// Every reader, unless form C8 keeps the name back from every page.
    Name,
    /// Nobody: no document prints it.
    Office,
    /// As the block says in which it stands.
    Above,
}

impl Door {
    /// Who may see it, after "seen by"; nothing of what every reader may see.
    pub fn words(self) -> Option<&'static str> {
        Some(match self {
            Door::Open | Door::Above => return None,
            Door::Vis => "the court, and whom `vis` and `served_to` let be served with it",
            Door::Share => "whom the child agreed to share it with, as `share` says",
            Door::JointLetter => {
                "who wrote it, the children, and the court where `share_with_court` says so"
            }
            Door::Basis => {
                "the court, and whom `vis` lets be served; nobody where it was without prejudice"
            }
            Door::Own => "the person it is about, and no other party",
            Door::C8 => "the person it is about, unless form C8 or a refuge keeps it back",
            Door::Place => "every reader, unless the place is confidential",
            Door::Name => "every reader, unless form C8 keeps the name back",
            Door::Office => "nobody: no document prints it",
        })
    }
}

/// A child.
pub const CHILD: &[Kind] = &[Kind::Child];
/// A party, or another adult who matters to the children.
pub const ADULT: &[Kind] = &[Kind::Adult];
/// A professional.
pub const PROFESSIONAL: &[Kind] = &[Kind::Professional];
/// A place.
pub const PLACE: &[Kind] = &[Kind::Place];
/// A session of the programme.
pub const SESSION: &[Kind] = &[Kind::Session];
/// An order already made.
pub const ORDER: &[Kind] = &[Kind::Order];
/// A point of the arrangements.
pub const ARRANGEMENT: &[Kind] = &[Kind::Arrangement];
/// A school holiday.
pub const HOLIDAY: &[Kind] = &[Kind::Holiday];
/// Somebody of the family.
pub const FAMILY: &[Kind] = &[Kind::Adult, Kind::Child];
/// Somebody who can decide or stand in.
pub const GROWN_UP: &[Kind] = &[Kind::Adult, Kind::Professional];
/// Somebody; an older child may make a way alone.
pub const ANYBODY: &[Kind] = &[Kind::Adult, Kind::Child, Kind::Professional];
/// What other parts of the file refer to.
pub const REFERRED_TO: &[Kind] = &[
    Kind::Child,
    Kind::Adult,
    Kind::Professional,
    Kind::Place,
    Kind::Session,
    Kind::Order,
    Kind::Arrangement,
    Kind::Holiday,
];

/// Words of this voice.
pub fn words(voice: Voice, door: Door) -> Mark {
    Mark {
        holds: Holds::Words(voice),
        door,
    }
}

/// A text in one of the languages that its field can hold; in that of the file, if in none.
pub fn language(language: Option<WrittenLanguage>) -> Mark {
    Mark {
        holds: Holds::Language(language),
        door: Door::Above,
    }
}

/// Signs with a form of their own.
pub fn form(door: Door) -> Mark {
    Mark {
        holds: Holds::Form,
        door,
    }
}

/// An id that leads to something of one of these kinds.
pub fn reference(kinds: &[Kind], door: Door) -> Mark {
    Mark {
        holds: Holds::Reference(kinds.to_vec()),
        door,
    }
}

/// The id of something of this kind: no page prints it.
pub fn id(kind: Kind) -> Mark {
    Mark {
        holds: Holds::Id(kind),
        door: Door::Office,
    }
}

/// A block whose fields are seen through this door where they name none of their own.
pub fn block(door: Door) -> Mark {
    Mark {
        holds: Holds::Block,
        door,
    }
}
