//! How a finding looks: to the eye, to the ear, to an editor and to a program.
//!
//! Four forms of one list, each a pure function from findings to text, so that a
//! test can hold every one of them. Nothing is measured here: whether there is a
//! terminal, and whether it has colours, is known in `cli/` alone.

use std::fmt;

use super::Diagnostic;

mod excerpt;
mod human;
mod json;
mod plain;
mod short;

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
}

impl MessageFormat {
    /// Every form, in the order in which help names them.
    pub const ALL: [MessageFormat; 4] = [
        MessageFormat::Human,
        MessageFormat::Plain,
        MessageFormat::Short,
        MessageFormat::Json,
    ];

    /// The word by which a form is asked for.
    pub fn word(self) -> &'static str {
        match self {
            MessageFormat::Human => "human",
            MessageFormat::Plain => "plain",
            MessageFormat::Short => "short",
            MessageFormat::Json => "json",
        }
    }
}

/// What the drawing may use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Colours, as terminal escape codes; only [`MessageFormat::Human`] has any.
    pub color: bool,
}

/// Writes the findings in the order given, in one form.
///
/// What a file says is shown safely: characters that would steer a terminal or
/// turn the reading direction appear as `<U+202E>`, and a long line is cut
/// around what is wrong with it.
///
/// ```
/// use concord::diagnostics::{Diagnostic, code, draw};
///
/// let findings = [Diagnostic::new(&code::reading::EMPTY, "the file is empty")];
/// let mut text = String::new();
/// draw::draw(draw::MessageFormat::Plain, &findings, draw::Style::default(), &mut text)?;
/// assert_eq!(text, "error Y14: the file is empty\n");
/// # Ok::<(), std::fmt::Error>(())
/// ```
///
/// # Errors
/// Only those of `out`.
pub fn draw(
    format: MessageFormat,
    findings: &[Diagnostic],
    style: Style,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    for (index, finding) in findings.iter().enumerate() {
        let apart = matches!(format, MessageFormat::Human | MessageFormat::Plain);
        if apart && index > 0 {
            writeln!(out)?;
        }
        match format {
            MessageFormat::Human => human::draw(finding, style, out)?,
            MessageFormat::Plain => plain::draw(finding, out)?,
            MessageFormat::Short => short::draw(finding, out)?,
            MessageFormat::Json => json::draw(finding, out)?,
        }
    }
    Ok(())
}
