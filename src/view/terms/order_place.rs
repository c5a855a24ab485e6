//! Where handovers shall be, in the words of an order: it outlives a child's years at a school
//! and a name by which a family calls a home, so it says whose school and whose home it is.

use schemars::JsonSchema;
use serde::Serialize;

use crate::audience::Piece;
use crate::case::arrangement::{Arrangement, Topic};
use crate::case::form::Id;
use crate::case::handovers::HandoverAt;
use crate::case::place::PlaceKind;
use crate::case::recurrence::Schedule;
use crate::diagnostics::Pointer;
use crate::view::draft::Draft;
use crate::view::people::naming::Place;
use crate::view::time::term_schedule::{TermHandover, handovers};

/// A place as an order names it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct OrderPlace {
    /// The place by its name.
    pub place: Place,
    /// Whose home it is, where the reader may know its name.
    pub home_of: Option<String>,
    /// The one child of the paragraph, whose school it is now.
    pub pupil: Option<String>,
    /// Whether it is now the school of each of its several children.
    pub of_each_pupil: bool,
}

/// A handover from one person to another.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct OrderHandover {
    /// The schedule in the case file.
    pub at: Pointer,
    /// From whom the children go.
    pub from: String,
    /// To whom.
    pub to: String,
    /// Where, where the term itself names no place.
    pub place: Option<OrderPlace>,
    /// When, and who brings or fetches them.
    pub told: TermHandover,
}

/// Where the time of a paragraph begins and ends.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub(crate) struct OrderPlaces {
    /// At both ends, where nothing else is said.
    pub place: Option<OrderPlace>,
    /// At the start of each time.
    pub start: Option<OrderPlace>,
    /// At the end of each.
    pub end: Option<OrderPlace>,
    /// From one person to another.
    pub handovers: Vec<OrderHandover>,
}

impl OrderPlaces {
    /// Whether no place is told.
    pub(super) fn are_untold(&self) -> bool {
        *self == OrderPlaces::default()
    }

    /// Of an arrangement; of one that is about no time and no handovers there is no place.
    pub(super) fn of(draft: &Draft<'_>, source: &Piece<'_, Arrangement>) -> Self {
        let is_of_time = source.verb.is_some() && !source.people().is_empty();
        let is_of_handovers = source.topic == Topic::Handovers;
        let own = source
            .place
            .as_ref()
            .filter(|_| is_of_time || is_of_handovers);
        let at = source.at.key("handover");
        let end = |key: &'static str, one: &Option<HandoverAt>| {
            let id = one.as_ref()?.at.as_ref()?;
            OrderPlace::of(draft, source, id, at.key(key).key("at"))
        };
        let ends = source.handover.as_ref();
        let told = handovers(draft, source).into_iter();
        OrderPlaces {
            place: own.and_then(|id| OrderPlace::of(draft, source, id, source.at.key("place"))),
            start: ends.and_then(|ends| end("start", &ends.start)),
            end: ends.and_then(|ends| end("end", &ends.end)),
            handovers: told
                .filter_map(|one| OrderHandover::of(draft, source, one))
                .collect(),
        }
    }
}

impl OrderPlace {
    fn of(
        draft: &Draft<'_>,
        source: &Piece<'_, Arrangement>,
        id: &Id,
        at: Pointer,
    ) -> Option<Self> {
        let facts = draft.served.place(id)?;
        let home_of = facts.named_home().map(|one| draft.name(one, at.clone()));
        let is_school = matches!(facts.kind, PlaceKind::School | PlaceKind::Nursery);
        let is_named = facts.field == "name";
        let children: Vec<_> = draft.served.children_of(&source.children).collect();
        let mut pupils = children.iter();
        let of_all = pupils.all(|child| child.school.as_ref() == Some(id));
        let is_theirs = is_school && is_named && of_all;
        let only = children.first().filter(|_| children.len() == 1);
        Some(OrderPlace {
            place: draft.place_named(id, at)?,
            home_of,
            pupil: only
                .filter(|_| is_theirs)
                .map(|child| child.called().to_owned()),
            of_each_pupil: is_theirs && children.len() > 1,
        })
    }
}

impl OrderHandover {
    fn of(draft: &Draft<'_>, source: &Piece<'_, Arrangement>, told: TermHandover) -> Option<Self> {
        let mut placed = source.item.placed(&source.at);
        let (at, schedule) = placed.find(|(at, _)| *at == told.at)?;
        let Schedule::Handover {
            from, to, place, ..
        } = schedule
        else {
            return None;
        };
        let elsewhere = source.place.is_none();
        Some(OrderHandover {
            from: draft.name(from, at.key("from")),
            to: draft.name(to, at.key("to")),
            place: elsewhere
                .then(|| OrderPlace::of(draft, source, place, at.key("place")))
                .flatten(),
            told,
            at,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;
    use crate::view::sample;

    fn place(case: &Case, children: &[usize]) -> OrderPlace {
        let mut case = case.clone();
        let named = children
            .iter()
            .map(|&child| case.people.children[child].id.clone());
        case.arrangements[1].children = named.collect();
        let draft = sample::draft(&case);
        let mut served = draft.served.arrangements();
        let term = served.find(|one| one.id.as_str() == "fortnight");
        let places = OrderPlaces::of(&draft, &term.expect("it is there"));
        places.place.expect("it has a place")
    }

    #[test]
    fn a_school_is_that_of_the_children_of_the_paragraph_as_long_as_it_is_theirs() {
        let mut case = sample::case();
        let both = place(&case, &[0, 1]);
        assert!(both.of_each_pupil && both.pupil.is_none());
        let one = place(&case, &[1]);
        assert!(!one.of_each_pupil && one.pupil.is_some());
        case.people.children[0].school = None;
        let other = place(&case, &[0, 1]);
        assert!(!other.of_each_pupil && other.pupil.is_none());
    }

    #[test]
    fn a_home_is_told_by_whose_it_is_unless_its_name_is_kept_back() {
        let mut case = sample::case();
        let home = case.places.iter().position(|one| one.of.is_some());
        let home = home.expect("somebody has a home");
        case.arrangements[1].place = Some(case.places[home].id.clone());
        let owner = case.places[home].of.clone().expect("it is somebody's");
        let name = case.adult(&owner).expect("an adult").called_with_surname();
        assert_eq!(place(&case, &[0]).home_of, Some(name));
        case.places[home].confidential = true;
        assert_eq!(place(&case, &[0]).home_of, None);
    }
}
