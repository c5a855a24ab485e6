//! The forms in which findings can be told, and what each may use.

/// The forms in which findings can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageFormat {
    /// The line of the source with a caret under what is wrong, for a terminal.
    Human,
    /// The same in words, for screen readers, pipes and logs.
    Plain,
    /// `file:line:column: code: message`, for editors and `grep`.
    Short,
    /// One JSON object a line, for programs; its fields are described in `json.rs`.
    Json,
    /// Annotations of a pull request, as GitHub's workflows read them.
    Github,
}

impl MessageFormat {
    /// Every form, in the order in which help names them.
    pub const ALL: [MessageFormat; 5] = [
        MessageFormat::Human,
        MessageFormat::Plain,
        MessageFormat::Short,
        MessageFormat::Json,
        MessageFormat::Github,
    ];

    /// The word by which a form is asked for.
    pub fn word(self) -> &'static str {
        match self {
            MessageFormat::Human => "human",
            MessageFormat::Plain => "plain",
            MessageFormat::Short => "short",
            MessageFormat::Json => "json",
            MessageFormat::Github => "github",
        }
    }
}

/// What the drawing may use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Colours, as terminal escape codes; only [`MessageFormat::Human`] has any.
    pub color: bool,
}
