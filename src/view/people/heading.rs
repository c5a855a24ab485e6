//! The heading of a document of the Family Court: court, number, statute, children, parties.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::form::{CaseNumber, Date};
use crate::case::person::{Adult, Child as CaseChild, Relationship, RepresentationKind};
use crate::case::person::{Role, SexStated};
use crate::case::proceedings::{Act, Proceedings};
use crate::diagnostics::Pointer;
use crate::language::Language;

use super::naming::Age;
use super::responsibility::{Responsibility, responsibility_of};
use crate::audience::Piece;
use crate::view::draft::Draft;
use crate::view::words::Words;

/// The heading.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Heading {
    /// The court and the number.
    #[serde(flatten)]
    pub title: Title,
    /// The children, in the order of the file.
    pub children: Vec<Child>,
    /// The parties, in the order of the file.
    pub parties: Vec<Party>,
}

/// What every heading begins with.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Title {
    /// `case` in the case file.
    pub at: Pointer,
    /// The case number; sixteen digits stand in groups of four.
    pub number: String,
    /// The numbers of the cases that were consolidated with it.
    pub further_numbers: Vec<String>,
    /// Cafcass's own number for the family.
    pub cafcass_number: Option<String>,
    /// The court.
    pub court: Court,
    /// The statutes.
    pub act: Vec<Act>,
    /// Whether a transparency order is in force (FPR Practice Direction 12R).
    pub transparency_order: bool,
    /// Whether there is one child, for the words that depend on it.
    pub one_child: bool,
}

/// The court and where it sits.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Court {
    /// `case.court` in the case file.
    pub at: Pointer,
    /// The town.
    pub sitting_at: String,
    /// Where it sits as the language of the document has it, mutated: in Welsh, if the case
    /// gives it (R77).
    pub sitting_in: Option<String>,
}

/// A child of the case.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Child {
    /// The child in the case file.
    pub at: Pointer,
    /// All forenames and the surname.
    pub full_name: String,
    /// What the child is called.
    pub name: String,
    /// Girl, boy or not stated.
    pub sex_stated: SexStated,
    /// Whether `sex_stated` says something.
    pub has_sex: bool,
    /// Date of birth.
    pub dob: Date,
    /// The age on the day the document was prepared.
    #[serde(flatten)]
    pub age: Age,
    /// Whether the child is a party (FPR rule 16.4).
    pub is_party: bool,
    /// The children's guardian through whom the child is a party.
    pub guardian: Option<String>,
}

/// A party to the proceedings.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Party {
    /// The adult in the case file.
    pub at: Pointer,
    /// Title, all forenames and the surname.
    pub full_name: String,
    /// Names used before.
    pub former_names: Vec<String>,
    /// Applicant, respondent or another party.
    pub role: Role,
    /// First, second … of that role, from 1, where there are several.
    #[schemars(range(min = 1))]
    pub party_no: Option<u32>,
    /// What the person is to the children.
    pub relationship: Vec<RelationshipTo>,
    /// What is known of the person's parental responsibility.
    pub responsibility: Vec<Responsibility>,
    /// Who speaks for the person.
    pub representation: Option<Representation>,
    /// The language of an interpreter, where the reader may know it.
    pub interpreter: Option<Words>,
    /// Who supports the person, where the reader may know it.
    pub supporter: Option<String>,
}

/// What a party is to some of the children, or to all.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct RelationshipTo {
    /// Mother, father …
    pub relationship: Relationship,
    /// To which children.
    #[schemars(length(min = 1))]
    pub children: Vec<String>,
    /// Whether to all of them, so that none need be named.
    pub to_all: bool,
}

/// Who speaks for a party.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Representation {
    /// The representation in the case file.
    pub at: Pointer,
    /// In what manner.
    pub kind: RepresentationKind,
    /// The solicitor or lay adviser.
    pub name: Option<String>,
    /// The firm.
    pub firm: Option<String>,
}

impl Heading {
    pub(crate) fn of(draft: &Draft<'_>) -> Self {
        let served = &draft.served;
        Heading {
            title: Title::of(draft, draft.proceedings()),
            children: served.children().map(|one| Child::of(draft, one)).collect(),
            parties: served.parties().map(|one| Party::of(draft, one)).collect(),
        }
    }
}

