//! One finding: what is wrong, where, and how to mend it.

use super::code::Code;
use super::severity::Severity;
use super::source::Place;

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
    /// Whether the words are withheld: places are then those of keys, and no drawing shows
    /// a line of the file.
    pub withheld: bool,
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
            withheld: false,
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
