//! What a file is read as, for the words of what is wrong with it.

/// What whoever wrote the file meant it to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A family's case.
    Case,
    /// The words of a language.
    Locale,
    /// What a firm sets.
    Settings,
}

impl Subject {
    /// `a second case`, `holds no case`.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Subject::Case => "case",
            Subject::Locale => "locale",
            Subject::Settings => "block of settings",
        }
    }

    /// What to do about a file that holds nothing.
    pub(super) fn help_if_empty(self) -> &'static str {
        match self {
            Subject::Case => "`concord init` writes a case file to fill in",
            Subject::Locale => "write phrases under their keys, or take the file out",
            Subject::Settings => "write values under their keys, or take the file out",
        }
    }
}
