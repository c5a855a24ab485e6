//! A text with its name and its lines, and places in it.
//!
//! Columns count characters from 1, as editors show them. A place keeps its file
//! alive, so that a finding can be drawn long after the file was read.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A named text: a case file, a template, a locale.
#[derive(Debug, PartialEq, Eq)]
pub struct SourceFile {
    name: String,
    text: String,
    /// Byte offset at which each line begins.
    lines: Vec<usize>,
}

impl SourceFile {
    /// Takes a text under the name a reader knows it by.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        let text = text.into();
        let lines = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        Arc::new(SourceFile {
            name: name.into(),
            text,
            lines,
        })
    }

    /// The name a reader knows the text by, usually a path as it was given.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Line and column of a byte offset; past the end, the end.
    pub fn line_column(&self, byte: usize) -> LineColumn {
        let byte = byte.min(self.text.len());
        let line = self.lines.partition_point(|&start| start <= byte);
        let start = self.lines[line - 1];
        let column = self
            .text
            .get(start..byte)
            .map_or(0, |text| text.chars().count())
            + 1;
        LineColumn { line, column }
    }

    /// Byte offset of a line and column (both from 1), clamped to the line's end.
    pub fn offset(&self, line: usize, column: usize) -> usize {
        let Some(&start) = line.checked_sub(1).and_then(|index| self.lines.get(index)) else {
            return self.text.len();
        };
        let end = self
            .lines
            .get(line)
            .map_or(self.text.len(), |next| next - 1);
        let row = &self.text[start..end];
        let within = row
            .char_indices()
            .nth(column.saturating_sub(1))
            .map_or(row.len(), |(at, _)| at);
        start + within
    }

    /// The text of a line (from 1), without its line end.
    pub fn line(&self, line: usize) -> &str {
        let Some(&start) = line.checked_sub(1).and_then(|index| self.lines.get(index)) else {
            return "";
        };
        let end = self
            .lines
            .get(line)
            .map_or(self.text.len(), |next| next - 1);
        &self.text[start..end]
    }
}

/// A line and a column, both from 1; the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// A stretch of a [`SourceFile`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The text it stands in.
    pub file: Arc<SourceFile>,
    /// Its bytes.
    pub range: Range<usize>,
}

impl Place {
    /// A stretch of bytes in a file.
    pub fn new(file: &Arc<SourceFile>, range: Range<usize>) -> Self {
        Place {
            file: Arc::clone(file),
            range,
        }
    }

    /// Where it begins.
    pub fn start(&self) -> LineColumn {
        self.file.line_column(self.range.start)
    }

    /// The text that stands there.
    pub fn text(&self) -> &str {
        self.file.text().get(self.range.clone()).unwrap_or("")
    }
}

/// `file:line:column`, as compilers print it and editors follow it.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let LineColumn { line, column } = self.start();
        write!(f, "{}:{line}:{column}", self.file.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let file = SourceFile::new("a", "ŵy: x\nâb: y\n");
        assert_eq!(
            file.line_column("ŵy: ".len()),
            LineColumn { line: 1, column: 5 }
        );
        assert_eq!(
            file.line_column("ŵy: x\nâ".len()),
            LineColumn { line: 2, column: 2 }
        );
        assert_eq!(file.offset(2, 2), "ŵy: x\nâ".len());
        assert_eq!(file.line(2), "âb: y");
    }

    #[test]
    fn past_the_end_is_the_end() {
        let file = SourceFile::new("a", "x");
        assert_eq!(file.line_column(99), LineColumn { line: 1, column: 2 });
        assert_eq!(file.offset(9, 9), 1);
    }
}
