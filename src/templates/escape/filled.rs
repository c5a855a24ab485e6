//! The short way to both proofs: the tree is the skeleton's own, and where the skeleton
//! has a token there is a literal that means the value.
//!
//! A token is as harmless as a value can be, so the skeleton is a reference that is
//! parsed already. What is said here is never "no": a token is a word to Typst and a
//! literal is not, so the text around one can be read otherwise around the other
//! (`a*{{x}}*b`). Such a document is proved the long way.

use typst_syntax::{SyntaxKind as K, SyntaxNode};

use super::literal;
use super::position::Position;
use super::proof::{means, reads_as};
use super::token::Token;
use crate::templates::recorder::Slot;

/// Whether `tree` is the tree of the skeleton, filled with the values of its tokens.
pub(super) fn is_filled(skeleton: &SyntaxNode, tree: &SyntaxNode, tokens: &[Token<'_>]) -> bool {
    let is_typst = |root: &SyntaxNode| !root.diagnosis().errors;
    let mut walk = Walk { tokens };
    // A token that the walk did not come by has a value that nobody has looked at.
    is_typst(skeleton) && is_typst(tree) && walk.node(skeleton, 0, tree) && walk.tokens.is_empty()
}

/// Goes through both trees side by side.
struct Walk<'t> {
    /// The tokens that are still to come, in order.
    tokens: &'t [Token<'t>],
}

impl<'t> Walk<'t> {
    fn has_token_before(&self, byte: usize) -> bool {
        let next = self.tokens.first();
        next.is_some_and(|token| token.range.start < byte)
    }

    fn node(&mut self, asked: &SyntaxNode, start: usize, given: &SyntaxNode) -> bool {
        // Most of a document has no value in it, and is compared whole.
        if !self.has_token_before(start + asked.len()) {
            return asked.spanless_eq(given);
        }
        match asked.kind() {
            K::Ident => self.in_code(given),
            K::Str => self.in_string(asked, start, given),
            kind => kind == given.kind() && self.children(asked, start, given),
        }
    }

    fn children(&mut self, asked: &SyntaxNode, start: usize, given: &SyntaxNode) -> bool {
        let mut at = start;
        let mut given = given.children();
        asked.children().all(|child| {
            let start = at;
            at += child.len();
            // One node of text becomes several: the words around a literal are nodes of
            // their own. Every other node has exactly one opposite.
            if child.kind() == K::Text && self.has_token_before(at) {
                self.in_markup(child, start, &mut given)
            } else {
                let given = given.next();
                given.is_some_and(|given| self.node(child, start, given))
            }
        }) && given.next().is_none()
    }

    /// A stretch of words: the same words, and `#"…";` or `#(…);` for each token.
    fn in_markup(
        &mut self,
        asked: &SyntaxNode,
        start: usize,
        given: &mut std::slice::Iter<'_, SyntaxNode>,
    ) -> bool {
        self.pieces(asked, start, |piece| match piece {
            Piece::Words(words) => same_words(words, given),
            Piece::Token(token) => {
                // The semicolon counts: without it, what follows could go on in code.
                let is = |node: Option<&SyntaxNode>, kind| node.is_some_and(|n| n.kind() == kind);
                token.position == Position::Markup
                    && is(given.next(), K::Hash)
                    && given
                        .next()
                        .is_some_and(|node| is_literal(node, token.slot))
                    && is(given.next(), K::Semicolon)
            }
        })
    }

    /// A name that is a token: a literal in parentheses, which keep it from joining what
    /// stands beside it (`-1.len()`).
    fn in_code(&mut self, given: &SyntaxNode) -> bool {
        let Some((token, rest)) = self.tokens.split_first() else {
            return false;
        };
        self.tokens = rest;
        token.position == Position::Code
            && given.kind() == K::Parenthesized
            && is_literal(given, token.slot)
    }

    /// A string: the same, byte for byte, but for the literals in it.
    fn in_string(&mut self, asked: &SyntaxNode, start: usize, given: &SyntaxNode) -> bool {
        let mut expected = String::with_capacity(given.len());
        let read = self.pieces(asked, start, |piece| match piece {
            Piece::Words(words) => {
                expected.push_str(words);
                true
            }
            Piece::Token(token) => {
                // The bytes alone would prove the writing by itself; so they are read back.
                let literal = literal::write(token.slot, token.position, &mut expected);
                token.position == Position::InString && reads_as(&expected[literal], token.slot)
            }
        });
        read && given.kind() == asked.kind() && given.leaf_text() == expected.as_str()
    }

