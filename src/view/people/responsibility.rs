//! Who has parental responsibility (Children Act 1989, section 3), as a report tells it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::person::{Adult, Child, Held};
use crate::diagnostics::Pointer;

use crate::audience::Piece;
use crate::view::draft::Draft;

/// What is known of one adult's parental responsibility.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Responsibility {
    /// The adult in the case file.
    pub at: Pointer,
    /// Who.
    pub adult: String,
    /// Whether it is held.
    pub held: Held,
    /// For which children.
    #[schemars(length(min = 1))]
    pub children: Vec<String>,
    /// Whether they are all the children there are.
    pub for_all: bool,
}

/// What the case records of those who are no party, adult by adult: a party's stands beside
/// the party's name in the heading.
pub(crate) fn responsibilities_of_others(draft: &Draft<'_>) -> Vec<Responsibility> {
    let parties: Vec<_> = draft.served.parties().map(|party| party.at).collect();
    let others = draft
        .served
        .adults()
        .filter(|adult| !parties.contains(&adult.at));
    others
        .flat_map(|adult| responsibility_of(draft, &adult))
        .collect()
}

/// What the case records of one adult's; children of whom the same is known are named together.
pub(crate) fn responsibility_of(
    draft: &Draft<'_>,
    adult: &Piece<'_, Adult>,
) -> Vec<Responsibility> {
    let each = [Held::Yes, Held::No, Held::Unknown].into_iter();
    each.filter_map(|held| responsibility(draft, adult, held))
        .collect()
}

fn responsibility(
    draft: &Draft<'_>,
    adult: &Piece<'_, Adult>,
    held: Held,
) -> Option<Responsibility> {
    let is_so = |child: &Piece<'_, Child>| {
        let known = adult.pr.get(&child.id);
        known.is_some_and(|known| known.held == held)
    };
    let children = draft.served.children().filter(is_so);
    let children: Vec<String> = children.map(|child| child.called().to_owned()).collect();
    (!children.is_empty()).then(|| Responsibility {
        at: adult.at.clone(),
        adult: adult.called_with_surname(),
        held,
        for_all: children.len() == draft.served.children().count(),
        children,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;
    use crate::case::person::Role;
    use crate::view::people::heading::Heading;
    use crate::view::sample;

    #[test]
    fn children_of_whom_the_same_is_known_are_named_together() {
        let mut case = sample::case();
        let [first, second] = [0, 1].map(|index| case.people.children[index].id.clone());
        let told = |case: &Case| {
            let heading = Heading::of(&sample::draft(case));
            heading.parties[0].responsibility.clone()
        };
        let father = &told(&case)[0];
        assert_eq!((father.held, father.for_all), (Held::Yes, true));
        let pr = &mut case.people.adults[0].pr;
        pr.remove(&first);
        pr.get_mut(&second).expect("the sample has it").held = Held::Unknown;
        let father = &told(&case)[0];
        assert_eq!((father.held, father.for_all), (Held::Unknown, false));
        assert_eq!(responsibilities_of_others(&sample::draft(&case)), []);
    }

    #[test]
    fn of_an_adult_who_is_no_party_the_report_tells_apart() {
        let mut case = sample::case();
        case.people.adults[0].role = Role::NonParty;
        let told = responsibilities_of_others(&sample::draft(&case));
        assert_eq!(told.len(), 1);
    }
}
