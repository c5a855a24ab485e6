//! What each parent asks for, what the officer thinks, and what the court is asked to do.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::proceedings::OrderKind;
use crate::case::recommendation::{
    Position as CasePosition, Recommendation as CaseRecommendation,
    WelfareAnalysis as CaseAnalysis, WelfareHead,
};
use crate::diagnostics::Pointer;

use crate::audience::Piece;
use crate::view::draft::Draft;
use crate::view::words::Words;

/// One parent's position.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Position {
    /// The position in the case file.
    pub at: Pointer,
    /// Whose.
    pub adult: String,
    /// The position, in words the parent accepts.
    pub text: Words,
}

/// The officer's analysis under one head of the welfare checklist.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Analysis {
    /// The analysis in the case file.
    pub at: Pointer,
    /// The head (Children Act 1989 s.1(3)).
    pub head: WelfareHead,
    /// Its letter in section 1(3).
    pub letter: String,
    /// The analysis.
    pub text: Words,
}

/// Something the officer asks the court to do.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Recommendation {
    /// The recommendation in the case file.
    pub at: Pointer,
    /// Its number, from 1.
    pub number: u32,
    /// What is recommended.
    pub text: Words,
    /// Why.
    pub reason: Option<Words>,
    /// The heads of the welfare checklist it rests on.
    pub welfare_heads: Vec<String>,
    /// The order asked for.
    pub order_sought: Option<OrderKind>,
    /// The children it concerns.
    pub children: Vec<String>,
    /// Whether they are all the children there are.
    pub all_children: bool,
}

pub(crate) fn positions(draft: &Draft<'_>) -> Vec<Position> {
    let position = |position: Piece<'_, CasePosition>| Position {
        adult: draft.name(&position.adult, position.at.key("adult")),
        text: draft.text(&position, "text", &position.text),
        at: position.at,
    };
    draft.served.positions().map(position).collect()
}

/// The analysis, in the order of the checklist.
pub(crate) fn analysis(draft: &Draft<'_>) -> Vec<Analysis> {
    let under_head = |analysis: Piece<'_, CaseAnalysis>| Analysis {
        head: analysis.head,
        letter: analysis.head.letter().to_string(),
        text: draft.text(&analysis, "text", &analysis.text),
        at: analysis.at,
    };
    let mut heads: Vec<_> = draft.served.analysis().map(under_head).collect();
    heads.sort_by_key(|analysis| analysis.head);
    heads
}

pub(crate) fn recommendations(draft: &Draft<'_>) -> Vec<Recommendation> {
    (1..)
        .zip(draft.served.recommendations())
        .map(|(number, source)| recommendation(draft, number, source))
        .collect()
}

fn recommendation(
    draft: &Draft<'_>,
    number: u32,
    source: Piece<'_, CaseRecommendation>,
) -> Recommendation {
    let reason = source.reason.as_ref();
    let heads = source.welfare_heads.iter();
    Recommendation {
        number,
        text: draft.text(&source, "text", &source.text),
        reason: draft.optional_text(reason, source.at.key("reason"), source.only.as_deref()),
        welfare_heads: heads.map(|head| head.letter().to_string()).collect(),
        order_sought: source.order_sought,
        children: draft.children_of(&source.children),
        all_children: draft.is_all_children(&source.children),
        at: source.at,
    }
}
