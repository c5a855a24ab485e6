//! The plan in plain words, for a child: that child's own calendar, and what the parents
//! agreed that is the child's to know.
//!
//! Left out are what is not settled, money, health, safety, how the parents get on, every
//! place but that of a usual handover, and what concerns another child alone; unless somebody wrote for the children what
//! they are told of it. Nobody's words are rewritten: where the calendar shows all of an
//! arrangement, it is drawn; else its text stands as it is.

mod birthday;
mod changes;
mod open_days;

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::arrangement::{AgreementStatus, Arrangement, StatutoryVerb, TermForm, Topic};
use crate::case::band::Band;
use crate::case::form::Date;
use crate::case::person::Child;
use crate::case::programme::ProgrammeKind;
use crate::case::recurrence::Schedule;
use crate::diagnostics::Pointer;

use crate::audience::{DocumentCopy, Office, Piece, Served};
use crate::view::draft::Draft;
use crate::view::inapplicable::Inapplicable;
use crate::view::people::imprint::Imprint;
use crate::view::people::voice::{Quote, own_words};
use crate::view::registry::Content;
use crate::view::terms::plan_topic::{Review, review};
use crate::view::terms::signature::is_proposed;
use crate::view::terms::term::words_for_child;
use crate::view::time::call::{Call, calls};
use crate::view::time::childrens_time::{ChildrensTime, time_of};
use crate::view::time::closed::{ClosedDay, closed_days};
use crate::view::time::when::childs_when;
use crate::view::words::Words;

use birthday::Birthday;
use changes::{Change, changes, is_composed};
use open_days::OpenDays;

/// The plan for a child.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct ChildsPlan {
    /// The whole case file.
    pub at: Pointer,
    /// Which copy it is.
    pub imprint: Imprint,
    /// What the child is called.
    pub child: String,
    /// How old the child is, for how the plan speaks.
    pub band: Band,
    /// The child's next birthday.
    pub birthday: Option<Birthday>,
    /// What the child said and shares with the parents.
    pub asked: Vec<Quote>,
    /// Whether it is what the adults are thinking of: proposals of a mediation, or a plan that
    /// one of them has not signed.
    pub proposed: bool,
    /// Whether a court is asked to order some of what the child is told.
    pub awaits_judge: bool,
    /// What of holidays and special days is not settled, where there is a calendar; a topic
    /// that is not for the child to know stays unnamed.
    pub open_days: Vec<OpenDays>,
    /// With whom the child is when, in words, where days go by the month or by a count of
    /// nights, which no table of weeks can show.
    pub days: Vec<Words>,
    /// Where the child changes homes then.
    pub changes: Vec<Change>,
    /// The child's own calendar.
    pub time: Option<ChildrensTime>,
    /// Whether holidays or special days are agreed in words too, which no calendar shows.
    pub in_words: Option<InWords>,
    /// The days on which the child's school is closed, beside the holidays.
    pub closed: Vec<ClosedDay>,
    /// When the child and a parent call or write.
    pub calls: Vec<Call>,
    /// Whether something of the calls is in the words of the parents' plan.
    pub quotes_calls: bool,
    /// What the parents agreed, in their words, topic by topic.
    pub told: Vec<ToldTopic>,
    /// Whether something of it is in the words of the parents' plan, and nothing above says so.
    pub quotes_told: bool,
    /// When the parents look at the plan again.
    pub review: Option<Review>,
}

/// Whether the child reads the words on holidays or special days that no calendar shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum InWords {
    /// All of them.
    Told,
    /// Not all of them.
    Untold,
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
    /// Their words, or those that somebody wrote for the children.
    pub text: Words,
    /// Whether they were written for the children, and are not the words of the parents' plan.
    pub for_child: bool,
    /// When it is, in words for a child, where no calendar shows it.
    pub when: Option<Words>,
    /// The last day on which it holds.
    pub until: Option<Date>,
}

impl Content for ChildsPlan {
    const ID: &'static str = "childs-plan";
    const SUMMARY: &'static str = "the plan in plain words, for a child";
    const NEEDS: &'static str = "an agreed arrangement that concerns the child's own days";
    const PROGRAMMES: &'static [ProgrammeKind] = super::parenting_plan::ParentingPlan::PROGRAMMES;

    fn copies(office: Office<'_>) -> Result<Vec<DocumentCopy>, Inapplicable> {
        let mut copies = office.copies_for_children();
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
        let conditional = child.is_some_and(|child| served.has_untold_days(child));
        let tellable: Vec<Piece<'_, Arrangement>> = child
            .into_iter()
            .flat_map(|child| tellable(served, child))
            .collect();
        let time = known.clone().filter(|_| !conditional);
        let age = child.and_then(|child| child.age_on(draft.today()));
        let band = Band::of(age.unwrap_or(0));
        let (days, in_weeks) = days(draft, &tellable, time.is_some());
        let in_words = in_words(served, &in_weeks, time.is_some(), band);
        let told = told(draft, in_words, time.is_some());
        let calls: Vec<Call> = tellable
            .iter()
            .flat_map(|one| calls(draft, one, known.as_ref()))
            .collect();
        let quotes_calls = calls.iter().any(|call| !call.for_child);
        let mut all_told = told.iter().flat_map(|topic| &topic.told);
        let drawn_for = child.filter(|_| time.is_some());
        ChildsPlan {
            at: Pointer::root(),
            in_words: drawn_for.and_then(|child| InWords::of(served, child, &told)),
            imprint: Imprint::of_plan(draft),
            child: child.map_or(String::new(), |child| child.called().to_owned()),
            band,
            birthday: child.and_then(|child| Birthday::next(draft, child, time.as_ref())),
            asked: own_words(draft),
            proposed: is_proposed(draft),
            awaits_judge: tellable.iter().any(is_for_order),
            open_days: child.map_or(Vec::new(), |child| OpenDays::of(draft, child)),
            changes: changes(draft, &tellable, time.as_ref()),
            days,
            quotes_told: !quotes_calls && all_told.any(|told| !told.for_child),
            quotes_calls,
            closed: child.map_or(Vec::new(), |child| {
                closed_days(draft, |one| one.id == child.id)
            }),
            calls,
            told,
            review: review(draft),
            time,
        }
    }
}

