//! What the schedule of a term settles and its words may leave out: the hour of a call, and
//! who brings the children. The days of a week, a holiday or a special day have tables of
//! their own.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::arrangement::Arrangement;
use crate::case::recurrence::{Channel, Schedule, Weekday};
use crate::diagnostics::Pointer;

use crate::view::draft::{Draft, TimeOfDay};
use crate::view::people::naming::Place;

/// When the children and somebody call or write.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct TermCall {
    /// The schedule in the case file.
    pub at: Pointer,
    /// By what means.
    pub channel: Channel,
    /// On which days.
    #[schemars(length(min = 1))]
    pub days: Vec<TermDay>,
    /// From when.
    pub start: Option<TimeOfDay>,
    /// Until when.
    pub end: Option<TimeOfDay>,
}

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
    /// Who may stand in.
    pub stand_ins: Vec<String>,
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

/// The days and hours of a call, where the term has no words for them.
pub(crate) fn call(source: &Arrangement, at: &Pointer) -> Option<TermCall> {
    let schedule = source.schedule.as_ref().filter(|_| source.when.is_none());
    match schedule? {
        Schedule::Indirect {
            channel,
            days: on,
            start,
            end,
            ..
        } if !on.is_empty() => Some(TermCall {
            at: at.key("schedule"),
            channel: *channel,
            days: days(on),
            start: start.map(TimeOfDay),
            end: end.map(TimeOfDay),
        }),
        _ => None,
    }
}

/// What is settled of the handovers beside the words of the term.
pub(crate) fn handover(
    draft: &Draft<'_>,
    source: &Arrangement,
    at: &Pointer,
) -> Option<TermHandover> {
    let Some(Schedule::Handover {
        place,
        by,
        days: on,
        time,
        stand_ins,
        ..
    }) = &source.schedule
    else {
        return None;
    };
    let at = at.key("schedule");
    let unsaid = source.when.is_none();
    let elsewhere = source.place.is_none();
    Some(TermHandover {
        days: days(if unsaid { on } else { &[] }),
        time: time.filter(|_| unsaid).map(TimeOfDay),
        place: elsewhere
            .then(|| draft.place_named(place, at.key("place")))
            .flatten(),
        by: draft.name(by, at.key("by")),
        stand_ins: draft.names(stand_ins, at.key("stand_ins")),
        at,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    fn scheduled(case: &mut crate::case::Case, schedule: &str) -> Arrangement {
        let mut term = case.arrangements[0].clone();
        term.schedule = Some(serde_yaml::from_str(schedule).expect("a schedule"));
        (term.when, term.place) = (None, None);
        term
    }

    #[test]
    fn a_call_is_told_where_the_words_leave_its_hour_out() {
        let mut case = sample::case();
        let with = case.people.adults[0].id.clone();
        let schedule = format!(
            "{{kind: indirect, channel: video, days: [sunday], start: \"18:00\", \
             initiated_by: {with}, with: {with}}}"
        );
        let mut term = scheduled(&mut case, &schedule);
        let told = call(&term, &Pointer::root()).expect("it is on a day");
        assert_eq!(told.days, days(&[Weekday::Sunday]));
        assert!(told.start.is_some() && told.end.is_none());
        term.when = Some(term.text.clone());
        assert_eq!(call(&term, &Pointer::root()), None);
    }

    #[test]
    fn whoever_brings_the_children_is_named_with_who_may_stand_in() {
        let mut case = sample::case();
        let [one, other] = [0, 1].map(|index| case.people.adults[index].clone());
        let place = case.places[0].id.clone();
        let schedule = format!(
            "{{kind: handover, from: {}, to: {}, place: {place}, by: {}, days: [friday], \
             stand_ins: [{}]}}",
            one.id, other.id, one.id, other.id
        );
        let mut term = scheduled(&mut case, &schedule);
        let draft = sample::draft(&case);
        let told = handover(&draft, &term, &Pointer::root()).expect("it is a handover");
        assert_eq!(told.by, one.called_with_surname());
        assert_eq!(told.stand_ins, [other.called_with_surname()]);
        assert!(told.place.is_some() && told.days.len() == 1);
        term.when = Some(term.text.clone());
        let said = handover(&draft, &term, &Pointer::root()).expect("it is a handover");
        assert!(said.days.is_empty() && said.by == told.by);
    }
}
