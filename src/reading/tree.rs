//! A file as it was written: nothing typed, nothing lost.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostics::{Place, SourceFile};

/// A value, a list or a block, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its bytes: of a value, quotes included; of a list or block, those of its first
    /// key or entry, so that a finding about a long block marks where it begins. Empty
    /// where nothing is written.
    pub range: Range<usize>,
    /// What it is.
    pub content: Content,
}

/// What a [`Node`] is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A single value.
    Scalar {
        /// Its text, escapes and folded lines resolved, otherwise as written.
        text: String,
        /// Whether it was written without quotes and not as a `|` or `>` block.
        plain: bool,
    },
    /// Entries that begin with `-`, or stand in brackets.
    List(Vec<Node>),
    /// Keys and their values, in the order of the file.
    Block(Vec<Entry>),
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// The key's bytes.
    pub key_range: Range<usize>,
    /// The value.
    pub value: Node,
}

impl Node {
    /// Whether nothing was written: no text, only spaces, or a plain `~` or `null`.
    pub fn is_blank(&self) -> bool {
        match &self.content {
            Content::Scalar { text, plain } => {
                text.trim().is_empty() || (*plain && (text == "~" || text == "null"))
            }
            Content::List(_) | Content::Block(_) => false,
        }
    }

    /// Where it stands; of a text over many lines, the first.
    pub fn place(&self, file: &Arc<SourceFile>) -> Place {
        first_line(file, &self.range)
    }

    /// Where a part of a single value's text stands; the value, where its text is not written
    /// letter by letter.
    pub fn part(&self, file: &SourceFile, part: &Range<usize>) -> Range<usize> {
        let Content::Scalar { text, .. } = &self.content else {
            return self.range.clone();
        };
        let written = file.text().get(self.range.clone());
        match written.and_then(|written| written.find(text.as_str())) {
            Some(at) => {
                let start = self.range.start + at;
                start + part.start..start + part.end
            }
            None => self.range.clone(),
        }
    }

    /// The text of a single value.
    pub fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Scalar { text, .. } => Some(text),
            Content::List(_) | Content::Block(_) => None,
        }
    }

    /// The entries of a block; none of anything else.
    pub fn entries(&self) -> &[Entry] {
        match &self.content {
            Content::Block(entries) => entries,
            Content::Scalar { .. } | Content::List(_) => &[],
        }
    }

    /// The items of a list; none of anything else.
    pub fn items(&self) -> &[Node] {
        match &self.content {
            Content::List(items) => items,
            Content::Scalar { .. } | Content::Block(_) => &[],
        }
    }

    /// The entry under a key, if this is a block that has it.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        match &self.content {
            Content::Block(entries) => entries.iter().find(|entry| entry.key == key),
            Content::Scalar { .. } | Content::List(_) => None,
        }
    }

    /// An entry of a list, counted from 0.
    pub fn item(&self, index: usize) -> Option<&Node> {
        match &self.content {
            Content::List(items) => items.get(index),
            Content::Scalar { .. } | Content::Block(_) => None,
        }
    }
}

impl Entry {
    /// Where its key stands.
    pub fn key_place(&self, file: &Arc<SourceFile>) -> Place {
        first_line(file, &self.key_range)
    }

    /// Where its value stands, or its key where nothing was written.
    pub fn value_place(&self, file: &Arc<SourceFile>) -> Place {
        if self.value.range.is_empty() {
            self.key_place(file)
        } else {
            self.value.place(file)
        }
    }
}

fn first_line(file: &Arc<SourceFile>, range: &Range<usize>) -> Place {
    let written = file.text().get(range.clone()).unwrap_or("");
    let line = written.find('\n').unwrap_or(written.len());
    Place::new(file, range.start..range.start + line)
}
