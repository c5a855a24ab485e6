//! A skeleton with its tokens replaced.

use std::borrow::Cow;
use std::ops::Range;

use super::literal;
use super::token::Token;
use crate::diagnostics::{Diagnostic, Place};
use crate::templates::load::Sites;
use crate::templates::recorder::{Refusal, Skeleton, Slot, Writer};

/// Typst source, and where each piece of it stands.
pub(super) struct Written {
    /// The source.
    pub text: String,
    /// Where each segment of the skeleton begins.
    pub starts: Vec<usize>,
    /// The bytes of each token's literal, in the order of the tokens.
    pub literals: Vec<Range<usize>>,
}

impl Written {
    /// Writes for each token what `chosen` makes of its value.
    pub(super) fn compose<'s>(
        skeleton: &'s Skeleton,
        tokens: &[Token<'_>],
        chosen: impl Fn(&'s Slot) -> Cow<'s, Slot>,
    ) -> Self {
        let mut text = String::with_capacity(skeleton.text.len() * 2);
        let mut starts = Vec::with_capacity(skeleton.segments.len());
        let mut literals = Vec::with_capacity(tokens.len());
        let ends = skeleton.segments.iter().skip(1).map(|next| next.start);
        let ends = ends.chain([skeleton.text.len()]);
        let mut tokens = tokens.iter();
        for (segment, end) in skeleton.segments.iter().zip(ends) {
            starts.push(text.len());
            match (&segment.writer, tokens.as_slice().first()) {
                (Writer::Value(slot, _), Some(token)) => {
                    literals.push(literal::write(&chosen(slot), token.position, &mut text));
                    tokens.next();
                }
                _ => text.push_str(&skeleton.text[segment.start..end]),
            }
        }
        Written {
            text,
            starts,
            literals,
        }
    }

    /// A finding at the template place that wrote a byte, and the value written there.
    pub(super) fn refuse(
        &self,
        byte: usize,
        finding: Diagnostic,
        skeleton: &Skeleton,
        sites: &Sites,
    ) -> Refusal {
        let index = self
            .starts
            .partition_point(|start| *start <= byte)
            .saturating_sub(1);
        let Some(segment) = skeleton.segments.get(index) else {
            return Refusal {
                finding,
                value: None,
            };
        };
        let Place { file, range } = sites.place(segment.site).clone();
        match &segment.writer {
            Writer::Template => {
                let at = (range.start + byte.saturating_sub(self.starts[index])).min(range.end);
                Refusal {
                    finding: finding.at(Place::new(&file, at..at)),
                    value: None,
                }
            }
            Writer::Helper => Refusal {
                finding: finding.at(Place::new(&file, range)),
                value: None,
            },
            Writer::Value(_, pointer) => Refusal {
                finding: finding.at(Place::new(&file, range)),
                value: pointer.clone(),
            },
        }
    }
}
