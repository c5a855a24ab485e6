//! The plan in plain words, for a child: that child's own calendar, and what the parents
//! agreed that is the child's to know.
//!
//! Left out are what is not settled, money, health, safety, how the parents get on, every
//! place, and what concerns another child alone. Nobody's words are rewritten: where the
//! calendar shows all of an arrangement, it is drawn; else its text stands as it is.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::arrangement::{AgreementStatus, Arrangement, Topic};
use crate::case::person::Child;
use crate::case::programme::ProgrammeKind;
use crate::case::recurrence::Schedule;
use crate::diagnostics::Pointer;

use crate::audience::{Audience, DocumentCopy, Office, Piece, Served};
use crate::view::draft::Draft;
use crate::view::inapplicable::Inapplicable;
use crate::view::people::imprint::Imprint;
use crate::view::registry::Content;
use crate::view::terms::plan_topic::{Review, review};
use crate::view::time::call::{Call, calls};
use crate::view::time::childrens_time::{ChildrensTime, time_of};
use crate::view::time::when::childs_when;
use crate::view::words::Words;

/// The topics a child reads about.
const TOPICS: [Topic; 9] = [
    Topic::Living,
    Topic::Daytime,
    Topic::SchoolHolidays,
    Topic::Christmas,
    Topic::SpecialDays,
    Topic::IndirectContact,
    Topic::School,
    Topic::Activities,
    Topic::WiderFamily,
];

/// The plan for a child.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct ChildsPlan {
    /// The whole case file.
    pub at: Pointer,
    /// Which copy it is.
    pub imprint: Imprint,
    /// What the child is called.
    pub child: String,
    /// The child's own calendar.
    pub time: Option<ChildrensTime>,
    /// When the child and a parent call or write.
    pub calls: Vec<Call>,
    /// What the parents agreed, in their words, topic by topic.
    pub told: Vec<ToldTopic>,
    /// When the parents look at the plan again.
    pub review: Option<Review>,
}

/// What the parents agreed on a topic.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct ToldTopic {
    /// The topic.
    pub topic: Topic,
    /// What they agreed.
    #[schemars(length(min = 1))]
    pub told: Vec<Told>,
}

/// One thing the parents agreed.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Told {
    /// The arrangement in the case file.
    pub at: Pointer,
    /// Their words.
    pub text: Words,
    /// When it is, in words for a child, where no calendar shows it.
    pub when: Option<Words>,
}

impl Content for ChildsPlan {
    const ID: &'static str = "childs-plan";
    const SUMMARY: &'static str = "the plan in plain words, for a child";
    const NEEDS: &'static str = "an agreed arrangement that concerns the child's own days";
    const PROGRAMMES: &'static [ProgrammeKind] = super::parenting_plan::ParentingPlan::PROGRAMMES;

    fn copies(office: Office<'_>) -> Result<Vec<DocumentCopy>, Inapplicable> {
        let mut copies = office.copies_for_children(Audience::Child);
        copies.retain(|copy| {
            let served = office.serves(copy);
            let child = served.child(served.person());
            child.is_some_and(|child| tellable(&served, &child).next().is_some())
        });
        match copies.is_empty() {
            true => Err(Inapplicable::NothingForAChild),
            false => Ok(copies),
        }
    }

