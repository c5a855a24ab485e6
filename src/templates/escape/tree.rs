//! Finding the leaves of a syntax tree at many places in one walk.

use std::iter::Peekable;
use std::ops::Range;

use typst_syntax::{SyntaxKind, SyntaxNode};

/// A leaf of a syntax tree and the way down to it.
pub(super) struct Leaf<'t, 'w> {
    /// The leaf.
    pub node: &'t SyntaxNode,
    /// Its bytes.
    pub range: Range<usize>,
    /// From the root to its parent, each with the index of the child that leads on.
    pub ancestors: &'w [(&'t SyntaxNode, usize)],
}

impl<'t> Leaf<'t, '_> {
    /// The kind of its parent; a lone leaf counts as markup, as a whole file would be.
    pub(super) fn parent_kind(&self) -> SyntaxKind {
        self.ancestors
            .last()
            .map_or(SyntaxKind::Markup, |(parent, _)| parent.kind())
    }

    /// The kind of what stands before it in its parent, spaces and comments aside.
    pub(super) fn previous_kind(&self) -> Option<SyntaxKind> {
        let (parent, index) = self.ancestors.last()?;
        let before = parent.children().as_slice()[..*index].iter().rev();
        before.map(SyntaxNode::kind).find(|kind| !kind.is_trivia())
    }

    /// The nodes it stands in, from the inside out.
    pub(super) fn parents(&self) -> impl Iterator<Item = &'t SyntaxNode> {
        self.ancestors.iter().rev().map(|(parent, _)| *parent)
    }
}

/// Finds the leaf in which each of these places begins, and hands it over with what the
/// place is of. The places are in order and none is empty.
pub(super) fn at_leaves<'t, T>(
    root: &'t SyntaxNode,
    places: impl Iterator<Item = (Range<usize>, T)>,
    found: impl FnMut(&Leaf<'t, '_>, Range<usize>, T),
) {
    let mut walk = Walk {
        places: places.peekable(),
        found,
        ancestors: Vec::new(),
    };
    walk.visit(root, 0);
}

struct Walk<'t, P: Iterator, F> {
    places: Peekable<P>,
    found: F,
    ancestors: Vec<(&'t SyntaxNode, usize)>,
}

impl<'t, T, P, F> Walk<'t, P, F>
where
    P: Iterator<Item = (Range<usize>, T)>,
    F: FnMut(&Leaf<'t, '_>, Range<usize>, T),
{
    fn visit(&mut self, node: &'t SyntaxNode, start: usize) {
        let end = start + node.len();
        if node.children().len() == 0 {
            while let Some((place, of)) = self.places.next_if(|(place, _)| place.start < end) {
                let leaf = Leaf {
                    node,
                    range: start..end,
                    ancestors: &self.ancestors,
                };
                (self.found)(&leaf, place, of);
            }
            return;
        }
        let mut at = start;
        for (index, child) in node.children().enumerate() {
            let child_end = at + child.len();
            let next = self.places.peek();
            if next.is_some_and(|(place, _)| place.start < child_end) {
                self.ancestors.push((node, index));
                self.visit(child, at);
                self.ancestors.pop();
            }
            at = child_end;
        }
    }
}
