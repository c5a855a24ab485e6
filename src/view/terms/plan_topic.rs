//! What a parenting plan says under one topic: the terms agreed, the points that are not,
//! and the rules the parents made for deciding, changing and differing.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::arrangement::Topic;
use crate::case::form::Date;
use crate::case::plan::{DisputeStep, Messaging, ReviewTrigger};
use crate::diagnostics::Pointer;

use super::open_point::{OpenPoint, Undiscussed, open_points, undiscussed};
use super::term::{Term, terms};
use crate::view::draft::Draft;
use crate::view::people::naming::Officer;
use crate::view::programme::record::{Interim, interim};
use crate::view::time::said::Register;
use crate::view::words::Words;

/// A topic on which the plan says something.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct PlanTopic {
    /// The topic.
    pub topic: Topic,
    /// What is agreed, in order of number.
    pub terms: Vec<Term>,
    /// What is agreed in part or not at all, in order of letter.
    pub open: Vec<OpenPoint>,
    /// What was raised and not discussed.
    pub undiscussed: Vec<Undiscussed>,
    /// Contact while the programme ran.
    pub interim: Option<Interim>,
    /// What happens in an emergency.
    pub emergency: Option<Emergency>,
    /// How a change is told.
    pub changes: Option<Changes>,
    /// When the plan is looked at again.
    pub review: Option<Review>,
    /// What happens when the parents differ.
    pub disputes: Option<Disputes>,
}

/// What happens in an emergency.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Emergency {
    /// `decisions` in the case file.
    pub at: Pointer,
    /// What the parents agreed.
    pub text: Words,
}

/// How a change is told.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Changes {
    /// `decisions` in the case file.
    pub at: Pointer,
    /// At short notice, by what means.
    pub last_minute: Vec<Messaging>,
    /// The notice that a lasting change needs, in weeks.
    #[schemars(range(min = 1))]
    pub notice_weeks: Option<u32>,
}

/// When the plan is looked at again.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Review {
    /// `review` in the case file.
    pub at: Pointer,
    /// After how many months.
    #[schemars(range(min = 1))]
    pub after_months: Option<u32>,
    /// On what day.
    pub on: Option<Date>,
    /// What brings it forward.
    pub triggers: Vec<ReviewTrigger>,
}

/// The steps the parents take when they differ.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Disputes {
    /// `disputes` in the case file.
    pub at: Pointer,
    /// The steps, in order.
    #[schemars(length(min = 1))]
    pub steps: Vec<DisputeStep>,
    /// Who mediates.
    pub mediator: Option<Officer>,
}

/// What is a topic without being something to arrange: safety and what a child wishes are
/// no more missing from a plan than its signatures are, which stand at its end.
pub(crate) const NOT_TO_ARRANGE: [Topic; 3] = [Topic::Safety, Topic::ChildView, Topic::Signatures];

/// The topics on which the plan says something, and those on which it could and does not.
pub(crate) fn plan_topics(draft: &Draft<'_>) -> (Vec<PlanTopic>, Vec<Topic>) {
    let (mut said, mut silent) = (Vec::new(), Vec::new());
    let (terms, open, raised) = (
        terms(draft, Register::Plan),
        open_points(draft),
        undiscussed(draft),
    );
    for topic in Topic::ALL {
        let only = |own| (topic == own).then_some(draft);
        let told = PlanTopic {
            topic,
            terms: those(&terms, |one| one.topic == topic),
            open: those(&open, |one| one.topic == topic),
            undiscussed: those(&raised, |one| one.topic == topic),
            interim: only(Topic::Living).and_then(interim),
            emergency: only(Topic::Decisions).and_then(emergency),
            changes: only(Topic::Changes).and_then(changes),
            review: only(Topic::Review).and_then(review),
            disputes: only(Topic::Disputes).and_then(disputes),
        };
        if told.says_something() {
            said.push(told);
        } else if !NOT_TO_ARRANGE.contains(&topic) {
            silent.push(topic);
        }
    }
    (said, silent)
}

fn those<T: Clone>(all: &[T], of_topic: impl Fn(&&T) -> bool) -> Vec<T> {
    all.iter().filter(of_topic).cloned().collect()
}

impl PlanTopic {
    fn says_something(&self) -> bool {
        self.covers_something() || !self.undiscussed.is_empty()
    }

    /// Whether it says more than that something was not discussed.
    pub(crate) fn covers_something(&self) -> bool {
        let rules = self.interim.is_some()
            || self.emergency.is_some()
            || self.changes.is_some()
            || self.review.is_some()
            || self.disputes.is_some();
        rules || !(self.terms.is_empty() && self.open.is_empty())
    }
}

fn emergency(draft: &Draft<'_>) -> Option<Emergency> {
    let decisions = draft.served.decisions()?;
    let emergency = decisions.emergency.as_ref();
    Some(Emergency {
        text: draft.optional_text(emergency, decisions.at.key("emergency"), None)?,
        at: decisions.at.clone(),
    })
}

fn changes(draft: &Draft<'_>) -> Option<Changes> {
    let decisions = draft.served.decisions()?;
    let says = !decisions.last_minute.is_empty() || decisions.notice_weeks.is_some();
    says.then(|| Changes {
        last_minute: decisions.last_minute.clone(),
        notice_weeks: decisions.notice_weeks,
        at: decisions.at.clone(),
    })
}

pub(crate) fn review(draft: &Draft<'_>) -> Option<Review> {
    let review = draft.served.review()?;
    Some(Review {
        after_months: review.after_months,
        on: review.on,
        triggers: review.triggers.clone(),
        at: review.at,
    })
}

fn disputes(draft: &Draft<'_>) -> Option<Disputes> {
    let disputes = draft.served.disputes()?;
    let mediator = disputes.mediator.as_ref();
    Some(Disputes {
        steps: disputes.steps.clone(),
        mediator: mediator.and_then(|id| draft.officer(id, disputes.at.key("mediator"))),
        at: disputes.at.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::document::WrittenLanguage;
    use crate::view::sample;

    #[test]
    fn a_text_that_is_not_there_in_the_language_is_missed_once() {
        let mut case = sample::case();
        case.arrangements.clear();
        (case.interim, case.disputes) = (None, None);
        let decisions = case.decisions.as_mut().expect("the sample has some");
        let emergency = serde_yaml::from_str("whoever has the children decides");
        decisions.emergency = Some(emergency.expect("a text"));
        case.document.language = WrittenLanguage::Cy;
        let draft = sample::draft(&case);
        plan_topics(&draft);
        let missed = draft.finish().err().map(|gaps| gaps.len());
        assert_eq!(missed, Some(1));
    }
}
