//! How a finding looks: to the eye, to the ear, to an editor and to a program.
//!
//! Five forms of one list, each a pure function from findings to text, so that a
//! test can hold every one of them. Nothing is measured here: whether there is a
//! terminal, and whether it has colours, is known in `cli/` alone.

use std::fmt;

use super::Diagnostic;

mod excerpt;
mod form;
mod github;
mod human;
mod json;
mod plain;
mod short;

pub use form::{MessageFormat, Style};
pub use github::annotation;
pub use json::{FindingRecord, PlaceRecord};

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
            MessageFormat::Github => github::draw(finding, out)?,
        }
    }
    Ok(())
}
