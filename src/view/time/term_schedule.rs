//! What the schedule of a term settles of the handovers: who brings the children, where and
//! when. When everything else is, `said/` composes.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::arrangement::Arrangement;
use crate::case::form::Id;
use crate::case::handovers::HandoverAt;
use crate::case::recurrence::{Schedule, Weekday};
use crate::diagnostics::Pointer;

use crate::audience::Piece;
use crate::view::draft::{Draft, TimeOfDay};
use crate::view::people::naming::Place;

/// How the children change from one home to the other.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct TermHandover {
    /// The schedule in the case file.
    pub at: Pointer,
    /// On which days, where the term does not say it in words.
    pub days: Vec<TermDay>,
    /// When, where the term does not say it in words.
    pub time: Option<TimeOfDay>,
    /// Where, where the term itself names no place.
    pub place: Option<Place>,
    /// Who brings or fetches them.
    pub by: String,
    /// Whether that is whoever has them next, who fetches them.
    pub fetches: bool,
    /// Who may stand in.
    pub stand_ins: Vec<String>,
}

/// The handover at the start, or at the end, of each time of a term.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct EndOfTime {
    /// Where, so far as the term says.
    pub place: Option<Place>,
    /// Who brings or fetches the children.
    pub by: Option<String>,
    /// Whether that is whoever has them next, who fetches them.
    pub fetches: bool,
}

/// Who arrives first, where the adults are not to meet.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct FirstToArrive {
    /// Who.
    pub name: String,
    /// So many minutes before the other.
    pub minutes: u32,
}

/// What a term says of the handovers at the start and at the end of each of its times.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct EndsOfTime {
    /// At the start.
    pub start: Option<EndOfTime>,
    /// At the end.
    pub end: Option<EndOfTime>,
    /// Who arrives first.
    pub first: Option<FirstToArrive>,
}

/// A day of the week.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct TermDay {
    /// The day.
    pub weekday: Weekday,
}

fn days(weekdays: &[Weekday]) -> Vec<TermDay> {
    let days = weekdays.iter();
    days.map(|&weekday| TermDay { weekday }).collect()
}

/// What is settled of the handovers beside the words of the term.
pub(crate) fn handovers(draft: &Draft<'_>, source: &Piece<'_, Arrangement>) -> Vec<TermHandover> {
    let placed = source.item.placed(&source.at);
    placed
        .filter_map(|(at, schedule)| handover(draft, source, schedule, at))
        .collect()
}

fn handover(
    draft: &Draft<'_>,
    source: &Piece<'_, Arrangement>,
    schedule: &Schedule,
    at: Pointer,
) -> Option<TermHandover> {
    let Schedule::Handover {
        place,
        by,
        days: on,
        time,
        stand_ins,
        to,
        ..
    } = schedule
    else {
        return None;
    };
    let unsaid = draft.served.told(source.when.as_ref()).is_none();
    let elsewhere = source.place.is_none();
    Some(TermHandover {
        days: days(if unsaid { on } else { &[] }),
        time: time.filter(|_| unsaid).map(TimeOfDay),
        place: elsewhere
            .then(|| draft.place_named(place, at.key("place")))
            .flatten(),
        by: draft.name(by, at.key("by")),
        fetches: by == to,
        stand_ins: draft.names(stand_ins, at.key("stand_ins")),
        at,
    })
}

/// The handovers at both ends of a term's times, as far as they are arranged.
pub(crate) fn ends(draft: &Draft<'_>, source: &Piece<'_, Arrangement>) -> Option<EndsOfTime> {
    let handovers = source.handover.as_ref()?;
    let at = source.at.key("handover");
    // Of the time that is told the people it is with have the children next at its start; at
    // its end whoever has them else.
    let parties: Vec<_> = draft
        .served
        .parties()
        .map(|party| party.id.clone())
        .collect();
    let has_next = |key: &str, by: &Id| match key {
        "start" => source.people().contains(by),
        _ => parties.contains(by) && !source.people().contains(by),
    };
    let end = |key: &'static str, one: &Option<HandoverAt>| {
        let (one, at) = (one.as_ref()?, at.key(key));
        let place = one.at.as_ref();
        Some(EndOfTime {
            place: place.and_then(|id| draft.place_named(id, at.key("at"))),
            by: one.by.as_ref().map(|id| draft.name(id, at.key("by"))),
            fetches: one.by.as_ref().is_some_and(|by| has_next(key, by)),
        })
    };
    let stagger = handovers.stagger.as_ref();
    Some(EndsOfTime {
        start: end("start", &handovers.start),
        end: end("end", &handovers.end),
        first: stagger.map(|stagger| FirstToArrive {
            name: draft.name(&stagger.first, at.key("stagger").key("first")),
            minutes: stagger.minutes,
        }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;
    use crate::view::sample;

    /// The case with this schedule for its first term, and nothing said of times and places.
    fn scheduled(schedule: &str) -> Case {
        let mut case = sample::case();
        let term = &mut case.arrangements[0];
        term.schedule = Some(serde_yaml::from_str(schedule).expect("a schedule"));
        (term.when, term.place) = (None, None);
        case
    }

    fn with_words(mut case: Case) -> Case {
        let term = &mut case.arrangements[0];
        term.when = Some(term.text.clone());
        case
    }

    fn first<'a>(draft: &Draft<'a>) -> Piece<'a, Arrangement> {
        let first = draft.served.arrangements().next();
        first.expect("it is the court's to read")
    }

    #[test]
    fn whoever_has_the_children_next_fetches_them_and_whoever_had_them_brings_them() {
        let mut case = sample::case();
        let [father, mother] = [0, 1].map(|index| case.people.adults[index].id.clone());
        let fetches = |case: &Case| {
            let draft = sample::draft(case);
            let mut served = draft.served.arrangements();
            let term = served.find(|one| one.handover.is_some());
            let ends = ends(&draft, &term.expect("it has handovers")).expect("it has ends");
            [ends.start, ends.end].map(|end| end.expect("it is told").fetches)
        };
        let by = |id: &Id| format!("{{by: {id}}}");
        let handovers = |start: &Id, end: &Id| {
            let text = format!("{{start: {}, end: {}}}", by(start), by(end));
            serde_yaml::from_str(&text).expect("they are handovers")
        };
        let with = case.arrangements[1].people().first().cloned();
        assert_eq!(with.as_ref(), Some(&father));
        case.arrangements[1].handover = Some(handovers(&father, &father));
        assert_eq!(fetches(&case), [true, false]);
        case.arrangements[1].handover = Some(handovers(&mother, &mother));
        assert_eq!(fetches(&case), [false, true]);
    }

    #[test]
    fn whoever_brings_the_children_is_named_with_who_may_stand_in() {
        let case = sample::case();
        let [one, other] = [0, 1].map(|index| case.people.adults[index].clone());
        let place = case.places[0].id.clone();
        let case = scheduled(&format!(
            "{{kind: handover, from: {}, to: {}, place: {place}, by: {}, days: [friday], \
             stand_ins: [{}]}}",
            one.id, other.id, one.id, other.id
        ));
        let told = |case: &Case| {
            let draft = sample::draft(case);
            handovers(&draft, &first(&draft))
                .pop()
                .expect("it is a handover")
        };
        let bare = told(&case);
        assert_eq!(bare.by, one.called_with_surname());
        assert!(!bare.fetches, "who has them until then brings them");
        assert_eq!(bare.stand_ins, [other.called_with_surname()]);
        assert!(bare.place.is_some() && bare.days.len() == 1);
        let said = told(&with_words(case));
        assert!(said.days.is_empty() && said.by == bare.by);
    }
}