    fn of(draft: &Draft<'_>) -> Self {
        let served = &draft.served;
        let children = Pointer::root().key("people").key("children");
        let child = draft.found(served.child(served.person()), children);
        let child = child.as_ref();
        let known = child.and_then(|child| time_of(draft, child));
        // A calendar cannot say a condition, which speaks of safety: there is none then.
        let conditional = child.is_some_and(|child| served.has_conditions(child));
        // The weeks are drawn whole, and a call has its words beside it. Of a holiday, a
        // special day or a handover the words may say more than a calendar can show.
        let is_shown = |schedule: &Schedule| match schedule {
            Schedule::Indirect { days, .. } => !days.is_empty(),
            Schedule::Weekly { .. } => known.is_some() && !conditional,
            _ => false,
        };
        let is_shown = |one: &Arrangement| one.schedule.is_some() && one.schedules().all(is_shown);
        let tellable: Vec<Piece<'_, Arrangement>> = child
            .into_iter()
            .flat_map(|child| tellable(served, child))
            .collect();
        let in_words = tellable
            .iter()
            .filter(|one| !is_shown(one) && !served.shares_open_christmas(one));
        let time = known.clone().filter(|_| !conditional);
        ChildsPlan {
            at: Pointer::root(),
            imprint: Imprint::of(draft),
            child: child.map_or(String::new(), |child| child.called().to_owned()),
            calls: tellable
                .iter()
                .flat_map(|one| calls(draft, one, known.as_ref()))
                .collect(),
            told: told(draft, in_words.collect(), time.is_some()),
            review: review(draft),
            time,
        }
    }
}

/// What is agreed for a child and the child's to know: without conditions, which speak of
/// safety, of no step that waits for a review, and served on everybody.
fn tellable<'a>(
    served: &Served<'a>,
    child: &Child,
) -> impl Iterator<Item = Piece<'a, Arrangement>> {
    served.arrangements_for_all().filter(|one| {
        let settled = one.status == AgreementStatus::Agreed && one.conditions.is_empty();
        let will_be = one.after_review.is_none();
        one.is_for(child) && settled && will_be && TOPICS.contains(&one.topic)
    })
}

