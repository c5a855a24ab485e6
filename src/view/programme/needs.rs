//! What a party needs to take part in a session, for that party's own schedule; and what a
//! child needs of the arrangements, for the court.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::form::Line;
use crate::diagnostics::Pointer;

use crate::view::draft::Draft;
use crate::view::words::Words;

/// What a party needs to take part.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Needs {
    /// The adult in the case file.
    pub at: Pointer,
    /// The language of an interpreter.
    pub interpreter: Option<Words>,
    /// Adjustments under the Equality Act 2010.
    pub adjustments: Vec<Words>,
}

impl Needs {
    /// The needs of the party whose copy it is. None where the case records none.
    pub(crate) fn of(draft: &Draft<'_>) -> Option<Self> {
        let adult = draft.served.adult(draft.served.person())?;
        let has_some = adult.interpreter.is_some() || !adult.adjustments.is_empty();
        let interpreter = (&adult.interpreter, &adult.interpreter_cy);
        has_some.then(|| Needs {
            interpreter: interpreter_of(draft, interpreter, &adult.at),
            adjustments: draft.texts(&adult.adjustments, adult.at.key("adjustments"), None),
            at: adult.at.clone(),
        })
    }
}

fn interpreter_of(
    draft: &Draft<'_>,
    (language, welsh): (&Option<Line>, &Option<Line>),
    of: &Pointer,
) -> Option<Words> {
    let label = |language| draft.label((language, welsh.as_ref()), of, "interpreter");
    language.as_ref().map(label)
}

/// What a child needs of the arrangements.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct ChildsNeeds {
    /// The child in the case file.
    pub at: Pointer,
    /// Who.
    pub child: String,
    /// The language of an interpreter.
    pub interpreter: Option<Words>,
    /// What the arrangements must meet.
    pub needs: Vec<Words>,
}

/// The needs of each child of whom the case records any.
pub(crate) fn childrens_needs(draft: &Draft<'_>) -> Vec<ChildsNeeds> {
    let children = draft.served.children();
    let having = children.filter(|child| child.interpreter.is_some() || !child.needs.is_empty());
    having
        .map(|child| ChildsNeeds {
            child: child.called().to_owned(),
            interpreter: interpreter_of(
                draft,
                (&child.interpreter, &child.interpreter_cy),
                &child.at,
            ),
            needs: draft.texts(&child.needs, child.at.key("needs"), None),
            at: child.at,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::narrative::Narrative;
    use crate::view::sample;

    #[test]
    fn a_child_without_needs_is_not_spoken_of() {
        let mut case = sample::case();
        for child in &mut case.people.children {
            child.needs.clear();
            child.interpreter = None;
        }
        assert_eq!(childrens_needs(&sample::draft(&case)), []);
        case.people.children[1].needs = vec![Narrative::Plain("Asthma".parse().expect("a text"))];
        let draft = sample::draft(&case);
        let [told] = &childrens_needs(&draft)[..] else {
            panic!("one child has needs");
        };
        assert_eq!(told.child, case.people.children[1].called());
        assert_eq!(told.needs[0].text, "Asthma");
    }

    #[test]
    fn a_party_reads_of_the_own_needs_and_of_no_other() {
        let mut case = sample::case();
        case.people.adults[0].interpreter = Some("Polish".parse().expect("a line"));
        let [own, other] = [0, 1].map(|index| Needs::of(&sample::draft_for_party(&case, index)));
        assert_eq!(
            own.and_then(|needs| needs.interpreter)
                .map(|language| language.text),
            Some("Polish".to_owned())
        );
        assert_eq!(other, None);
    }
}
