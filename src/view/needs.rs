//! What a party needs to take part in a session, for that party's own schedule.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::form::Id;

use super::draft::Draft;

/// What a party needs to take part.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(super) struct Needs {
    /// The adult in the case file.
    pub at: String,
    /// The language of an interpreter.
    pub interpreter: Option<String>,
    /// Adjustments under the Equality Act 2010.
    pub adjustments: Vec<String>,
}

impl Needs {
    /// None where the case records none.
    pub(super) fn of(draft: &Draft<'_>, person: &Id) -> Option<Self> {
        let mut adults = draft.case.people.adults.iter().enumerate();
        let (index, adult) = adults.find(|(_, adult)| adult.id == *person)?;
        let has_some = adult.interpreter.is_some() || !adult.adjustments.is_empty();
        has_some.then(|| Needs {
            at: format!("/people/adults/{index}"),
            interpreter: adult.interpreter.as_ref().map(|line| draft.line(line)),
            adjustments: adult
                .adjustments
                .iter()
                .map(|line| draft.line(line))
                .collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

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
