//! Where a child goes from one home to the other, where the days go by the month or by a count
//! of nights: no table of weeks shows it then.

use schemars::JsonSchema;
use serde::Serialize;

use crate::audience::{Piece, Served};
use crate::case::arrangement::Arrangement;
use crate::case::form::Id;
use crate::case::recurrence::Schedule;
use crate::diagnostics::Pointer;
use crate::view::draft::Draft;
use crate::view::people::naming::Place;
use crate::view::time::childrens_time::ChildrensTime;

/// A change of homes at one end of each time with somebody.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Change {
    /// The arrangement in the case file.
    pub at: Pointer,
    /// With whom the time is.
    pub with: String,
    /// Whether the time begins with it, and does not end.
    pub begins: bool,
    /// From whom.
    pub from: String,
    /// To whom.
    pub to: String,
    /// Where.
    pub place: Place,
}

/// Where the child changes homes on the days that have composed words.
pub(super) fn changes(
    draft: &Draft<'_>,
    tellable: &[Piece<'_, Arrangement>],
    time: Option<&ChildrensTime>,
) -> Vec<Change> {
    let composed = tellable
        .iter()
        .filter(|one| is_composed(&draft.served, one));
    time.map_or(Vec::new(), |time| {
        composed
            .flat_map(|one| changes_of(draft, one, time))
            .collect()
    })
}

/// Whether the days of an arrangement have composed words, and none for the children.
pub(super) fn is_composed(served: &Served<'_>, one: &Arrangement) -> bool {
    let is_told = served.told(one.tell_child.as_ref()).is_some();
    !is_told && one.schedules().any(Schedule::is_in_no_week)
}

/// Those of an arrangement of which it says the place, and who has the rest of the time.
fn changes_of(
    draft: &Draft<'_>,
    one: &Piece<'_, Arrangement>,
    time: &ChildrensTime,
) -> Vec<Change> {
    let called = |id: &Id| {
        let mut key = time.key.iter();
        key.find(|person| person.id == *id)
            .map(|person| person.called.clone())
    };
    let (Some(with), Some(rest)) = (one.person().and_then(called), one.rest().and_then(called))
    else {
        return Vec::new();
    };
    let change = |begins: bool| {
        let key = if begins { "start" } else { "end" };
        let ends = one.handover.as_ref();
        let end = ends.and_then(|ends| {
            if begins {
                ends.start.as_ref()
            } else {
                ends.end.as_ref()
            }
        });
        let own = end.and_then(|end| end.at.as_ref());
        let (id, at) = match own {
            Some(id) => (id, one.at.key("handover").key(key).key("at")),
            None => (one.place.as_ref()?, one.at.key("place")),
        };
        let (from, to) = if begins {
            (&rest, &with)
        } else {
            (&with, &rest)
        };
        Some(Change {
            at: one.at.clone(),
            with: with.clone(),
            begins,
            from: from.clone(),
            to: to.clone(),
            place: draft.place_named(id, at)?,
        })
    };
    [true, false].into_iter().filter_map(change).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audience::{DocumentCopy, Reader};
    use crate::view::sample;
    use crate::view::time::childrens_time::time_of;

    #[test]
    fn a_place_for_both_ends_is_told_of_each_and_nothing_where_nobody_has_the_rest() {
        let mut case = sample::case();
        let place = case.places[0].id.clone();
        let mut terms = case.arrangements.iter_mut();
        let fortnight = terms.find(|one| one.id.as_str() == "fortnight");
        let fortnight = fortnight.expect("it is there");
        fortnight.place = Some(place);
        fortnight.otherwise = Some("mother".parse().expect("an id"));
        let told = |case: &crate::case::Case| {
            let isla = &case.people.children[0];
            let copy = DocumentCopy::of(Reader::Child(isla.id.clone()));
            let draft = sample::draft_of(case, copy);
            let time = time_of(&draft, isla).expect("there are weeks");
            let mut terms = draft.served.arrangements();
            let one = terms.find(|one| one.id.as_str() == "fortnight");
            changes_of(&draft, &one.expect("it is there"), &time)
        };
        let both = told(&case);
        assert_eq!(both.len(), 2);
        assert!(both[0].begins && !both[1].begins);
        assert_eq!((&both[0].from, &both[0].to), (&both[1].to, &both[1].from));
        assert_eq!(both[0].with, both[0].to);
        case.arrangements
            .iter_mut()
            .for_each(|one| (one.otherwise, one.verb) = (None, None));
        assert_eq!(told(&case), []);
    }
}
