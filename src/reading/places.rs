//! Where each value of a case stands in its file.
//!
//! Rules speak of typed structs, findings of lines: a [`Pointer`] goes from one to
//! the other.

use std::sync::Arc;

use super::tree::{Content, Entry, Node};
use crate::diagnostics::{Place, Pointer, SourceFile, Step};

/// The places of an accepted file.
#[derive(Clone, Debug)]
pub struct Places {
    file: Arc<SourceFile>,
    tree: Arc<Node>,
    grafts: Vec<Graft>,
}

/// A value that stands in another file, as if it stood in this one.
#[derive(Clone, Debug)]
struct Graft {
    at: Pointer,
    places: Places,
    there: Pointer,
}

/// How far a pointer leads: the last value it meets, the place of that value and of
/// the key it stands under, and whether the pointer ends there.
struct Found<'a> {
    node: &'a Node,
    value: Place,
    key: Option<Place>,
    whole: bool,
}

impl Places {
    pub(super) fn new(file: Arc<SourceFile>, tree: Arc<Node>) -> Self {
        let grafts = Vec::new();
        Places { file, tree, grafts }
    }

    /// Has a value stand at `at` that the file has not: the one of another file, `there`.
    pub fn graft(&mut self, at: Pointer, places: &Places, there: Pointer) {
        let places = places.clone();
        self.grafts.push(Graft { at, places, there });
    }

    /// The other file in which a value stands, and where in that.
    fn elsewhere(&self, pointer: &Pointer) -> Option<(&Places, Pointer)> {
        let within = |graft: &&Graft| pointer.is_within(&graft.at);
        let graft = self.grafts.iter().find(within)?;
        let rest = pointer.steps().iter().skip(graft.at.steps().len());
        let there = rest.fold(graft.there.clone(), |there, step| match step {
            Step::Key(key) => there.key(key.clone()),
            Step::Item(index) => there.item(*index),
        });
        Some((&graft.places, there))
    }

    /// Where a value stands, or its key where it was left blank; `None` if it is not in
    /// the file.
    pub fn value(&self, pointer: &Pointer) -> Option<Place> {
        if let Some((places, there)) = self.elsewhere(pointer) {
            return places.value(&there);
        }
        let found = self.follow(pointer);
        found.whole.then_some(found.value)
    }

    /// Where a value stands, or if it is not in the file, the closest block around it:
    /// that block's key or, in a list or at the top, its first line.
    pub fn nearest(&self, pointer: &Pointer) -> Place {
        if let Some((places, there)) = self.elsewhere(pointer) {
            return places.nearest(&there);
        }
        let found = self.follow(pointer);
        match found.key {
            Some(key) if !found.whole => key,
            _ => found.value,
        }
    }

    /// The key a value stands under; of a block in a list its first key, and of another entry
    /// the key of the list.
    pub fn key(&self, pointer: &Pointer) -> Place {
        if let Some((places, there)) = self.elsewhere(pointer) {
            return places.key(&there);
        }
        let whole = self.follow(pointer);
        let list = || {
            let mut steps = pointer.steps().to_vec();
            steps.pop();
            let above = steps.iter().fold(Pointer::root(), |at, step| match step {
                Step::Key(key) => at.key(key.clone()),
                Step::Item(index) => at.item(*index),
            });
            self.key(&above)
        };
        match whole.key {
            Some(key) => key,
            None if pointer.steps().is_empty() => whole.value,
            None if matches!(whole.node.content, Content::Block(_)) => whole.value,
            None => list(),
        }
    }

    /// The comment that ends the line of a value written without quotes: to whoever wrote
    /// it, perhaps a part of the text.
    pub fn comment_after(&self, pointer: &Pointer) -> Option<Place> {
        if let Some((places, there)) = self.elsewhere(pointer) {
            return places.comment_after(&there);
        }
        let found = self.follow(pointer);
        let plain =
            found.whole && matches!(found.node.content, Content::Scalar { plain: true, .. });
        let end = found.node.range.end;
        let rest = self.file.text().get(end..).filter(|_| plain)?;
        let rest = rest.lines().next().unwrap_or_default();
        let comment = rest.trim_start();
        let start = end + rest.len() - comment.len();
        let place = || Place::new(&self.file, start..end + rest.len());
        comment.starts_with('#').then(place)
    }

    /// Where a character stands in the values: it, or the value that has it as an escape.
    /// Once for each value, in the order of the file.
    pub fn holding(&self, character: char) -> Vec<Place> {
        let mut found = Vec::new();
        self.gather(character, &self.tree, &mut found);
        for Graft { places, there, .. } in &self.grafts {
            places.gather(character, places.follow(there).node, &mut found);
        }
        found
    }

    fn gather(&self, character: char, node: &Node, found: &mut Vec<Place>) {
        match &node.content {
            Content::Scalar { text, .. } if text.contains(character) => {
                let written = self.file.text().get(node.range.clone());
                let at = written.and_then(|written| written.find(character));
                found.push(match at.map(|at| node.range.start + at) {
                    Some(at) => Place::new(&self.file, at..at + character.len_utf8()),
                    None => node.place(&self.file),
                });
            }
            Content::Scalar { .. } => {}
            Content::List(items) => {
                for item in items {
                    self.gather(character, item, found);
                }
            }
            Content::Block(entries) => {
                for entry in entries {
                    self.gather(character, &entry.value, found);
                }
            }
        }
    }

    fn follow(&self, pointer: &Pointer) -> Found<'_> {
        let mut node: &Node = &self.tree;
        let mut found = Found {
            node,
            value: node.place(&self.file),
            key: None,
            whole: true,
        };
        for step in pointer.steps() {
            (node, found) = match step {
                Step::Key(key) => match node.entry(key) {
                    Some(entry) => (&entry.value, self.found_entry(entry)),
                    None => {
                        return Found {
                            whole: false,
                            ..found
                        };
                    }
                },
                Step::Item(index) => match node.item(*index) {
                    Some(item) => (item, self.found_item(item)),
                    None => {
                        return Found {
                            whole: false,
                            ..found
                        };
                    }
                },
            };
        }
        found
    }

    fn found_entry<'a>(&self, entry: &'a Entry) -> Found<'a> {
        Found {
            node: &entry.value,
            value: entry.value_place(&self.file),
            key: Some(entry.key_place(&self.file)),
            whole: true,
        }
    }

    fn found_item<'a>(&self, item: &'a Node) -> Found<'a> {
        Found {
            node: item,
            value: item.place(&self.file),
            key: None,
            whole: true,
        }
    }
}

#[cfg(test)]
mod tests;
