//! What a party needs to take part in a session, for that party's own schedule; and what a
//! child needs of the arrangements, for the court.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::form::Id;
use crate::diagnostics::Pointer;

use crate::view::draft::Draft;

/// What a party needs to take part.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Needs {
    /// The adult in the case file.
    pub at: Pointer,
    /// The language of an interpreter.
    pub interpreter: Option<String>,
    /// Adjustments under the Equality Act 2010.
    pub adjustments: Vec<String>,
}

impl Needs {
    /// None where the case records none.
    pub(crate) fn of(draft: &Draft<'_>, person: &Id) -> Option<Self> {
        let mut adults = draft.case.people.adults.iter().enumerate();
        let (index, adult) = adults.find(|(_, adult)| adult.id == *person)?;
        let has_some = adult.interpreter.is_some() || !adult.adjustments.is_empty();
        has_some.then(|| Needs {
            at: Pointer::root().key("people").key("adults").item(index),
            interpreter: adult.interpreter.as_ref().map(|line| draft.line(line)),
            adjustments: adult
                .adjustments
                .iter()
                .map(|line| draft.line(line))
                .collect(),
        })
    }
}

/// What a child needs of the arrangements.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct ChildsNeeds {
    /// The child in the case file.
    pub at: Pointer,
    /// Who.
    pub child: String,
    /// The language of an interpreter.
    pub interpreter: Option<String>,
    /// What the arrangements must meet.
    pub needs: Vec<String>,
}

/// The needs of each child of whom the case records any.
pub(crate) fn childrens_needs(draft: &Draft<'_>) -> Vec<ChildsNeeds> {
    let children = draft.case.people.children.iter().enumerate();
    let having =
        children.filter(|(_, child)| child.interpreter.is_some() || !child.needs.is_empty());
    having
        .map(|(index, child)| ChildsNeeds {
            at: Pointer::root().key("people").key("children").item(index),
            child: child.called().to_owned(),
            interpreter: child.interpreter.as_ref().map(|line| draft.line(line)),
            needs: child.needs.iter().map(|line| draft.line(line)).collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    #[test]
    fn a_child_without_needs_is_not_spoken_of() {
        let mut case = sample::case();
        for child in &mut case.people.children {
            child.needs.clear();
            child.interpreter = None;
        }
        assert_eq!(childrens_needs(&sample::draft(&case)), []);
        case.people.children[1].needs = vec!["Asthma".parse().expect("a line")];
        let draft = sample::draft(&case);
        let [told] = &childrens_needs(&draft)[..] else {
            panic!("one child has needs");
        };
        assert_eq!(told.child, case.people.children[1].called());
        assert_eq!(told.needs, ["Asthma"]);
    }

    #[test]
    fn a_party_reads_of_the_own_needs_and_of_no_other() {
        let mut case = sample::case();
        case.people.adults[0].interpreter = Some("Polish".parse().expect("a line"));
        let draft = sample::draft(&case);
        let [own, other] = [0, 1].map(|index| Needs::of(&draft, &case.people.adults[index].id));
        assert_eq!(
            own.and_then(|needs| needs.interpreter).as_deref(),
            Some("Polish")
        );
        assert_eq!(other, None);
    }
}
