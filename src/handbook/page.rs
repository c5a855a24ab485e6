//! Lines that fit a terminal.

use std::fmt;

/// The longest line that is broken at its words.
const WIDTH: usize = 90;

/// How wide the labels of an entry are.
const LABEL: usize = 12;

/// An answer, line by line.
#[derive(Clone, Debug, Default)]
pub(super) struct Page(String);

impl Page {
    /// A line as it is: what somebody copies is never broken.
    pub(super) fn line(&mut self, indent: usize, text: &str) {
        let spaces = if text.is_empty() { 0 } else { indent };
        self.0.push_str(&format!("{:spaces$}{text}\n", ""));
    }

    /// Words, broken where a line would be too long.
    pub(super) fn words(&mut self, indent: usize, text: &str) {
        self.broken(indent, indent, text);
    }

    /// A label and the words behind it.
    pub(super) fn labelled(&mut self, indent: usize, label: &str, text: &str) {
        self.broken(indent, indent + LABEL, &format!("{label:LABEL$}{text}"));
    }

    /// A label and something that is copied behind it.
    pub(super) fn copied(&mut self, indent: usize, label: &str, text: &str) {
        self.line(indent, &format!("{label:LABEL$}{text}"));
    }

    fn broken(&mut self, first: usize, others: usize, text: &str) {
        let mut line = String::new();
        let mut indent = first;
        // The spaces behind a label are words of no letters.
        for word in text.split(' ') {
            let length = indent + line.chars().count() + 1 + word.chars().count();
            if !line.is_empty() && length > WIDTH {
                self.line(indent, line.trim_end());
                line.clear();
                indent = others;
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        self.line(indent, line.trim_end());
    }
}

impl fmt::Display for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.trim_end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_broken_and_what_is_copied_is_not() {
        let mut page = Page::default();
        page.labelled(2, "seen by", &"word ".repeat(20));
        page.copied(2, "write", &"{{tag}} ".repeat(20));
        let page = page.to_string();
        let lines: Vec<_> = page.lines().collect();
        assert_eq!(lines.len(), 3, "{page}");
        assert!(lines[0].starts_with("  seen by     word word"), "{page}");
        assert!(lines[1].starts_with("              word"), "{page}");
        assert!(lines[..2].iter().all(|line| line.len() <= WIDTH), "{page}");
    }
}
