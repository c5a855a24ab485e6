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
            let name = node.children().next();
            if node.kind() == K::FuncCall && name.is_some_and(|one| one.leaf_text() == function) {
                calls.push(self.call(node.range()));
            }
        });
        calls
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
