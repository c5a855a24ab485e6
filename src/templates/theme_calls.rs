//! Where the source of a document calls a function of the theme: which place of a template
//! wrote the call, and which values of the view stand in it.

use std::ops::Range;

use typst_syntax::{LinkedNode, SyntaxKind as K, parse};

use super::check::visit;
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
        let tree = parse(&self.source);
        let mut calls = Vec::new();
        visit(&LinkedNode::new(&tree), &mut |node| {
            if is_call_of(node, function) {
                calls.push(self.call(node.range()));
            }
        });
        calls
    }

    /// Where a template writes the first call of this function that stands within something
    /// else (another call, a list, a heading or strong words), and where it writes that.
    pub(crate) fn nested_call_of(&self, function: &str) -> Option<[Place; 2]> {
        let tree = parse(&self.source);
        let nested = nested(&LinkedNode::new(&tree), function, None)?;
        Some(nested.map(|start| self.origin(start).template))
    }

    /// Where a template writes the first rule of Typst that takes all that follows into itself,
    /// but for the one by which the theme makes the page.
    pub(crate) fn ruled(&self) -> Option<Place> {
        let tree = parse(&self.source);
        let root = LinkedNode::new(&tree);
        let is_rule = |node: &LinkedNode<'_>| matches!(node.kind(), K::SetRule | K::ShowRule);
        let rule = root.children().filter(is_rule).nth(1)?;
        Some(self.origin(rule.range().start).template)
    }

    fn call(&self, source: Range<usize>) -> ThemeCall {
        let within = self
            .stretches
            .iter()
            .filter(|one| source.contains(&one.start));
        let values = within.filter_map(|one| match &one.kind {
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

fn is_call_of(node: &LinkedNode<'_>, function: &str) -> bool {
    let name = node.children().next();
    node.kind() == K::FuncCall && name.is_some_and(|one| one.leaf_text() == function)
}

/// Where a call of a function begins that stands within something else, and where that does.
fn nested(node: &LinkedNode<'_>, function: &str, within: Option<usize>) -> Option<[usize; 2]> {
    let start = node.range().start;
    if let Some(holder) = within
        && is_call_of(node, function)
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
