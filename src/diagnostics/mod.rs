//! What can be said about a case, a template or a finished document: one code,
//! one place, one way to mend it.
//!
//! Every room reports through [`Diagnostic`]; nothing below `cli/` prints. A
//! message is lower-case, has no full stop, and puts names in backticks; `help`
//! says what to write instead. A message may name a field, never repeat what a
//! family wrote, unless the text stands in the excerpt of the file itself.
//!
//! # The words for a fault
//!
//! | word | type | what it is |
//! |---|---|---|
//! | finding | [`Diagnostic`]; all of them [`Findings`] | what is told, with its place in a file |
//! | unplaced | [`Unplaced`] | what a rule, a view or a check found in a typed case: it has a [`Pointer`], and becomes a finding where the file is known |
//! | misfit | `case::form::Misfit` | why a text is not of its form: half a sentence, to which a finding gives the field and the place |
//! | refusal | `templates::recorder::Refusal` | why rendering stops or fails: a finding, and the value of the view that it may concern |
//! | trouble | `typesetting::Trouble` | what the typesetter says of its source, before it is known which template or value is to blame |
//!
//! Each of the last four ends as a finding; nobody is told one by itself.
//!
//! Floor 0: imports nothing of ours.

pub mod characters;
pub mod code;
pub mod draw;
pub mod explain;
mod findings;
mod listed;
mod pointer;
mod source;
mod suggestion;
mod unplaced;

pub use code::Code;
pub use findings::Findings;
pub use listed::{in_backticks, listed};
pub use pointer::{Pointer, Step, each};
pub use source::{LineColumn, Place, SourceFile};
pub use suggestion::{did_you_mean, nearest};
pub use unplaced::Unplaced;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// No document is written.
    Error,
    /// Unusual, but an officer may have a reason; `--strict` makes it an error.
    Warning,
    /// Worth knowing; never in the way.
    Info,
}

impl Severity {
    /// The word printed before a message, and the value in `json` output.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }
}

/// A second place that explains the first: where the other half of a
/// contradiction stands, or which template line asked for the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where to look.
    pub place: Place,
    /// What stands there, in the middle of a sentence.
    pub text: String,
}

/// One finding.
///
/// ```
/// use concord::diagnostics::{code, Diagnostic, Place, SourceFile};
///
/// let file = SourceFile::new("case.yaml", "case:\n  number: LS26X00417\n");
/// let finding = Diagnostic::new(&code::model::WRONG_FORM, "`case.number` is not a case number")
///     .at(Place::new(&file, 16..26))
///     .help("write it as on the order, for example `LS26P00417`");
/// assert_eq!(finding.short(), "case.yaml:2:11: M04: `case.number` is not a case number");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The stable name of the kind of finding; `concord explain CODE` tells more.
    pub code: &'static Code,
    /// The code's own severity, unless it was promoted.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub message: String,
    /// Where; absent only where no file is to blame, as for an unwritable folder.
    pub place: Option<Place>,
    /// What to call the place under the caret; empty for nothing.
    pub caption: String,
    /// Other places that matter.
    pub labels: Vec<Label>,
    /// What to do about it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A finding of this code, with no place yet.
    pub fn new(code: &'static Code, message: impl Into<String>) -> Self {
        Diagnostic {
            code,
            severity: code.severity,
            message: message.into(),
            place: None,
            caption: String::new(),
            labels: Vec::new(),
            help: None,
        }
    }

    /// Sets the place the finding is about.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Names what stands at the place ("joint session is on 3 March").
    #[must_use]
    pub fn caption(mut self, text: impl Into<String>) -> Self {
        self.caption = text.into();
        self
    }

    /// Adds a second place ("but this one-to-one is on 10 March").
    #[must_use]
    pub fn label(mut self, place: Place, text: impl Into<String>) -> Self {
        self.labels.push(Label {
            place,
            text: text.into(),
        });
        self
    }

    /// Says what to write or do instead.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// `file:line:column: code: message`, for editors and `grep`.
    pub fn short(&self) -> String {
        match &self.place {
            Some(place) => format!("{place}: {}: {}", self.code.id, self.message),
            None => format!("{}: {}", self.code.id, self.message),
        }
    }
}