    /// The text of a leaf, token by token; false as soon as `each` is.
    fn pieces(
        &mut self,
        leaf: &SyntaxNode,
        start: usize,
        mut each: impl FnMut(Piece<'_, 't>) -> bool,
    ) -> bool {
        let text = leaf.leaf_text();
        let mut done = 0;
        while self.has_token_before(start + leaf.len()) {
            let Some((token, rest)) = self.tokens.split_first() else {
                return false;
            };
            self.tokens = rest;
            let words = &text[done..token.range.start - start];
            done = token.range.end - start;
            if !(each(Piece::Words(words)) && each(Piece::Token(token))) {
                return false;
            }
        }
        each(Piece::Words(&text[done..]))
    }
}

/// A part of the text of a leaf.
enum Piece<'s, 't> {
    Words(&'s str),
    Token(&'t Token<'t>),
}

/// Whether the next nodes are these words: a space may part words or be one of them.
fn same_words(mut words: &str, given: &mut std::slice::Iter<'_, SyntaxNode>) -> bool {
    while !words.is_empty() {
        let node = given
            .next()
            .filter(|n| matches!(n.kind(), K::Text | K::Space));
        // A prefix, since Typst cuts words into nodes differently beside a literal.
        match node.and_then(|node| words.strip_prefix(node.leaf_text().as_str())) {
            Some(rest) => words = rest,
            None => return false,
        }
    }
    true
}

fn is_literal(node: &SyntaxNode, slot: &Slot) -> bool {
    node.cast()
        .is_some_and(|expression| means(expression, slot))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::templates::load::SiteId;
    use crate::templates::recorder::{Segment, Writer};
    use typst_syntax::parse;

    fn filled(skeleton: &str, position: Position, tree: &str) -> bool {
        let start = skeleton.find("QV").expect("the skeleton has a token");
        let token = Token {
            segment: &Segment {
                start,
                site: SiteId::from_number(0),
                writer: Writer::Template,
            },
            slot: &Slot::Text("x*".to_owned()),
            range: start..start + 2,
            position,
        };
        is_filled(&parse(skeleton), &parse(tree), &[token])
    }

    #[test]
    fn a_literal_may_stand_where_the_token_stands() {
        use Position::*;
        let table = [
            ("a QV b", Markup, "a #\"x*\"; b"),
            ("- QVs: c", Markup, "- #\"x*\";s: c"),
            ("#f(a: QV)", Code, "#f(a: (\"x*\"))"),
            ("#f(\"a QV\")", InString, "#f(\"a x*\")"),
        ];
        for (skeleton, position, tree) in table {
            assert!(filled(skeleton, position, tree), "{tree}");
        }
    }

    #[test]
    fn nothing_else_may() {
        use Position::*;
        let table = [
            ("a QV b", Markup, "a x* b"),
            ("a QV b", Markup, "a #\"y\"; b"),
            ("a QV b", Markup, "a #\"x*\" b"),
            ("a QV b", Markup, "a #\"x*\"; *b*"),
            ("a QV b", Markup, "a #\"x*\"; c"),
            ("a QV b", Markup, "a #\"x*\"; b #c"),
            ("a QV b", Markup, "a #\"x*\";\nb"),
            ("#f(QV)", Code, "#f(\"x*\")"),
            ("#f(QV)", Code, "#f((\"x*\"), 1)"),
            ("#f(QV)", Code, "#g((\"x*\"))"),
            ("#f(\"a QV\")", InString, "#f(\"a y\")"),
            ("#f(\"a QV\")", InString, "#f(\"a x*\" + b)"),
            ("#f(QV", Code, "#f((\"x*\")"),
        ];
        for (skeleton, position, tree) in table {
            assert!(!filled(skeleton, position, tree), "{tree}");
        }
    }

    /// Sound, and shown to be so by a reference with literals.
    #[test]
    fn a_word_and_a_literal_can_have_other_neighbours() {
        assert!(!filled("a*QV*b", Position::Markup, "a*#\"x*\";*b"));
    }
}
