//! What can be said of a file, each word with one meaning.

use super::difference::Difference;
use super::pictures::Drawn;
use crate::output::manifest::DocumentEntry;
use crate::pipeline::Cause;

/// How a file of an output folder stands to what a build would make now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// As it was written, and a build would keep it.
    Same,
    /// A build would write another, which says or shows something else.
    Moved,
    /// A build would write another, of which nothing but the mark differs.
    MarkOnly,
    /// It was made from something else than a build would use, and nothing was made again.
    Stale,
    /// It is gone.
    Missing,
    /// It is not the file that was written.
    Altered,
    /// No case of the folder made it.
    Foreign,
    /// Its document no longer applies, and a build would take it away.
    NoLonger,
    /// A build would write it for the first time.
    New,
    /// A build of its case writes nothing, and it is an older one.
    Stopped,
}

impl Outcome {
    /// Every outcome, in the order in which they are counted.
    pub const ALL: [Outcome; 10] = [
        Outcome::Same,
        Outcome::Moved,
        Outcome::MarkOnly,
        Outcome::Stale,
        Outcome::Missing,
        Outcome::Altered,
        Outcome::Foreign,
        Outcome::NoLonger,
        Outcome::New,
        Outcome::Stopped,
    ];

    /// The word for people.
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Same => "the same",
            Outcome::Moved => "moved",
            Outcome::MarkOnly => "mark only",
            Outcome::Stale => "stale",
            Outcome::Missing => "missing",
            Outcome::Altered => "altered",
            Outcome::Foreign => "foreign",
            Outcome::NoLonger => "no longer",
            Outcome::New => "new",
            Outcome::Stopped => "stopped",
        }
    }

    /// Whether a build can put it right without losing anything.
    pub fn can_be_accepted(self) -> bool {
        !matches!(self, Outcome::Altered | Outcome::Stopped)
    }
}

/// What was found of one file.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The file, below the output folder.
    pub file: String,
    /// The path of its case in the manifest; none where no case made it.
    pub case: Option<String>,
    /// What was recorded of it; none where nothing was.
    pub recorded: Option<DocumentEntry>,
    /// How it stands.
    pub outcome: Outcome,
    /// What is different.
    pub difference: Difference,
    /// The pages that look different, where they were to be drawn.
    pub pictures: Vec<Drawn>,
    /// What made the difference.
    pub because: Vec<Cause>,
    /// What else is to be said, in the middle of a sentence; never a word of a case.
    pub remark: Option<String>,
}

impl Verdict {
    /// Of a file of a case, of which nothing is different yet.
    pub(super) fn of(case: &str, recorded: &DocumentEntry, outcome: Outcome) -> Self {
        Verdict {
            file: recorded.file.clone(),
            case: Some(case.to_owned()),
            recorded: Some(recorded.clone()),
            outcome,
            difference: Difference::default(),
            pictures: Vec::new(),
            because: Vec::new(),
            remark: None,
        }
    }

    /// Of a file of which nothing was recorded.
    pub(super) fn unrecorded(file: String, case: Option<&str>, outcome: Outcome) -> Self {
        Verdict {
            file,
            case: case.map(str::to_owned),
            recorded: None,
            outcome,
            difference: Difference::default(),
            pictures: Vec::new(),
            because: Vec::new(),
            remark: None,
        }
    }
}
