//! When a child and somebody call or write, as the plan for the child tells it: the hour,
//! and the parents' own words, since they may have agreed more than the hour.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::arrangement::Arrangement;
use crate::case::form::{Date, Id, Time};
use crate::case::person::Relationship;
use crate::case::recurrence::{Channel, Schedule, Weekday};
use crate::diagnostics::Pointer;

use super::childrens_time::ChildrensTime;
use super::when::childs_rhythm;
use crate::audience::Piece;
use crate::view::draft::{Draft, TimeOfDay};
use crate::view::terms::term::words_for_child;
use crate::view::words::Words;

/// When the child and somebody call or write.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Call {
    /// The arrangement in the case file.
    pub at: Pointer,
    /// By what means.
    pub channel: Channel,
    /// With whom; nobody, where the child is with that person on such a day, so that the
    /// parents' words alone can say who is meant.
    pub with: Option<Caller>,
    /// On which days.
    #[schemars(length(min = 1))]
    pub days: Vec<CallDay>,
    /// How often on these days, where that is not every week.
    pub rhythm: Option<String>,
    /// The day of the first time, where weeks are counted from it.
    pub first: Option<Date>,
    /// From when.
    pub start: Option<TimeOfDay>,
    /// Until when.
    pub end: Option<TimeOfDay>,
    /// What the parents agreed, in their words or in those that somebody wrote for the children.
    pub text: Words,
    /// Whether they were written for the children, and are not the words of the parents' plan.
    pub for_child: bool,
}

/// A day on which somebody calls.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct CallDay {
    /// The day.
    pub weekday: Weekday,
}

/// Somebody with whom a child speaks.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Caller {
    /// What the person is called.
    pub called: String,
    /// What the person is to the child.
    pub relationship: Option<Relationship>,
}

/// The calls of an arrangement, on their days; none that is on no fixed day.
pub(crate) fn calls(
    draft: &Draft<'_>,
    arrangement: &Piece<'_, Arrangement>,
    time: Option<&ChildrensTime>,
) -> Vec<Call> {
    let placed = arrangement.item.placed(&arrangement.at);
    let calls = placed.filter_map(|placed| call(draft, arrangement, placed, time));
    let mut calls: Vec<Call> = calls.collect();
    // Calls with each parent, on days on which the child may be with either, are told once.
    calls.dedup();
    calls
}

fn call(
    draft: &Draft<'_>,
    arrangement: &Piece<'_, Arrangement>,
    placed: (Pointer, &Schedule),
    time: Option<&ChildrensTime>,
) -> Option<Call> {
    let Schedule::Indirect {
        channel,
        days,
        start,
        end,
        with,
        ..
    } = placed.1
    else {
        return None;
    };
    let together = time.is_some_and(|time| is_there(time, with, days, *start));
    let with = match together {
        true => None,
        false => Some(caller(draft, with)?),
    };
    let (rhythm, first) = childs_rhythm(draft, arrangement, placed.clone()).unzip();
    Some(Call {
        rhythm,
        first: first.flatten(),
        at: arrangement.at.clone(),
        channel: *channel,
        with,
        text: words_for_child(draft, arrangement),
        for_child: draft.served.told(arrangement.tell_child.as_ref()).is_some(),
        days: days.iter().map(|&weekday| CallDay { weekday }).collect(),
        start: start.map(TimeOfDay),
        end: end.map(TimeOfDay),
    })
    .filter(|call| !call.days.is_empty())
}

/// Whether the child is, in some usual week, with a person when that person is to call.
fn is_there(time: &ChildrensTime, person: &Id, days: &[Weekday], start: Option<Time>) -> bool {
    let Some(person) = time.key.iter().find(|known| known.id == *person) else {
        return false;
    };
    let week_days = time.weeks.iter().flat_map(|weeks| &weeks.days);
    let called = week_days.filter(|day| days.contains(&day.weekday));
    let mut parts = called.flat_map(|day| &day.weeks).flat_map(|day| &day.parts);
    parts.any(|part| {
        let begun = part.from.zip(start).is_none_or(|(from, at)| from.0 <= at);
        let over = part
            .until
            .zip(start)
            .is_some_and(|(until, at)| until.0 <= at);
        part.letter == person.letter && begun && !over
    })
}

fn caller(draft: &Draft<'_>, id: &Id) -> Option<Caller> {
    let arrangements = Pointer::root().key("arrangements");
    let adult = draft.found(draft.served.adult(id), arrangements)?;
    let word = draft.childs_word(&adult);
    let relationship = adult.relationship.get(draft.served.person());
    Some(Caller {
        relationship: relationship.copied().filter(|_| word.is_none()),
        called: word.unwrap_or_else(|| adult.called().to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audience::{DocumentCopy, Reader};
    use crate::case::Case;
    use crate::view::sample;
    use crate::view::time::childrens_time::time_of;
    use crate::view::time::said::Register;
    use crate::view::time::when::when;

    #[test]
    fn calls_with_whichever_parent_the_children_are_not_with_are_told_once() {
        let case = sample::case();
        let mut arrangements = case.arrangements.iter();
        let calls_of_both = arrangements.find(|one| one.id.as_str() == "calls");
        let calls_of_both = calls_of_both.expect("the sample has some");
        assert_eq!(calls_of_both.schedules().count(), 2);
        let id = calls_of_both.id.clone();
        let copy = DocumentCopy::of(Reader::Child(case.people.children[0].id.clone()));
        let draft = sample::draft_of(&case, copy);
        let time = time_of(&draft, &case.people.children[0]);
        let mut served = draft.served.arrangements();
        let source = served.find(|one| one.id == id).expect("it is served");
        assert_eq!(calls(&draft, &source, time.as_ref()).len(), 1);
        let said = when(&draft, &source, Register::Order)
            .expect("it tells when")
            .text;
        assert_eq!(said.matches("each Sunday").count(), 1, "{said}");
    }

    #[test]
    fn a_child_is_not_told_to_call_the_parent_the_child_is_with() {
        let mut case = sample::case();
        let with = |case: &Case| {
            let child = &case.people.children[0];
            let copy = DocumentCopy::of(Reader::Child(child.id.clone()));
            let draft = sample::draft_of(case, copy);
            let time = time_of(&draft, child);
            let mut arrangements = draft.served.arrangements();
            let call = arrangements.find_map(|one| calls(&draft, &one, time.as_ref()).pop());
            call.expect("the sample has one").with.is_some()
        };
        assert!(!with(&case), "every second Sunday is that parent's");
        for arrangement in &mut case.arrangements {
            let calls = arrangement.schedules().cloned().find_map(|one| match one {
                Schedule::Indirect { .. } => Some(one),
                _ => None,
            });
            if let Some(mut call) = calls {
                if let Schedule::Indirect { days, .. } = &mut call {
                    *days = vec![Weekday::Tuesday];
                }
                arrangement.schedule = Some(call);
            }
        }
        assert!(with(&case), "no Tuesday is");
    }
}
