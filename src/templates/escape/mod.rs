//! From a skeleton of tokens to Typst source in which no value can be anything but a
//! value.
//!
//! No value is written as Typst text: whatever list of characters one escapes, the
//! neighbours of a value (`*{{x}}*`, `{{n}}. `, `h{{x}}`) bring back what was left out.
//! So the skeleton is parsed, the node in which a token stands decides how its value
//! is written ([`position`], [`literal`]), and the result is proved ([`proof`]): it has
//! the tree that harmless values would have given it, and every string in it reads
//! back as the value. What cannot be proved is not typeset.

mod literal;
mod position;
mod proof;
mod tree;
mod written;

use std::borrow::Cow;
use std::ops::Range;

use typst_syntax::parse;

use super::load::Sites;
use super::recorder::{Refusal, Segment, Skeleton, Slot, Writer};
use super::rendered::{Stretch, StretchKind};
use crate::diagnostics::{Code, Diagnostic};
use position::Position;
use written::Written;

/// A value in the skeleton: its segment, and the bytes of its token.
struct Token<'s> {
    segment: &'s Segment,
    slot: &'s Slot,
    range: Range<usize>,
}

/// Why a value cannot be written, in the words of a finding.
struct Fault {
    code: &'static Code,
    message: String,
    help: String,
}

impl Fault {
    fn new(code: &'static Code, message: impl Into<String>, help: impl Into<String>) -> Self {
        Fault {
            code,
            message: message.into(),
            help: help.into(),
        }
    }

    /// The fault as a finding about the segment that brought it about.
    fn about(self, segment: &Segment, sites: &Sites) -> Refusal {
        let finding = Diagnostic::new(self.code, self.message)
            .at(sites.place(segment.site).clone())
            .help(self.help);
        let value = match &segment.writer {
            Writer::Value(_, pointer) => pointer.clone(),
            Writer::Template | Writer::Helper => None,
        };
        Refusal { finding, value }
    }
}

/// Typst source with the origin of each stretch of it.
pub(crate) struct Escaped {
    pub source: String,
    pub stretches: Vec<Stretch>,
}

/// Writes the values of a skeleton into it, and proves the result.
///
/// # Errors
/// Every value that stands where none may (T22–T31); or text that is not Typst (T32);
/// or, which no value has ever brought about, a failed proof (T33, T34).
pub(crate) fn escape(skeleton: &Skeleton, sites: &Sites) -> Result<Escaped, Vec<Refusal>> {
    let tokens = tokens(skeleton);
    let positions = positions(skeleton, &tokens, sites)?;
    let harmless = Written::compose(skeleton, &positions, literal::harmless);
    let reference = parse(&harmless.text);
    proof::is_typst(&reference, &harmless, skeleton, sites)?;
    let real = Written::compose(skeleton, &positions, Cow::Borrowed);
    let tree = parse(&real.text);
    proof::same_structure(&tree, &reference, &real, skeleton, sites)?;
    proof::reads_back(&tree, &real, &tokens, &positions, sites)?;
    let stretches = stretches(skeleton, &real, sites);
    Ok(Escaped {
        source: real.text,
        stretches,
    })
}

fn tokens(skeleton: &Skeleton) -> Vec<Token<'_>> {
    let ends = skeleton.segments.iter().skip(1).map(|next| next.start);
    let ends = ends.chain([skeleton.text.len()]);
    let ranges = skeleton.segments.iter().zip(ends);
    ranges
        .filter_map(|(segment, end)| match &segment.writer {
            Writer::Value(slot, _) => Some(Token {
                segment,
                slot,
                range: segment.start..end,
            }),
            Writer::Template | Writer::Helper => None,
        })
        .collect()
}

/// Where each token stands; every fault of every token, if there is one.
fn positions(
    skeleton: &Skeleton,
    tokens: &[Token<'_>],
    sites: &Sites,
) -> Result<Vec<Position>, Vec<Refusal>> {
    let root = parse(&skeleton.text);
    let ranges: Vec<_> = tokens.iter().map(|token| token.range.clone()).collect();
    let mut positions = Vec::with_capacity(tokens.len());
    let mut refusals = Vec::new();
    let leaves = tree::leaves_at(&root, &ranges);
    for (token, leaf) in tokens.iter().zip(&leaves) {
        let position = position::of(leaf, &token.range)
            .and_then(|position| literal::check(token.slot, position).map(|()| position));
        match position {
            Ok(position) => positions.push(position),
            Err(fault) => {
                let refusal = fault.about(token.segment, sites);
                if !refusals.contains(&refusal) {
                    refusals.push(refusal);
                }
            }
        }
    }
    if refusals.is_empty() {
        Ok(positions)
    } else {
        Err(refusals)
    }
}

fn stretches(skeleton: &Skeleton, real: &Written, sites: &Sites) -> Vec<Stretch> {
    let pairs = skeleton.segments.iter().zip(&real.starts);
    pairs
        .map(|(segment, &start)| Stretch {
            start,
            template: sites.place(segment.site).clone(),
            kind: match &segment.writer {
                Writer::Template => StretchKind::Verbatim,
                Writer::Helper => StretchKind::Written(None),
                Writer::Value(_, pointer) => StretchKind::Written(pointer.clone()),
            },
        })
        .collect()
}
