//! A tree while it grows: the lists and blocks that are not closed yet.
//!
//! They lie on a stack of our own, so that no nesting can exhaust the program's.

use std::collections::BTreeMap;
use std::ops::Range;

use super::tree::{Content, Entry, Node};

/// The open lists and blocks, innermost last, and the tree once all are closed.
#[derive(Default)]
pub(super) struct Growth {
    open: Vec<Open>,
    root: Option<Node>,
}

struct Open {
    range: Range<usize>,
    kind: Kind,
}

enum Kind {
    List(Vec<Node>),
    Block {
        entries: Vec<Entry>,
        /// Where each key stands first.
        seen: BTreeMap<String, Range<usize>>,
        /// The key whose value comes next.
        key: Option<(String, Range<usize>)>,
    },
}

impl Growth {
    /// How many lists and blocks are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Whether what comes next is a key.
    pub(super) fn expects_key(&self) -> bool {
        matches!(
            self.open.last().map(|open| &open.kind),
            Some(Kind::Block { key: None, .. })
        )
    }

    pub(super) fn begin_list(&mut self, range: Range<usize>) {
        let kind = Kind::List(Vec::new());
        self.open.push(Open { range, kind });
    }

    pub(super) fn begin_block(&mut self, range: Range<usize>) {
        let kind = Kind::Block {
            entries: Vec::new(),
            seen: BTreeMap::new(),
            key: None,
        };
        self.open.push(Open { range, kind });
    }

    /// Takes a key of the innermost block; gives back where that key stands already.
    pub(super) fn key(&mut self, text: String, range: Range<usize>) -> Option<Range<usize>> {
        match self.open.last_mut().map(|open| &mut open.kind) {
            Some(Kind::Block { seen, key, .. }) => {
                let first = seen.get(&text).cloned();
                seen.entry(text.clone()).or_insert_with(|| range.clone());
                *key = Some((text, range));
                first
            }
            Some(Kind::List(_)) | None => None,
        }
    }

    /// Closes the innermost list or block and hands it to what it stands in.
    pub(super) fn end(&mut self) {
        let Some(Open { range, kind }) = self.open.pop() else {
            return;
        };
        let (first, content) = match kind {
            Kind::List(items) => (
                items.first().map(|item| item.range.clone()),
                Content::List(items),
            ),
            Kind::Block { entries, .. } => (
                entries.first().map(|entry| entry.key_range.clone()),
                Content::Block(entries),
            ),
        };
        let range = first.filter(|_| range.is_empty()).unwrap_or(range);
        self.put(Node { range, content });
    }

    /// Hands a finished node to what it stands in.
    pub(super) fn put(&mut self, node: Node) {
        match self.open.last_mut().map(|open| &mut open.kind) {
            None => self.root = Some(node),
            Some(Kind::List(items)) => items.push(node),
            Some(Kind::Block { entries, key, .. }) => {
                if let Some((key, key_range)) = key.take() {
                    entries.push(Entry {
                        key,
                        key_range,
                        value: node,
                    });
                }
            }
        }
    }

    /// The tree, if the file held one.
    pub(super) fn finish(self) -> Option<Node> {
        self.root
    }
}
