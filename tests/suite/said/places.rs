//! What a case says of where handovers are, by a reading of the test's own.

use concord::case::Case;
use concord::case::arrangement::Arrangement;
use concord::case::form::Id;

use super::behind::Place;

/// Where handovers are: whose home, whose school, or a place that is neither.
pub(super) fn place(case: &Case, term: &Arrangement, id: &Id) -> Place {
    let place = case.place(id).expect("a place");
    if let Some(owner) = &place.of {
        let owner = case.adult(owner).expect("somebody");
        return Place::HomeOf(owner.called_with_surname());
    }
    let children: Vec<_> = case.children_of(&term.children).collect();
    let now = place.name.to_string();
    match &children[..] {
        _ if children.iter().any(|one| one.school.as_ref() != Some(id)) => Place::Named(now),
        [child] => Place::SchoolOf(Some(child.called().to_owned()), now),
        _ => Place::SchoolOf(None, now),
    }
}
