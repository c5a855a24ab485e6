//! The parenting plan, as its template may see it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::arrangement::{AgreementStatus, Arrangement, Topic};
use crate::case::plan::Standing;
use crate::case::programme::ProgrammeKind;
use crate::diagnostics::Pointer;

use crate::audience::{DocumentCopy, Office};
use crate::view::draft::Draft;
use crate::view::inapplicable::Inapplicable;
use crate::view::people::family::Family;
use crate::view::people::heading::Heading;
use crate::view::people::imprint::Imprint;
use crate::view::people::naming::Officer;
use crate::view::registry::Content;
use crate::view::terms::open_point::{OpenPoint, open_points};
use crate::view::terms::plan_topic::{PlanTopic, plan_topics};
use crate::view::terms::signature::{Acknowledgement, acknowledgements};
use crate::view::terms::summary::Points;
use crate::view::time::childrens_time::{ChildrensTime, childrens_time};
use crate::view::time::closed::{ClosedDay, closed_days};
use crate::view::time::pattern::PatternDays;
use crate::view::time::special::SpecialTime;

/// The plan.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct ParentingPlan {
    /// The whole case file.
    pub at: Pointer,
    /// Which copy it is.
    pub imprint: Imprint,
    /// The court's heading, where there are proceedings.
    pub heading: Option<Heading>,
    /// Who the plan is for, where there are none.
    pub family: Option<Family>,
    /// Whether it is about one child, for the words that depend on it.
    pub one_child: bool,
    /// The mediation it comes from.
    pub mediation: Option<Mediation>,
    /// Whether it may not be shown to a court.
    pub without_prejudice: bool,
    /// How much is agreed.
    pub points: Points,
    /// The children's time, for those who share a calendar.
    pub time: Vec<ChildrensTime>,
    /// The days without school beside the holidays.
    pub closed: Vec<ClosedDay>,
    /// What is not agreed, in order of letter.
    pub not_agreed: Vec<OpenPoint>,
    /// The topics on which something is said.
    pub topics: Vec<PlanTopic>,
    /// The topics that the plan does not cover, though it could.
    pub silent: Vec<Topic>,
    /// The topics of which the plan covers a part, and of which another part was raised and not
    /// discussed.
    pub silent_in_part: Vec<Topic>,
    /// What each parent has acknowledged, or is to.
    pub acknowledgements: Vec<Acknowledgement>,
}

/// The mediation a plan comes from.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Mediation {
    /// `mediation` in the case file.
    pub at: Pointer,
    /// Who mediates.
    pub mediator: Option<Officer>,
    /// Whether what is recorded may be shown to a court.
    pub standing: Standing,
    /// The firm's own reference.
    pub reference: Option<String>,
}

impl Content for ParentingPlan {
    const ID: &'static str = "parenting-plan";
    const HAS_CALENDAR: bool = true;
    const FOR_PARTIES: bool = true;
    const WITHOUT_PREJUDICE: &'static [&'static str] = &[
        "points",
        "time",
        "not_agreed",
        "topics",
        "silent",
        "silent_in_part",
        "acknowledgements",
    ];
    const SUMMARY: &'static str = "the parenting plan, all topics, with the year at a glance";
    const NEEDS: &'static str =
        "a point agreed, if only in part, or what was settled about decisions or a review";
    const PROGRAMMES: &'static [ProgrammeKind] = &[
        ProgrammeKind::Cppp,
        ProgrammeKind::PlanningTogether,
        ProgrammeKind::WorkingTogether,
        ProgrammeKind::Mediation,
    ];

    fn copies(office: Office<'_>) -> Result<Vec<DocumentCopy>, Inapplicable> {
        let mut copies = office.copies_for_parties();
        copies.retain(|copy| {
            let served = office.serves(copy);
            let agreed = served.arrangements().any(|one| is_agreed(&one));
            agreed || served.decisions().is_some() || served.review().is_some()
        });
        match copies.is_empty() {
            true => Err(Inapplicable::NothingPlanned),
            false => Ok(copies),
        }
    }

    fn of(draft: &Draft<'_>) -> Self {
        let has_court = draft.served.proceedings().is_some();
        let mediation = mediation(draft);
        let standing = mediation.as_ref().map(|mediation| mediation.standing);
        let (topics, mut silent) = plan_topics(draft);
        let time = childrens_time(draft);
        let is_shown = |topic| time.iter().any(|time| shows(time, topic));
        silent.retain(|topic| !is_shown(*topic));
        let raised = topics.iter().filter(|told| !told.undiscussed.is_empty());
        let (in_part, undiscussed): (Vec<&PlanTopic>, Vec<&PlanTopic>) =
            raised.partition(|told| told.covers_something() || is_shown(told.topic));
        silent.extend(undiscussed.into_iter().map(|told| told.topic));
        silent.sort();
        // What the words below a year name as unsaid is named here too.
        let below = time.iter().filter_map(|time| time.year.silent);
        let below = below.flat_map(|silence| silence.topics().iter().copied());
        let mut silent_in_part: Vec<Topic> = in_part.into_iter().map(|told| told.topic).collect();
        silent_in_part.extend(below.filter(|topic| !silent.contains(topic)));
        silent_in_part.sort();
        silent_in_part.dedup();
        ParentingPlan {
            at: Pointer::root(),
            imprint: Imprint::of_plan(draft),
            heading: has_court.then(|| Heading::of(draft)),
            family: (!has_court).then(|| Family::of(draft)),
            one_child: draft.served.children().count() == 1,
            mediation,
            without_prejudice: standing == Some(Standing::WithoutPrejudice),
            points: Points::of(draft),
            closed: closed_days(draft, |_| true),
            time,
            not_agreed: open_points(draft),
            topics,
            silent,
            silent_in_part,
            acknowledgements: acknowledgements(draft),
        }
    }
}