impl Title {
    pub(crate) fn of(draft: &Draft<'_>, proceedings: Piece<'_, Proceedings>) -> Self {
        Title {
            number: printed(&proceedings.number),
            further_numbers: proceedings.further_numbers.iter().map(printed).collect(),
            cafcass_number: proceedings.cafcass_number.as_ref().map(ToString::to_string),
            court: Court::of(draft, &proceedings),
            act: proceedings.act.clone(),
            transparency_order: proceedings.transparency_order,
            one_child: draft.served.children().count() == 1,
            at: proceedings.at,
        }
    }
}

impl Court {
    fn of(draft: &Draft<'_>, proceedings: &Piece<'_, Proceedings>) -> Self {
        let court = &proceedings.court;
        let mutated = match draft.language {
            Language::En => None,
            Language::Cy => court.sitting_at_cy.as_ref(),
        };
        Court {
            at: proceedings.at.key("court"),
            sitting_at: court.sitting_at.to_string(),
            sitting_in: mutated.map(ToString::to_string),
        }
    }
}

/// As HMCTS prints it: sixteen digits in groups of four, the other form as it is.
pub(crate) fn printed(number: &CaseNumber) -> String {
    if number.type_letter().is_some() {
        return number.to_string();
    }
    let digits: Vec<char> = number.as_str().chars().collect();
    let groups: Vec<String> = digits
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    groups.join("-")
}

impl Child {
    fn of(draft: &Draft<'_>, child: Piece<'_, CaseChild>) -> Self {
        let guardian = child.guardian.as_ref();
        Child {
            full_name: child.full_name(),
            name: child.called().to_owned(),
            sex_stated: child.sex_stated,
            has_sex: child.sex_stated != SexStated::NotStated,
            dob: child.dob,
            age: Age::on(&child, draft.today()),
            is_party: child.is_party,
            guardian: guardian.map(|id| draft.name(id, child.at.key("guardian"))),
            at: child.at,
        }
    }
}

impl Party {
    fn of(draft: &Draft<'_>, adult: Piece<'_, Adult>) -> Self {
        let representation = adult.representation.as_ref();
        let needs = draft.served.needs_of(&adult);
        let interpreter = needs.and_then(|needs| {
            let language = needs.interpreter.as_ref()?;
            let label = (language, needs.interpreter_cy.as_ref());
            Some(draft.label(label, &adult.at, "interpreter"))
        });
        let supporter = needs.and_then(|needs| needs.supporter.as_ref());
        Party {
            interpreter,
            supporter: supporter.map(|id| draft.name(id, adult.at.key("supporter"))),
            full_name: adult.full_name(),
            former_names: adult
                .names_before()
                .iter()
                .map(ToString::to_string)
                .collect(),
            role: adult.role,
            party_no: adult.party_no,
            relationship: relationships(draft, &adult),
            responsibility: responsibility_of(draft, &adult),
            representation: representation.map(|representation| Representation {
                at: adult.at.key("representation"),
                kind: representation.kind,
                name: representation.name.as_ref().map(ToString::to_string),
                firm: representation.firm.as_ref().map(ToString::to_string),
            }),
            at: adult.at,
        }
    }
}

/// What an adult is to the children, each relationship once, in the order of the children.
pub(crate) fn relationships(draft: &Draft<'_>, adult: &Adult) -> Vec<RelationshipTo> {
    let mut found: Vec<RelationshipTo> = Vec::new();
    for child in draft.served.children() {
        let Some(&relationship) = adult.relationship.get(&child.id) else {
            continue;
        };
        let name = child.called().to_owned();
        match found
            .iter_mut()
            .find(|known| known.relationship == relationship)
        {
            Some(known) => known.children.push(name),
            None => found.push(RelationshipTo {
                relationship,
                children: vec![name],
                to_all: false,
            }),
        }
    }
    for known in &mut found {
        known.to_all = known.children.len() == draft.served.children().count();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    #[test]
    fn sixteen_digits_are_printed_in_groups() {
        let number = |text: &str| printed(&text.parse().expect("a case number"));
        assert_eq!(number("1661164783455399"), "1661-1647-8345-5399");
        assert_eq!(number("LS 26P00832"), "LS26P00832");
    }

    #[test]
    fn a_relationship_to_every_child_names_none() {
        let case = sample::case();
        let draft = sample::draft(&case);
        let mut adult = case.people.adults[0].clone();
        assert!(relationships(&draft, &adult)[0].to_all);
        let second = case.people.children[1].id.clone();
        adult.relationship.insert(second, Relationship::StepParent);
        let told = relationships(&draft, &adult);
        assert_eq!(told.len(), 2);
        assert_eq!(told[1].children, [case.people.children[1].called()]);
        assert!(!told[0].to_all && !told[1].to_all);
    }
}