/// What is told in the parents' words; of what no calendar draws, with the times.
fn told(
    draft: &Draft<'_>,
    arrangements: Vec<&Piece<'_, Arrangement>>,
    is_drawn: bool,
) -> Vec<ToldTopic> {
    // The year shows the nights of a month or a rota, and no table their hours.
    let tells_when = |one: &Arrangement| {
        let in_no_table =
            |schedule| matches!(schedule, &Schedule::Monthly { .. } | &Schedule::Rota { .. });
        !is_drawn || one.schedules().any(in_no_table)
    };
    let of_topic = |topic| {
        let those = arrangements.iter().filter(|one| one.topic == topic);
        ToldTopic {
            topic,
            told: those
                .map(|one| Told {
                    text: draft.text(one, "text", &one.text),
                    when: tells_when(one).then(|| childs_when(draft, one)).flatten(),
                    at: one.at.clone(),
                })
                .collect(),
        }
    };
    let topics = TOPICS.into_iter().map(of_topic);
    topics.filter(|topic| !topic.told.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;
    use crate::case::safeguarding::Condition;
    use crate::case::visibility::Visibility;
    use crate::view::sample;

    fn plan(case: &Case, child: usize) -> ChildsPlan {
        let child = &case.people.children[child].id;
        let copy = DocumentCopy::for_person(Audience::Child, child);
        ChildsPlan::of(&sample::draft_of(case, copy))
    }

    fn topics(plan: &ChildsPlan) -> Vec<Topic> {
        plan.told.iter().map(|topic| topic.topic).collect()
    }

    #[test]
    fn a_child_reads_of_days_and_school_and_of_no_money_health_or_quarrel() {
        let case = sample::case();
        let plan = plan(&case, 0);
        let told = [
            Topic::Living,
            Topic::SchoolHolidays,
            Topic::Christmas,
            Topic::SpecialDays,
            Topic::School,
            Topic::Activities,
        ];
        assert_eq!(topics(&plan), told);
        assert!(plan.time.is_some());
    }

    #[test]
    fn what_is_another_childs_alone_is_left_out() {
        let case = sample::case();
        let band = |plan: &ChildsPlan| topics(plan).contains(&Topic::Activities);
        assert!(band(&plan(&case, 0)), "the band is Isla's");
        assert!(!band(&plan(&case, 1)), "and not Rowan's");
    }

    #[test]
    fn what_is_open_or_under_a_condition_is_left_out() {
        let mut case = sample::case();
        for arrangement in &mut case.arrangements {
            match arrangement.topic {
                Topic::School => arrangement.status = AgreementStatus::Partly,
                Topic::Activities => arrangement.conditions = vec![Condition::Supervised],
                Topic::SpecialDays => arrangement.vis = Some(Visibility::CourtOnly),
                _ => {}
            }
        }
        let told = [Topic::Living, Topic::SchoolHolidays, Topic::Christmas];
        assert_eq!(topics(&plan(&case, 0)), told);
    }

    #[test]
    fn days_under_a_condition_are_in_no_calendar() {
        let mut case = sample::case();
        let weekly = |one: &&mut Arrangement| matches!(one.schedule, Some(Schedule::Weekly { .. }));
        let weekly = case.arrangements.iter_mut().find(weekly);
        weekly.expect("it is there").conditions = vec![Condition::Supervised];
        assert_eq!(plan(&case, 0).time, None);
    }

    #[test]
    fn what_no_calendar_draws_is_told_with_its_times() {
        let christmas = |case: &Case| {
            let mut told = plan(case, 0).told;
            told.retain(|topic| topic.topic == Topic::Christmas);
            told.remove(0).told.remove(0).when.map(|when| when.text)
        };
        let mut case = sample::case();
        for arrangement in &mut case.arrangements {
            arrangement.when = None;
        }
        assert_eq!(christmas(&case), None, "the calendar draws it");
        for arrangement in &mut case.arrangements {
            if matches!(arrangement.schedule, Some(Schedule::Weekly { .. })) {
                arrangement.conditions = vec![Condition::Supervised];
            }
        }
        let words = "You are with Hannah from 12 noon on Christmas Eve until 12 noon on Boxing \
                     Day, in 2026, 2028 and so on, and with Daniel in 2027, 2029 and so on.";
        assert_eq!(christmas(&case).as_deref(), Some(words));
    }

    #[test]
    fn a_condition_of_a_call_that_is_not_agreed_changes_nothing() {
        let mut case = sample::case();
        let before = plan(&case, 0);
        let is_call = |one: &&Arrangement| matches!(one.schedule, Some(Schedule::Indirect { .. }));
        let mut idea = case
            .arrangements
            .iter()
            .find(is_call)
            .expect("it is there")
            .clone();
        idea.status = AgreementStatus::NotAgreed;
        idea.conditions = vec![Condition::Supported];
        case.arrangements.push(idea);
        assert_eq!(plan(&case, 0), before);
    }

    #[test]
    fn what_is_agreed_in_principle_is_in_no_calendar() {
        let mut case = sample::case();
        for arrangement in &mut case.arrangements {
            if arrangement.topic == Topic::Christmas {
                arrangement.status = AgreementStatus::AgreedInPrinciple;
            }
        }
        let time = plan(&case, 0).time.expect("the weeks are agreed");
        assert!(!time.special.iter().any(|day| day.is_christmas()));
        assert!(time.year.undecided, "and the child is told so");
    }

    #[test]
    fn while_christmas_is_open_no_words_share_every_holiday() {
        let mut case = sample::case();
        for arrangement in &mut case.arrangements {
            if arrangement.topic == Topic::Christmas {
                arrangement.status = AgreementStatus::NotAgreed;
            }
        }
        let plan = plan(&case, 0);
        assert!(!topics(&plan).contains(&Topic::SchoolHolidays));
        let time = plan.time.expect("the weeks are agreed");
        assert!(!time.holidays.is_empty(), "the other holidays are drawn");
    }

    #[test]
    fn each_child_has_a_copy_as_long_as_there_is_something_to_tell() {
        let mut case = sample::case();
        assert_eq!(
            ChildsPlan::copies(Office::of(&case)).map(|copies| copies.len()),
            Ok(2)
        );
        case.arrangements.retain(|one| one.topic == Topic::Money);
        assert_eq!(
            ChildsPlan::copies(Office::of(&case)),
            Err(Inapplicable::NothingForAChild)
        );
    }
}
