//! The copies of a document: for whom each is, and whose it is.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::Case;
use crate::case::form::Id;
use crate::case::person::Role;

/// Who reads a document. A copy holds what its audience may see and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// The court.
    Court,
    /// All parties together.
    Parties,
    /// One party alone.
    Party,
    /// A child.
    Child,
}

/// One copy of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentCopy {
    /// Who reads it.
    pub audience: Audience,
    /// Whose it is, where there is one for each adult or each child.
    pub person: Option<Id>,
}

impl DocumentCopy {
    /// The one copy that there is for this audience.
    pub fn of(audience: Audience) -> Self {
        DocumentCopy {
            audience,
            person: None,
        }
    }

    /// The copy that is this person's.
    pub fn for_person(audience: Audience, person: &Id) -> Self {
        DocumentCopy {
            audience,
            person: Some(person.clone()),
        }
    }

    /// What tells it from the other copies in the name of a file, without anybody's name:
    /// `applicant`, `respondent-2`, `child-1`. A party's number is that of the court's
    /// heading; children, and who has none, are counted as they stand in the file. Nothing
    /// where there is one copy.
    pub fn word(&self, case: &Case) -> Option<String> {
        let person = self.person.as_ref()?;
        let mut children = case.people.children.iter();
        if let Some(index) = children.position(|child| child.id == *person) {
            return Some(format!("child-{}", index + 1));
        }
        let adult = case.adult(person)?;
        let role = adult.role;
        let same = || case.people.adults.iter().filter(|adult| adult.role == role);
        let index = same().position(|adult| adult.id == *person)?;
        let word = role_word(role);
        let number = adult.party_no.filter(|_| role.is_party());
        let number = number.map_or((index + 1).to_string(), |number| number.to_string());
        Some(match same().count() {
            1 => word.to_owned(),
            _ => format!("{word}-{number}"),
        })
    }
}

fn role_word(role: Role) -> &'static str {
    match role {
        Role::Applicant => "applicant",
        Role::Respondent => "respondent",
        Role::OtherParty => "other-party",
        Role::NonParty => "non-party",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::sample;

    #[test]
    fn a_copy_is_told_apart_by_the_place_of_a_person_and_not_by_a_name() {
        let mut case = sample::case();
        let copy = |id: &Id| DocumentCopy::for_person(Audience::Party, id);
        let (first, second) = (
            case.people.adults[0].id.clone(),
            case.people.adults[1].id.clone(),
        );
        assert_eq!(copy(&first).word(&case).as_deref(), Some("applicant"));
        case.people.adults[1].role = Role::Applicant;
        assert_eq!(copy(&second).word(&case).as_deref(), Some("applicant-2"));
        case.people.adults[0].party_no = Some(2);
        case.people.adults[1].party_no = Some(1);
        assert_eq!(copy(&first).word(&case).as_deref(), Some("applicant-2"));
        assert_eq!(copy(&second).word(&case).as_deref(), Some("applicant-1"));
        let child = case.people.children[1].id.clone();
        assert_eq!(copy(&child).word(&case).as_deref(), Some("child-2"));
        assert_eq!(DocumentCopy::of(Audience::Court).word(&case), None);
    }
}
