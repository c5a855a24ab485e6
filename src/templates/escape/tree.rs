//! Finding the leaves of a syntax tree at many places in one walk.

use std::ops::Range;

use typst_syntax::{SyntaxKind, SyntaxNode};

/// A leaf of a syntax tree and the way down to it.
pub(super) struct Leaf<'t> {
    /// The leaf.
    pub node: &'t SyntaxNode,
    /// Its bytes.
    pub range: Range<usize>,
    /// From the root to its parent, each with the index of the child that leads on.
    pub ancestors: Vec<(&'t SyntaxNode, usize)>,
}

impl<'t> Leaf<'t> {
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

/// The leaf in which each of these places begins. The places are in order and none
/// is empty.
pub(super) fn leaves_at<'t>(root: &'t SyntaxNode, places: &[Range<usize>]) -> Vec<Leaf<'t>> {
    let mut walk = Walk {
        places,
        ancestors: Vec::new(),
        found: Vec::with_capacity(places.len()),
    };
    walk.visit(root, 0);
    walk.found
}

struct Walk<'t, 'p> {
    places: &'p [Range<usize>],
    ancestors: Vec<(&'t SyntaxNode, usize)>,
    found: Vec<Leaf<'t>>,
}

impl<'t> Walk<'t, '_> {
    /// Whether the next place begins before this byte.
    fn next_is_before(&self, byte: usize) -> bool {
        self.places
            .get(self.found.len())
            .is_some_and(|place| place.start < byte)
    }

    fn visit(&mut self, node: &'t SyntaxNode, start: usize) {
        let end = start + node.len();
        if node.children().len() == 0 {
            while self.next_is_before(end) {
                let ancestors = self.ancestors.clone();
                self.found.push(Leaf {
                    node,
                    range: start..end,
                    ancestors,
                });
            }
            return;
        }
        let mut at = start;
        for (index, child) in node.children().enumerate() {
            if self.next_is_before(at + child.len()) {
                self.ancestors.push((node, index));
                self.visit(child, at);
                self.ancestors.pop();
            }
            at += child.len();
        }
    }
}
