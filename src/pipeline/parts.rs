//! The parts of a case file that are told apart: each entry of a list by itself, and each
//! block that is no list as a whole. A change can so be told where it was made, and the
//! manifest holds nothing of what it says.

use std::collections::BTreeMap;
use std::ops::Range;

use super::examine::CaseFile;
use crate::diagnostics::{Place, Pointer};
use crate::output::Digest;
use crate::reading::{Content, Node};

/// A part of a case file.
#[derive(Clone, Debug)]
pub struct CasePart<'a> {
    /// What it says, whatever its spacing and its comments.
    pub sha256: Digest,
    /// Where it begins.
    pub place: Place,
    /// The way to it.
    pub pointer: Pointer,
    node: &'a Node,
}

/// A single value of a case file.
#[derive(Clone, Debug)]
pub struct CaseValue<'a> {
    /// The way to it below its part, as a reader writes it: `.text`.
    pub below: String,
    /// What it says.
    pub text: &'a str,
    /// Where it stands.
    pub place: Place,
}

impl CaseFile {
    /// The parts of the file, by the name that the manifest has for each:
    /// `arrangements[3]`, `people.adults[1]`, `proceedings`.
    pub fn parts(&self) -> BTreeMap<String, CasePart<'_>> {
        let mut parts = BTreeMap::new();
        if let Content::Block(entries) = &self.tree().content {
            for entry in entries {
                let at = Pointer::root().key(entry.key.clone());
                let named = (entry.key.as_str(), entry.key_range.clone());
                self.split(named, at, &entry.value, &mut parts);
            }
        }
        parts
    }

    fn split<'a>(
        &self,
        (name, key): (&str, Range<usize>),
        at: Pointer,
        node: &'a Node,
        parts: &mut BTreeMap<String, CasePart<'a>>,
    ) {
        let part = |range: &Range<usize>, pointer: Pointer, node: &'a Node| CasePart {
            sha256: said(node),
            place: self.at(range),
            pointer,
            node,
        };
        match &node.content {
            Content::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    let name = format!("{name}[{index}]");
                    parts.insert(name, part(&item.range, at.item(index), item));
                }
            }
            Content::Block(entries) if holds_lists(node) => {
                for entry in entries {
                    let name = format!("{name}.{}", entry.key);
                    let at = at.key(entry.key.clone());
                    let named = (name.as_str(), entry.key_range.clone());
                    self.split(named, at, &entry.value, parts);
                }
            }
            _ => {
                parts.insert(name.to_owned(), part(&key, at, node));
            }
        }
    }

    /// The single values of a part.
    pub fn values<'a>(&self, part: &CasePart<'a>) -> Vec<CaseValue<'a>> {
        let mut values = Vec::new();
        self.collect(part.node, "", &part.node.range, &mut values);
        values
    }

    fn collect<'a>(
        &self,
        node: &'a Node,
        below: &str,
        key: &Range<usize>,
        values: &mut Vec<CaseValue<'a>>,
    ) {
        match &node.content {
            Content::Scalar { text, .. } => values.push(CaseValue {
                below: below.to_owned(),
                text,
                place: self.at(key),
            }),
            Content::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.collect(item, &format!("{below}[{index}]"), &item.range, values);
                }
            }
            Content::Block(entries) => {
                for entry in entries {
                    let below = format!("{below}.{}", entry.key);
                    self.collect(&entry.value, &below, &entry.key_range, values);
                }
            }
        }
    }
}

fn holds_lists(node: &Node) -> bool {
    match &node.content {
        Content::Block(entries) => entries
            .iter()
            .any(|entry| matches!(entry.value.content, Content::List(_))),
        _ => false,
    }
}

/// What a value says, whatever its spacing.
fn said(node: &Node) -> Digest {
    let digests: Vec<Digest> = match &node.content {
        Content::Scalar { text, .. } => {
            return Digest::of_parts([b"=".as_slice(), text.as_bytes()]);
        }
        Content::List(items) => items.iter().map(said).collect(),
        Content::Block(entries) => entries
            .iter()
            .flat_map(|entry| [Digest::of(entry.key.as_bytes()), said(&entry.value)])
            .collect(),
    };
    Digest::of_parts(digests.iter().map(|digest| digest.as_bytes().as_slice()))
}
