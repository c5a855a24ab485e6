//! An annotation a finding, as the workflows of GitHub read them from the output of a step.
//!
//! They carry the place and the message and nothing of the line, since whoever may see a
//! pull request may not be whom a case may be shown to.

use std::fmt;

use super::excerpt::visible;
use crate::diagnostics::{Diagnostic, Place, Severity};

pub(super) fn draw(finding: &Diagnostic, out: &mut dyn fmt::Write) -> fmt::Result {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let mut text = visible(&finding.message).into_owned();
    if let Some(help) = &finding.help {
        text += &format!("\nhelp: {}", visible(help));
    }
    let place = finding.place.as_ref();
    let line = annotation(level, (place, finding.withheld), finding.code.id, &text);
    writeln!(out, "{line}")
}

/// One annotation: a level, a place, where there is one and whether only its line may be
/// told, a title and a text.
pub fn annotation(
    level: &str,
    (place, is_withheld): (Option<&Place>, bool),
    title: &str,
    text: &str,
) -> String {
    let mut told = String::new();
    if let Some(place) = place {
        let start = place.start();
        told += &format!("file={},line={},", property(place.file.name()), start.line);
        let end = place.file.line_column(place.range.end);
        if !is_withheld && end.line == start.line {
            told += &format!("col={},endColumn={},", start.column, end.column);
        }
    }
    format!("::{level} {told}title={}::{}", property(title), value(text))
}

/// A text behind the colons.
fn value(text: &str) -> String {
    let text = text.replace('%', "%25");
    text.replace('\r', "%0D").replace('\n', "%0A")
}

/// A text before them.
fn property(text: &str) -> String {
    value(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::SourceFile;

    #[test]
    fn what_would_end_a_line_or_a_property_is_written_otherwise() {
        let file = SourceFile::new("a,b.yaml", "one\ntwo: 3\n");
        let place = Place::new(&file, 9..10);
        let told = annotation("error", (Some(&place), false), "R1", "50 % is\nhalf");
        assert_eq!(
            told,
            "::error file=a%2Cb.yaml,line=2,col=6,endColumn=7,title=R1::50 %25 is%0Ahalf"
        );
        let told = annotation("error", (Some(&place), true), "R32", "x");
        assert_eq!(told, "::error file=a%2Cb.yaml,line=2,title=R32::x");
    }
}
