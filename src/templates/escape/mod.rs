//! From a skeleton of tokens to Typst source in which no value can be anything but a
//! value.
//!
//! No value is written as Typst text: whatever list of characters one escapes, the
//! neighbours of a value (`*{{x}}*`, `{{n}}. `, `h{{x}}`) bring back what was left out.
//! So the skeleton is parsed, the node in which a token stands decides how its value
//! is written ([`position`], [`literal`]), and the result is proved: it has the tree
//! that harmless values would have given it, and every string in it reads back as the
//! value. The skeleton's tree mostly shows both ([`filled`]); where it cannot, a text
//! with harmless values is parsed besides ([`proof`]). What cannot be proved is not
//! typeset.

mod fault;
mod filled;
mod literal;
mod position;
mod proof;
mod token;
mod tree;
mod written;

use std::borrow::Cow;
use std::ops::Range;

use typst_syntax::{SyntaxNode, parse};

use super::load::Sites;
use super::recorder::{Refusal, Segment, Skeleton, Slot, Writer};
use super::rendered::{Stretch, StretchKind};
use token::Token;
use written::Written;

/// Typst source with the origin of each stretch of it.
pub(crate) struct Escaped {
    pub source: String,
    pub tree: SyntaxNode,
    pub stretches: Vec<Stretch>,
}

/// Writes the values of a skeleton into it, and proves the result.
///
/// # Errors
/// Every value that stands where none may (T22–T31); or text that is not Typst (T32);
/// or, which no value has ever brought about, a failed proof (T33, T34).
pub(crate) fn escape(skeleton: Skeleton, sites: &Sites) -> Result<Escaped, Vec<Refusal>> {
    let root = parse(&skeleton.text);
    let tokens = tokens(&skeleton, &root, sites)?;
    let real = Written::compose(&skeleton, &tokens, Cow::Borrowed);
    let tree = parse(&real.text);
    if !filled::is_filled(&root, &tree, &tokens) {
        proof::by_reference(&tree, &real, &skeleton, &tokens, sites)?;
    }
    Ok(Escaped {
        source: real.text,
        tree,
        stretches: stretches(skeleton.segments, real.starts),
    })
}

/// The values of a skeleton, each with the bytes of its token.
fn values(skeleton: &Skeleton) -> impl Iterator<Item = (Range<usize>, (&Segment, &Slot))> {
    let ends = skeleton.segments.iter().skip(1).map(|next| next.start);
    let ends = ends.chain([skeleton.text.len()]);
    let ranges = skeleton.segments.iter().zip(ends);
    ranges.filter_map(|(segment, end)| match &segment.writer {
        Writer::Value(slot, _) => Some((segment.start..end, (segment, slot))),
        Writer::Template | Writer::Helper => None,
    })
}

/// Where each token stands; every fault of every token, if there is one.
fn tokens<'s>(
    skeleton: &'s Skeleton,
    root: &SyntaxNode,
    sites: &Sites,
) -> Result<Vec<Token<'s>>, Vec<Refusal>> {
    let mut tokens = Vec::new();
    let mut refusals = Vec::new();
    tree::at_leaves(root, values(skeleton), |leaf, range, (segment, slot)| {
        let position = position::of(leaf, &range)
            .and_then(|position| literal::check(slot, position).map(|()| position));
        match position {
            Ok(position) => tokens.push(Token {
                segment,
                slot,
                range,
                position,
            }),
            Err(fault) => {
                let refusal = fault.about(segment, sites);
                if !refusals.contains(&refusal) {
                    refusals.push(refusal);
                }
            }
        }
    });
    if refusals.is_empty() {
        Ok(tokens)
    } else {
        Err(refusals)
    }
}

/// The segments of the skeleton where they stand in the source.
fn stretches(segments: Vec<Segment>, starts: Vec<usize>) -> Vec<Stretch> {
    let pairs = segments.into_iter().zip(starts);
    pairs
        .map(|(segment, start)| Stretch {
            start,
            site: segment.site,
            kind: match segment.writer {
                Writer::Template => StretchKind::Verbatim,
                Writer::Helper => StretchKind::Written(None),
                Writer::Value(_, pointer) => StretchKind::Written(pointer),
            },
        })
        .collect()
}
