//! The usual days in words, for days that no table of weeks can show: a parent asks first where
//! the child is this week, before any holiday or special day.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::arrangement::Arrangement;
use crate::case::person::Child;
use crate::diagnostics::Pointer;

use super::said::Register;
use super::term_schedule::{self, EndsOfTime};
use super::when::usual_days;
use crate::view::draft::Draft;
use crate::view::people::naming::Place;
use crate::view::words::Words;

/// Days that go by the month or by a count of nights.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct PatternDays {
    /// The arrangement in the case file.
    pub at: Pointer,
    /// With whom; in words of `when`, where two people take turns.
    pub with: Option<String>,
    /// When, and with whom the rest of the time.
    pub when: Words,
    /// Where the children change homes, where one place is for all of it.
    pub place: Option<Place>,
    /// The handovers at the start and at the end of each time.
    pub ends: Option<EndsOfTime>,
}

/// Those of a child, for adults; a child's own plan has its own words for them.
pub(super) fn pattern_days(draft: &Draft<'_>, child: &Child) -> Vec<PatternDays> {
    let served = &draft.served;
    if served.reading_child().is_some() {
        return Vec::new();
    }
    let of = |one: &Arrangement| {
        one.is_for(child) && one.status.is_agreed() && one.after_review.is_none()
    };
    let those = served.arrangements().filter(|one| of(one));
    let told = those.filter_map(|one| {
        let place = one.place.as_ref();
        let with = draft.names(one.people(), one.at.key("with"));
        Some(PatternDays {
            with: (!with.is_empty()).then(|| draft.locale.list(&with)),
            when: usual_days(draft, &one, Register::Plan)?,
            place: place.and_then(|id| draft.place_named(id, one.at.key("place"))),
            ends: term_schedule::ends(draft, &one),
            at: one.at.clone(),
        })
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;
    use crate::view::sample;

    /// The sample, in which the father has four nights in eight.
    fn by_nights() -> Case {
        let mut case = sample::case();
        let mut arrangements = case.arrangements.iter_mut();
        let fortnight = arrangements.find(|one| one.id.as_str() == "fortnight");
        let fortnight = fortnight.expect("it is there");
        let rota = "{kind: rota, first: 2026-06-15, on: 4, off: 4, change: '17:30', with: father}";
        fortnight.schedule = Some(serde_yaml::from_str(rota).expect("a schedule"));
        fortnight.otherwise = Some("mother".parse().expect("an id"));
        fortnight.when = None;
        case
    }

    #[test]
    fn days_that_no_week_shows_are_told_with_who_has_them_and_who_has_the_rest() {
        let case = by_nights();
        let draft = sample::draft_for_party(&case, 0);
        let [days] = &pattern_days(&draft, &case.people.children[0])[..] else {
            panic!("one arrangement goes by nights");
        };
        assert_eq!(days.with.as_deref(), Some("Daniel Whitcombe"));
        assert!(
            days.when
                .text
                .starts_with("For four nights together in every eight")
        );
        assert!(
            days.when
                .text
                .ends_with("The rest of the time, with Hannah Marsh.")
        );
    }

    #[test]
    fn days_that_a_week_shows_are_told_there() {
        let case = sample::case();
        let draft = sample::draft_for_party(&case, 0);
        assert_eq!(pattern_days(&draft, &case.people.children[0]), []);
    }
}
