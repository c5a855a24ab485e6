//! Where the source of a document calls a function of the theme: which place of a template
//! wrote the call, and which values of the view stand in it.

use std::ops::Range;

use typst_syntax::{LinkedNode, SyntaxKind as K, SyntaxNode};

use super::rendered::{Rendered, StretchKind, ViewPointer};
use crate::diagnostics::Place;

/// A call of a function of the theme: `#numbered[…]`.
#[derive(Clone, Debug)]
pub struct ThemeCall {
    /// Its bytes in [`Rendered::source`].
    pub source: Range<usize>,
    /// Where a template writes it.
    pub template: Place,
    /// The values that stand in it, in their order.
    pub values: Vec<ViewPointer>,
}

impl Rendered {
    /// Every call of the function of this name, in the order of the source.
    pub fn calls_of(&self, function: &str) -> Vec<ThemeCall> {
        let mut calls = Vec::new();
        found(&self.tree, 0, function, &mut calls);
        calls.into_iter().map(|call| self.call(call)).collect()
    }

    /// Where a template writes the first call of this function that stands within something
    /// else (another call, a list, a heading or strong words), and where it writes that.
    pub(crate) fn nested_call_of(&self, function: &str) -> Option<[Place; 2]> {
        let nested = nested(&LinkedNode::new(&self.tree), function, None)?;
        Some(nested.map(|start| self.origin(start).template))
    }

    /// Where a template writes the first rule of Typst that takes all that follows into itself,
    /// but for the one by which the theme makes the page.
    pub(crate) fn ruled(&self) -> Option<Place> {
        let root = LinkedNode::new(&self.tree);
        let is_rule = |node: &LinkedNode<'_>| matches!(node.kind(), K::SetRule | K::ShowRule);
        let rule = root.children().filter(is_rule).nth(1)?;
        Some(self.origin(rule.range().start).template)
    }

    fn call(&self, source: Range<usize>) -> ThemeCall {
        let from = |byte| self.stretches.partition_point(|one| one.start < byte);
        let within = &self.stretches[from(source.start)..from(source.end)];
        let values = within.iter().filter_map(|one| match &one.kind {
            StretchKind::Written(value) => value.clone(),
            StretchKind::Verbatim => None,
        });
        ThemeCall {
            template: self.origin(source.start).template,
            values: values.collect(),
            source,
        }
    }
}

/// The bytes of every call of a function, in the order of the source, of a part that begins here.
fn found(node: &SyntaxNode, start: usize, function: &str, calls: &mut Vec<Range<usize>>) {
    if is_call_of(node, function) {
        calls.push(start..start + node.len());
    }
    let mut start = start;
    for child in node.children() {
        found(child, start, function, calls);
        start += child.len();
    }
}

fn is_call_of(node: &SyntaxNode, function: &str) -> bool {
    let name = node.children().next();
    node.kind() == K::FuncCall && name.is_some_and(|one| one.leaf_text() == function)
}

/// Where a call of a function begins that stands within something else, and where that does.
fn nested(node: &LinkedNode<'_>, function: &str, within: Option<usize>) -> Option<[usize; 2]> {
    let start = node.range().start;
    if let Some(holder) = within
        && is_call_of(node.get(), function)
    {
        return Some([start, holder]);
    }
    let is_holder = HOLDERS.contains(&node.kind());
    let within = within.or(is_holder.then_some(start));
    let mut children = node.children();
    children.find_map(|child| nested(&child, function, within))
}

/// What makes one thing of all that stands in it.
const HOLDERS: [K; 8] = [
    K::Args,
    K::Contextual,
    K::Emph,
    K::EnumItem,
    K::Heading,
    K::ListItem,
    K::Strong,
    K::TermItem,
];