/// Whether a point is agreed at least in part. Where none is, as in a case that went back to
/// court before the parents met, there is no plan to sign.
fn is_agreed(point: &Arrangement) -> bool {
    point.status.is_agreed() || point.status == AgreementStatus::Partly
}

/// Whether a calendar tells of a topic, whatever topic the term stands under.
fn shows(time: &ChildrensTime, topic: Topic) -> bool {
    match topic {
        Topic::Handovers => {
            let has_place = |days: &PatternDays| days.place.is_some() || days.ends.is_some();
            let mut weeks = time.weeks.iter();
            weeks.any(|weeks| !weeks.handovers.is_empty()) || time.pattern.iter().any(has_place)
        }
        Topic::SchoolHolidays => !time.holidays.is_empty(),
        Topic::Christmas => time.special.iter().any(SpecialTime::is_christmas),
        Topic::SpecialDays => time.special.iter().any(|day| !day.is_christmas()),
        _ => false,
    }
}

fn mediation(draft: &Draft<'_>) -> Option<Mediation> {
    let mediation = draft.served.mediation()?;
    Some(Mediation {
        mediator: draft.officer(&mediation.mediator, mediation.at.key("mediator")),
        standing: mediation.standing,
        reference: mediation.reference.as_ref().map(ToString::to_string),
        at: mediation.at,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;
    use crate::case::visibility::Visibility;
    use crate::view::sample;
    use crate::view::terms::plan_topic::NOT_TO_ARRANGE;

    fn plan(case: &Case) -> ParentingPlan {
        ParentingPlan::of(&sample::draft_for_party(case, 0))
    }

    #[test]
    fn every_topic_to_arrange_is_either_said_or_listed_as_silent() {
        let plan = plan(&sample::case());
        let mut topics: Vec<Topic> = plan.topics.iter().map(|topic| topic.topic).collect();
        topics.extend(&plan.silent);
        topics.sort();
        let to_arrange = Topic::ALL.into_iter();
        let to_arrange = to_arrange.filter(|topic| !NOT_TO_ARRANGE.contains(topic));
        assert_eq!(topics, to_arrange.collect::<Vec<_>>());
        assert!(plan.silent.contains(&Topic::Relocation));
        assert!(
            !plan.silent.contains(&Topic::Disputes),
            "the ladder is said"
        );
    }

    #[test]
    fn what_was_not_discussed_is_not_covered() {
        let mut case = sample::case();
        let mut raised = case.arrangements[0].clone();
        (raised.status, raised.schedule) = (AgreementStatus::NotDiscussed, None);
        for topic in [Topic::Living, Topic::Relocation] {
            raised.topic = topic;
            case.arrangements.push(raised.clone());
        }
        let plan = plan(&case);
        assert_eq!(plan.silent_in_part, [Topic::Living]);
        let relocation = |topic: &&Topic| **topic == Topic::Relocation;
        assert_eq!(plan.silent.iter().filter(relocation).count(), 1);
        assert!(plan.silent.is_sorted() && !plan.silent.contains(&Topic::Living));
    }

    #[test]
    fn what_the_calendar_shows_is_not_listed_as_silent() {
        let mut case = sample::case();
        for arrangement in &mut case.arrangements {
            if arrangement.schedule.is_some() {
                arrangement.topic = Topic::Living;
            }
        }
        case.arrangements.retain(|one| one.topic == Topic::Living);
        let silent = plan(&case).silent;
        let told = [Topic::Handovers, Topic::SchoolHolidays, Topic::Christmas];
        assert!(!told.iter().any(|topic| silent.contains(topic)));
        assert!(!silent.contains(&Topic::SpecialDays) && silent.contains(&Topic::Money));
    }

    #[test]
    fn what_no_party_is_served_with_is_in_no_part_of_the_plan() {
        let mut case = sample::case();
        let before = plan(&case);
        let number = |plan: &ParentingPlan| plan.topics[1].terms[0].number;
        case.arrangements[0].vis = Some(Visibility::CourtOnly);
        case.arrangements[1].vis = Some(Visibility::ServedTo);
        case.arrangements[1].served_to = vec![case.people.adults[1].id.clone()];
        let after = plan(&case);
        assert_eq!(after.points.total + 2, before.points.total);
        assert!(after.topics[0].terms.is_empty());
        assert_eq!(
            number(&after) + 2,
            number(&before),
            "it numbers what it holds"
        );
        assert_eq!(after.time, []);
    }

    #[test]
    fn without_a_court_the_plan_is_headed_by_the_family() {
        let mut case = sample::case();
        assert!(plan(&case).family.is_none());
        case.proceedings = None;
        let plan = plan(&case);
        assert!(plan.heading.is_none());
        let family = plan.family.expect("it stands in");
        assert_eq!((family.children.len(), family.adults.len()), (2, 2));
    }

    #[test]
    fn a_case_with_nothing_agreed_has_no_plan() {
        let returned = ParentingPlan::copies(Office::of(&sample::returned()));
        assert_eq!(returned, Err(Inapplicable::NothingPlanned));
        let mut case = sample::case();
        case.arrangements.truncate(1);
        case.arrangements[0].status = AgreementStatus::Partly;
        assert!(ParentingPlan::copies(Office::of(&case)).is_ok());
        case.arrangements[0].status = AgreementStatus::NotAgreed;
        assert!(
            ParentingPlan::copies(Office::of(&case)).is_ok(),
            "a review is something"
        );
        (case.decisions, case.review) = (None, None);
        assert_eq!(
            ParentingPlan::copies(Office::of(&case)),
            Err(Inapplicable::NothingPlanned)
        );
    }
}
