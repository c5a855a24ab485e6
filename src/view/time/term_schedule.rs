//! What the schedule of a term settles of the handovers: who brings the children, where and
//! when. When everything else is, `said/` composes.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::arrangement::Arrangement;
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

/// What is settled of the handovers beside the words of the term.
pub(crate) fn handover(draft: &Draft<'_>, source: &Piece<'_, Arrangement>) -> Option<TermHandover> {
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
    let at = source.at.key("schedule");
    let unsaid = draft.served.told(source.when.as_ref()).is_none();
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
            handover(&draft, &first(&draft)).expect("it is a handover")
        };
        let bare = told(&case);
        assert_eq!(bare.by, one.called_with_surname());
        assert_eq!(bare.stand_ins, [other.called_with_surname()]);
        assert!(bare.place.is_some() && bare.days.len() == 1);
        let said = told(&with_words(case));
        assert!(said.days.is_empty() && said.by == bare.by);
    }
}
