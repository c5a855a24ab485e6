//! Where a value ends, and which comments stand in a stretch of the text.

use std::ops::Range;

use crate::reading::{Accepted, Content, Entry, Node};

/// The text of a file, with the stretches that are its keys and values.
pub(super) struct Written<'a> {
    text: &'a str,
    /// Every key and every single value, in the order of the text.
    scalars: Vec<Range<usize>>,
}

impl<'a> Written<'a> {
    pub(super) fn of(accepted: &'a Accepted) -> Self {
        let mut scalars = Vec::new();
        gather(&accepted.tree, &mut scalars);
        scalars.sort_by_key(|range| range.start);
        let text = accepted.file.text();
        Written { text, scalars }
    }

    pub(super) fn text(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    pub(super) fn whole(&self) -> &'a str {
        self.text
    }

    /// Whether a list or block stands in brackets.
    pub(super) fn is_in_brackets(&self, node: &Node) -> bool {
        let first = self.text(node.range.clone()).chars().next();
        match &node.content {
            Content::Scalar { .. } => false,
            Content::Block(_) => first == Some('{'),
            Content::List(items) => {
                let is_the_first_item = items
                    .first()
                    .is_some_and(|item| item.range.start == node.range.start);
                first == Some('[') && !is_the_first_item
            }
        }
    }

    /// Where a value ends.
    pub(super) fn end(&self, node: &Node) -> usize {
        if self.is_in_brackets(node) {
            return self.closing(node.range.start);
        }
        match &node.content {
            Content::Scalar { .. } => self.end_of_words(node),
            Content::List(items) => items.last().map_or(node.range.end, |item| self.end(item)),
            Content::Block(entries) => entries
                .last()
                .map_or(node.range.end, |entry| self.end_of_entry(entry)),
        }
    }

    /// Where a field ends: behind its value, or behind its colon where it has none.
    pub(super) fn end_of_entry(&self, entry: &Entry) -> usize {
        let colon = self.text[entry.key_range.end..].find(':');
        let colon = colon.map_or(entry.key_range.end, |at| entry.key_range.end + at + 1);
        colon.max(self.end(&entry.value))
    }

    /// The end of a single value, without the line ends that a folded text goes on over.
    fn end_of_words(&self, node: &Node) -> usize {
        let written = self.text(node.range.clone());
        node.range.start + written.trim_end().len()
    }

    /// Behind the bracket that closes the one at `start`.
    fn closing(&self, start: usize) -> usize {
        let mut depth = 0usize;
        let mut at = start;
        while at < self.text.len() {
            if let Some(scalar) = self.scalar_at(at) {
                at = scalar.end;
                continue;
            }
            let sign = self.text.as_bytes()[at];
            match sign {
                b'#' if self.is_comment(at) => {
                    at = self.line_end(at);
                    continue;
                }
                b'[' | b'{' => depth += 1,
                b']' | b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            at += 1;
            if depth == 0 {
                break;
            }
        }
        at
    }

    /// The key or single value in which a byte stands.
    fn scalar_at(&self, at: usize) -> Option<&Range<usize>> {
        let behind = self.scalars.partition_point(|range| range.start <= at);
        self.scalars[..behind].last().filter(|range| at < range.end)
    }

    fn is_comment(&self, at: usize) -> bool {
        let before = self.text[..at].chars().next_back();
        before.is_none_or(char::is_whitespace)
    }

    /// The comments in a stretch, each from its `#` to the end of its line.
    pub(super) fn comments(&self, stretch: Range<usize>) -> Vec<&'a str> {
        let mut found = Vec::new();
        let mut at = stretch.start;
        while let Some(sign) = self.text[at..stretch.end.max(at)].find('#') {
            at += sign;
            match self.scalar_at(at) {
                Some(scalar) => at = scalar.end,
                None if self.is_comment(at) => {
                    let end = self.line_end(at);
                    found.push(self.text[at..end].trim_end());
                    at = end;
                }
                None => at += 1,
            }
        }
        found
    }

    pub(super) fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |end| end + 1)
    }

    /// The end of a line, before its line end.
    pub(super) fn line_end(&self, at: usize) -> usize {
        let end = self.text[at..].find('\n');
        end.map_or(self.text.len(), |end| at + end)
    }

    /// The column of a byte, and of what begins in a list that of its first field.
    pub(super) fn indent(&self, at: usize) -> usize {
        self.text[self.line_start(at)..at].chars().count()
    }
}

fn gather(node: &Node, scalars: &mut Vec<Range<usize>>) {
    match &node.content {
        Content::Scalar { .. } => scalars.push(node.range.clone()),
        Content::List(items) => items.iter().for_each(|item| gather(item, scalars)),
        Content::Block(entries) => {
            for entry in entries {
                scalars.push(entry.key_range.clone());
                gather(&entry.value, scalars);
            }
        }
    }
}
