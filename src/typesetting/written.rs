//! Where the document's own source writes what stands on its pages.

use std::num::NonZeroU64;

use typst::syntax::{Source, Span, SyntaxNode};

/// Where each piece of a source begins. Typst looks for one piece from the root down; to ask it
/// for each text of a page takes longer than to go through the source once.
#[derive(Default)]
pub(super) struct Written {
    /// By their spans, which grow from the beginning of a source to its end.
    starts: Vec<(NonZeroU64, usize)>,
}

impl Written {
    pub(super) fn of(source: &Source) -> Self {
        let mut starts = Vec::new();
        note(source.root(), 0, &mut starts);
        Written { starts }
    }

    /// Where a piece begins, in bytes; nothing for one of another file.
    pub(super) fn start(&self, span: Span) -> Option<usize> {
        let key = span.into_raw();
        let found = self.starts.binary_search_by_key(&key, |(span, _)| *span);
        Some(self.starts[found.ok()?].1)
    }
}

fn note(node: &SyntaxNode, start: usize, starts: &mut Vec<(NonZeroU64, usize)>) {
    starts.push((node.span().into_raw(), start));
    let mut start = start;
    for child in node.children() {
        note(child, start, starts);
        start += child.len();
    }
}

#[cfg(test)]
mod tests {
    use typst::syntax::LinkedNode;

    use super::*;

    #[test]
    fn every_piece_begins_where_typst_says_it_does() {
        let text =
            "#set text(size: 12pt)\n= One\n#\"Isla’s\"; #strong[two #(\"a\" + \"b\")]\n- three";
        let source = Source::detached(text);
        let written = Written::of(&source);
        let mut asked = 0;
        let mut open = vec![LinkedNode::new(source.root())];
        while let Some(node) = open.pop() {
            assert_eq!(written.start(node.span()), Some(node.offset()), "{node:?}");
            asked += 1;
            open.extend(node.children());
        }
        assert!(asked > 30, "only {asked}");
        assert_eq!(written.start(Span::detached()), None);
    }
}