impl InWords {
    fn of(served: &Served<'_>, child: &Child, told: &[ToldTopic]) -> Option<Self> {
        let arrangements = served.arrangements();
        let in_words = arrangements.filter(|one| one.is_for(child));
        let mut in_words = in_words
            .filter(|one| served.tells_days_in_words(one))
            .peekable();
        in_words.peek()?;
        let is_told = |at: &Pointer| {
            let mut told = told.iter().flat_map(|topic| &topic.told);
            told.any(|told| told.at == *at)
        };
        Some(match in_words.all(|one| is_told(&one.at)) {
            true => InWords::Told,
            false => InWords::Untold,
        })
    }
}

/// The words for days that no table of weeks shows though the year does, and what is left to
/// be told beside them.
fn days<'t, 'a>(
    draft: &Draft<'_>,
    tellable: &'t [Piece<'a, Arrangement>],
    is_drawn: bool,
) -> (Vec<Words>, Vec<&'t Piece<'a, Arrangement>>) {
    let (mut days, mut others) = (Vec::new(), Vec::new());
    for one in tellable {
        let composed = is_drawn && is_composed(&draft.served, one);
        match composed.then(|| childs_when(draft, one)).flatten() {
            Some(when) => days.push(when),
            None => others.push(one),
        }
    }
    (days, others)
}

/// Whether a court is asked to order it.
fn is_for_order(one: &Piece<'_, Arrangement>) -> bool {
    one.form == TermForm::ProposedOrder
}

/// What is told in words, beside what the calendar and the calls show.
fn in_words<'t, 'a>(
    served: &Served<'_>,
    tellable: &[&'t Piece<'a, Arrangement>],
    is_drawn: bool,
    band: Band,
) -> Vec<&'t Piece<'a, Arrangement>> {
    // The weeks are drawn whole, and a call has its words beside it. Of a holiday, a
    // special day or a handover the words may say more than a calendar can show.
    let is_shown = |schedule: &Schedule| match schedule {
        Schedule::Indirect { days, .. } => !days.is_empty(),
        Schedule::Weekly { .. } => is_drawn,
        _ => false,
    };
    let is_shown = |one: &Arrangement| one.schedule.is_some() && one.schedules().all(is_shown);
    let in_words = tellable.iter().copied().filter(|one| {
        let is_told = served.told(one.tell_child.as_ref()).is_some();
        // Who begins to read has the days drawn, and not the words of the parents' plan.
        if band == Band::Younger && !is_told && is_drawn {
            return false;
        }
        let is_call = |schedule: &Schedule| matches!(schedule, Schedule::Indirect { .. });
        let is_home =
            one.verb == Some(StatutoryVerb::LivesWith) && one.schedules().next().is_none();
        if is_home && !is_told && is_drawn {
            return false; // the weeks show where the child lives
        }
        let is_shown = is_shown(one) && (one.schedules().all(is_call) || !is_told);
        !is_shown && (is_told || !served.shares_open_christmas(one))
    });
    in_words.collect()
}

/// What is agreed for a child and the child's to know: without conditions, which speak of
/// safety, of no step that waits for a review, and on a child's own topics; or in words
/// written for the children, whatever it is about.
fn tellable<'a>(
    served: &Served<'a>,
    child: &Child,
) -> impl Iterator<Item = Piece<'a, Arrangement>> {
    served.arrangements().filter(|one| {
        let is_settled = one.status == AgreementStatus::Agreed && !one.not_for_child;
        let will_be = one.after_review.is_none();
        let is_childs =
            one.conditions.is_empty() && will_be && Topic::OF_A_CHILD.contains(&one.topic);
        let is_told = is_childs || served.told(one.tell_child.as_ref()).is_some();
        one.is_for(child) && is_settled && is_told
    })
}

/// What is told in the parents' words; of what no calendar draws, with the times.
fn told(
    draft: &Draft<'_>,
    arrangements: Vec<&Piece<'_, Arrangement>>,
    is_drawn: bool,
) -> Vec<ToldTopic> {
    let tells_when = |one: &Arrangement| !is_drawn || one.schedules().any(Schedule::is_in_no_week);
    let of_topic = |topic| {
        let those = arrangements.iter().filter(|one| one.topic == topic);
        ToldTopic {
            topic,
            told: those
                .map(|one| Told {
                    text: words_for_child(draft, one),
                    for_child: draft.served.told(one.tell_child.as_ref()).is_some(),
                    when: tells_when(one).then(|| childs_when(draft, one)).flatten(),
                    until: one.until,
                    at: one.at.clone(),
                })
                .collect(),
        }
    };
    let others = Topic::ALL
        .into_iter()
        .filter(|topic| !Topic::OF_A_CHILD.contains(topic));
    let topics = Topic::OF_A_CHILD.into_iter().chain(others).map(of_topic);
    topics.filter(|topic| !topic.told.is_empty()).collect()
}

#[cfg(test)]
mod tests;
