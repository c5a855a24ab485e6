//! The parenting plan, as its template may see it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::Case;
use crate::case::arrangement::Topic;
use crate::case::plan::Standing;
use crate::case::programme::ProgrammeKind;

use super::childrens_time::{ChildrensTime, childrens_time};
use super::copy::{Audience, DocumentCopy};
use super::draft::Draft;
use super::family::Family;
use super::heading::Heading;
use super::imprint::Imprint;
use super::inapplicable::Inapplicable;
use super::open_point::{OpenPoint, open_points};
use super::people::Officer;
use super::plan_topic::{PlanTopic, plan_topics};
use super::registry::Content;
use super::signature::{Acknowledgement, acknowledgements};
use super::summary::Points;

/// The plan.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(super) struct ParentingPlan {
    /// The whole case file.
    pub at: String,
    /// Which copy it is.
    pub imprint: Imprint,
    /// The court's heading, where there are proceedings.
    pub heading: Option<Heading>,
    /// Who the plan is for, where there are none.
    pub family: Option<Family>,
    /// The mediation it comes from.
    pub mediation: Option<Mediation>,
    /// Whether it may not be shown to a court.
    pub without_prejudice: bool,
    /// How much is agreed.
    pub points: Points,
    /// The children's time, for those who share a calendar.
    pub time: Vec<ChildrensTime>,
    /// What is not agreed, in order of letter.
    pub not_agreed: Vec<OpenPoint>,
    /// The topics on which something is said.
    pub topics: Vec<PlanTopic>,
    /// The topics on which nothing is said.
    pub silent: Vec<Topic>,
    /// What each parent has acknowledged, or is to.
    pub acknowledgements: Vec<Acknowledgement>,
}

/// The mediation a plan comes from.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(super) struct Mediation {
    /// `mediation` in the case file.
    pub at: String,
    /// Who mediates.
    pub mediator: Option<Officer>,
    /// Whether what is recorded may be shown to a court.
    pub standing: Standing,
    /// The firm's own reference.
    pub reference: Option<String>,
}

impl Content for ParentingPlan {
    const ID: &'static str = "parenting-plan";
    const SUMMARY: &'static str = "the parenting plan, all topics, with the year at a glance";
    const NEEDS: &'static str = "an arrangement, or what was settled about decisions or a review";
    const PROGRAMMES: &'static [ProgrammeKind] = &[
        ProgrammeKind::Cppp,
        ProgrammeKind::PlanningTogether,
        ProgrammeKind::WorkingTogether,
        ProgrammeKind::Mediation,
    ];

    fn copies(case: &Case) -> Result<Vec<DocumentCopy>, Inapplicable> {
        let says_something =
            !case.arrangements.is_empty() || case.decisions.is_some() || case.review.is_some();
        if says_something {
            Ok(vec![DocumentCopy::of(Audience::Parties)])
        } else {
            Err(Inapplicable::NothingPlanned)
        }
    }

    fn of(draft: &Draft<'_>) -> Self {
        let has_court = draft.case.case.is_some();
        let standing = draft
            .case
            .mediation
            .as_ref()
            .map(|mediation| mediation.standing);
        let (topics, silent) = plan_topics(draft);
        ParentingPlan {
            at: String::new(),
            imprint: Imprint::of(draft),
            heading: has_court.then(|| Heading::of(draft)),
            family: (!has_court).then(|| Family::of(draft)),
            mediation: mediation(draft),
            without_prejudice: standing == Some(Standing::WithoutPrejudice),
            points: Points::of(draft),
            time: childrens_time(draft),
            not_agreed: open_points(draft),
            topics,
            silent,
            acknowledgements: acknowledgements(draft),
        }
    }
}

fn mediation(draft: &Draft<'_>) -> Option<Mediation> {
    let mediation = draft.case.mediation.as_ref()?;
    Some(Mediation {
        at: "/mediation".to_owned(),
        mediator: draft.officer(&mediation.mediator, "/mediation/mediator"),
        standing: mediation.standing,
        reference: mediation.reference.as_ref().map(ToString::to_string),
    })
}
