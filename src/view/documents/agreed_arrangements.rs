//! The record of what the parents agreed, as its template may see it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::programme::ProgrammeKind;
use crate::diagnostics::Pointer;

use crate::audience::{DocumentCopy, Office, Reader};
use crate::view::draft::Draft;
use crate::view::each_once::each_once;
use crate::view::inapplicable::Inapplicable;
use crate::view::people::heading::Heading;
use crate::view::people::imprint::Imprint;
use crate::view::programme::session::SessionMention;
use crate::view::registry::Content;
use crate::view::terms::open_point::{OpenPoint, Undiscussed, open_points, undiscussed};
use crate::view::terms::order::OrderWords;
use crate::view::terms::signature::{Acknowledgement, Signature, acknowledgements};
use crate::view::terms::summary::Points;
use crate::view::terms::term::{FormTerms, Run, Term, TopicTerms, forms, terms, topics};
use crate::view::time::said::Register;

/// The record of agreed arrangements.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct AgreedArrangements {
    /// The whole case file.
    pub at: Pointer,
    /// Which copy it is.
    pub imprint: Imprint,
    /// The heading.
    pub heading: Heading,
    /// How much is agreed.
    pub points: Points,
    /// The sessions in which something was agreed, in the order of the first terms.
    pub agreed_in: Vec<SessionMention>,
    /// Everybody who agreed to a term, in the order of the first terms.
    pub agreed_by: Vec<AgreedBy>,
    /// The terms by what they are meant to become.
    pub forms: Vec<FormTerms>,
    /// The terms under their topics.
    pub topics: Vec<TopicTerms>,
    /// The terms in the words of an order.
    pub order: Option<OrderWords>,
    /// What is not agreed, in order of letter.
    pub not_agreed: Vec<OpenPoint>,
    /// What was not discussed.
    pub not_discussed: Vec<Undiscussed>,
    /// What each party has acknowledged, or is to.
    pub acknowledgements: Vec<Acknowledgement>,
    /// Who signs.
    pub signature: Signature,
}

impl Content for AgreedArrangements {
    const ID: &'static str = "agreed-arrangements";
    const SUMMARY: &'static str = "the record of what is agreed, ready to be lifted into an order";
    const NEEDS: &'static str = "court proceedings and an agreed arrangement";
    const PROGRAMMES: &'static [ProgrammeKind] = &[ProgrammeKind::Cppp];

    fn copies(office: Office<'_>) -> Result<Vec<DocumentCopy>, Inapplicable> {
        let court = DocumentCopy::of(Reader::Court);
        let proceedings = office.serves(&court).proceedings();
        proceedings.ok_or(Inapplicable::NoProceedings)?;
        let mut copies = [vec![court], office.copies_for_parties()].concat();
        copies.retain(|copy| {
            let served = office.serves(copy);
            served.arrangements().any(|one| one.status.is_agreed())
        });
        match copies.is_empty() {
            true => Err(Inapplicable::NothingAgreed),
            false => Ok(copies),
        }
    }

    fn of(draft: &Draft<'_>) -> Self {
        let terms = terms(draft, Register::Order);
        AgreedArrangements {
            at: Pointer::root(),
            imprint: Imprint::of(draft),
            heading: Heading::of(draft),
            points: Points::of(draft),
            agreed_in: each_once(terms.iter().filter_map(|term| term.agreed_in.clone())),
            agreed_by: agreed_by(&terms),
            forms: forms(&terms),
            order: OrderWords::of(draft, &terms),
            topics: topics(terms),
            not_agreed: open_points(draft),
            not_discussed: undiscussed(draft),
            acknowledgements: acknowledgements(draft),
            signature: Signature::of(draft),
        }
    }
}

/// Somebody who agreed, and to what.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct AgreedBy {
    /// Who.
    pub adult: String,
    /// Whether to every term of the record.
    pub to_all: bool,
    /// Whether to one term alone.
    pub to_one: bool,
    /// To which terms.
    #[schemars(length(min = 1))]
    pub numbers: Vec<String>,
    /// The first and the last of them, where they are three or more without a gap.
    pub run: Option<Run>,
}

fn agreed_by(terms: &[Term]) -> Vec<AgreedBy> {
    let adults = each_once(terms.iter().flat_map(|term| term.agreed_by.clone()));
    let one = |adult: String| {
        let agreed = terms.iter().filter(|term| term.agreed_by.contains(&adult));
        let numbers: Vec<u32> = agreed.map(|term| term.number).collect();
        AgreedBy {
            to_all: numbers.len() == terms.len(),
            to_one: numbers.len() == 1,
            run: Run::of(&numbers),
            numbers: numbers.iter().map(u32::to_string).collect(),
            adult,
        }
    };
    adults.into_iter().map(one).collect()
}
