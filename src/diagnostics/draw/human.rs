//! The drawing for the eye: the line of the source, a caret under what is wrong, a
//! second line where two places disagree, and `help:`.
//!
//! The only user of `annotate-snippets`, which cuts long lines and knows how wide a
//! character is. It is given the lines that matter, not the file, and none of the
//! characters that would work on a terminal.

use std::fmt;
use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::Style;
use super::excerpt::{first_line, line_text, masked, visible};
use crate::diagnostics::{Diagnostic, Place, Severity};

/// Columns of a drawing; wide enough for a case file, narrow enough for any window.
const WIDTH: usize = 100;

pub(super) fn draw(finding: &Diagnostic, style: Style, out: &mut dyn fmt::Write) -> fmt::Result {
    let title = level(finding.severity)
        .primary_title(visible(&finding.message))
        .id(finding.code.id);
    let mut group = Group::with_title(title);
    if finding.withheld {
        for mark in marks(finding) {
            group = mark.without_its_line(group);
        }
    } else {
        for marks in by_file(marks(finding)) {
            group = group.element(snippet(&marks));
        }
    }
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.message(visible(help)));
    }
    let renderer = if style.color {
        Renderer::styled()
    } else {
        Renderer::plain()
    }
    .term_width(WIDTH);
    writeln!(out, "{}", renderer.render(&[group]))
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    }
}

/// A place to be drawn: the one the finding is about, or one that explains it.
struct Mark<'a> {
    place: &'a Place,
    text: &'a str,
    kind: AnnotationKind,
}

impl<'a> Mark<'a> {
    fn line(&self) -> usize {
        self.place.start().line
    }

    /// The place and what to call it, and nothing that stands there.
    fn without_its_line(&self, group: Group<'a>) -> Group<'a> {
        let start = self.place.start();
        let origin = Origin::path(visible(self.place.file.name()).into_owned());
        let origin = origin.line(start.line).char_column(start.column);
        let said = Level::NOTE.message(visible(self.text).into_owned());
        group.element(origin).element(said)
    }

    fn annotation(&self, span: Range<usize>) -> Annotation<'a> {
        let annotation = self.kind.span(span);
        if self.text.is_empty() {
            annotation
        } else {
            annotation.label(visible(self.text))
        }
    }
}

fn marks(finding: &Diagnostic) -> impl Iterator<Item = Mark<'_>> {
    let first = finding.place.iter().map(|place| Mark {
        place,
        text: &finding.caption,
        kind: AnnotationKind::Primary,
    });
    let others = finding.labels.iter().map(|label| Mark {
        place: &label.place,
        text: &label.text,
        kind: AnnotationKind::Context,
    });
    first.chain(others)
}

/// The marks of each file together, files in the order of their first mark.
fn by_file<'a>(marks: impl Iterator<Item = Mark<'a>>) -> Vec<Vec<Mark<'a>>> {
    let mut files: Vec<Vec<Mark<'a>>> = Vec::new();
    for mark in marks {
        let known = files
            .iter_mut()
            .find(|known| known[0].place.file == mark.place.file);
        match known {
            Some(known) => known.push(mark),
            None => files.push(vec![mark]),
        }
    }
    files
}

/// The lines from the first mark to the last; those between are folded away.
fn snippet<'a>(marks: &[Mark<'a>]) -> Snippet<'a, Annotation<'a>> {
    let lines = || marks.iter().map(Mark::line);
    let (first, last) = (lines().min().unwrap_or(1), lines().max().unwrap_or(1));
    let file = &marks[0].place.file;
    let mut text = String::new();
    let mut annotations = Vec::new();
    for number in first..=last {
        for mark in marks.iter().filter(|mark| mark.line() == number) {
            let (line, range) = first_line(mark.place);
            let offset = |byte: usize| text.len() + masked(&line[..byte]).len();
            annotations.push(mark.annotation(offset(range.start)..offset(range.end)));
        }
        text.push_str(&masked(line_text(file, number)));
        text.push('\n');
    }
    Snippet::source(text)
        .line_start(first)
        .path(visible(file.name()).into_owned())
        .annotations(annotations)
}
