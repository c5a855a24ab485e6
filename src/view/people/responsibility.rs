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
}

/// What the case records of it, adult by adult; children of whom the same is known are
/// named together.
pub(crate) fn responsibilities(draft: &Draft<'_>) -> Vec<Responsibility> {
    let told = draft.served.adults().flat_map(|adult| {
        let each = [Held::Yes, Held::No, Held::Unknown].into_iter();
        each.filter_map(move |held| responsibility(draft, &adult, held))
    });
    told.collect()
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
        children,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    #[test]
    fn children_of_whom_the_same_is_known_are_named_together() {
        let mut case = sample::case();
        let [first, second] = [0, 1].map(|index| case.people.children[index].id.clone());
        let told = responsibilities(&sample::draft(&case));
        let father = &told[0];
        assert_eq!((father.held, father.children.len()), (Held::Yes, 2));
        let pr = &mut case.people.adults[0].pr;
        pr.remove(&first);
        pr.get_mut(&second).expect("the sample has it").held = Held::Unknown;
        let told = responsibilities(&sample::draft(&case));
        let father = &told[0];
        assert_eq!((father.held, father.children.len()), (Held::Unknown, 1));
    }
}
