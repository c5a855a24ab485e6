//! Trees taken apart and put together: values that stand in other values, with their places.

use std::ops::Range;

use crate::reading::{Content, Entry, Node};

/// A value that is not written where it is meant: its place is that of what says it.
pub(super) fn value(text: impl Into<String>, range: Range<usize>) -> Node {
    let text = text.into();
    let content = Content::Scalar { text, plain: true };
    Node { range, content }
}

/// A field.
pub(super) fn field(key: &str, at: &Range<usize>, value: Node) -> Entry {
    Entry {
        key: key.to_owned(),
        key_range: at.clone(),
        value,
    }
}

/// A block, at the place of its first field.
pub(super) fn block(entries: Vec<Entry>, at: &Range<usize>) -> Node {
    Node {
        range: at.clone(),
        content: Content::Block(entries),
    }
}

/// A list, at the place of what it is made of.
pub(super) fn list(items: Vec<Node>, at: &Range<usize>) -> Node {
    Node {
        range: at.clone(),
        content: Content::List(items),
    }
}

/// The fields of a block, to be changed.
pub(super) fn fields(node: &mut Node) -> Option<&mut Vec<Entry>> {
    match &mut node.content {
        Content::Block(entries) => Some(entries),
        Content::Scalar { .. } | Content::List(_) => None,
    }
}

/// The items of a list, to be changed.
pub(super) fn items(node: &mut Node) -> Option<&mut Vec<Node>> {
    match &mut node.content {
        Content::List(items) => Some(items),
        Content::Scalar { .. } | Content::Block(_) => None,
    }
}

/// A field of a block, to be changed.
pub(super) fn at<'a>(node: &'a mut Node, key: &str) -> Option<&'a mut Node> {
    let entry = fields(node)?.iter_mut().find(|entry| entry.key == key)?;
    Some(&mut entry.value)
}

/// Every node to which a path leads; `*` is each item of a list.
pub(super) fn each(node: &mut Node, path: &[&str], change: &mut dyn FnMut(&mut Node)) {
    match path {
        [] => change(node),
        ["*", rest @ ..] => {
            for item in items(node).into_iter().flatten() {
                each(item, rest, change);
            }
        }
        [key, rest @ ..] => {
            if let Some(value) = at(node, key) {
                each(value, rest, change);
            }
        }
    }
}

/// A field that says something: one that is left blank is as if it were not there.
pub(super) fn said<'a>(node: &'a Node, key: &str) -> Option<&'a Entry> {
    node.entry(key).filter(|entry| !entry.value.is_blank())
}
