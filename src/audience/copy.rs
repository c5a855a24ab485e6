//! The copies of a document: who reads each, and whom it is about.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::Case;
use crate::case::form::Id;
use crate::case::person::Role;

/// Who reads a document, in general. A copy holds what its reader may see and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// The court.
    Court,
    /// A party.
    Party,
    /// A child.
    Child,
    /// Whoever runs a course.
    Provider,
}

/// Who reads a copy.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reader {
    /// The court.
    Court,
    /// This party, or adult of the family.
    Party(Id),
    /// This child.
    Child(Id),
    /// This provider of a course.
    Provider(Id),
}

/// One copy of a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DocumentCopy {
    /// Who reads it.
    pub reader: Reader,
    /// Whom it is about, where the reader has one for each of several people.
    pub about: Option<Id>,
}

impl DocumentCopy {
    /// The one copy that its reader has.
    pub fn of(reader: Reader) -> Self {
        DocumentCopy {
            reader,
            about: None,
        }
    }

    /// The reader's copy about this person.
    pub fn about(reader: Reader, person: &Id) -> Self {
        DocumentCopy {
            reader,
            about: Some(person.clone()),
        }
    }

    /// Whom it is about: its reader, where it names nobody else.
    pub(super) fn person(&self) -> Option<&Id> {
        self.about.as_ref().or(self.reader.person())
    }

    /// What tells it from the reader's other copies in the name of a file, without anybody's
    /// name: `child-1`. Nothing where there is one copy.
    pub fn word(&self, case: &Case) -> Option<String> {
        person_word(case, self.about.as_ref()?)
    }
}

impl Reader {
    /// Who that is, in general.
    pub fn audience(&self) -> Audience {
        match self {
            Reader::Court => Audience::Court,
            Reader::Party(_) => Audience::Party,
            Reader::Child(_) => Audience::Child,
            Reader::Provider(_) => Audience::Provider,
        }
    }

    /// Which person that is; the court is none.
    pub fn person(&self) -> Option<&Id> {
        match self {
            Reader::Court => None,
            Reader::Party(id) | Reader::Child(id) | Reader::Provider(id) => Some(id),
        }
    }

    /// The child that the reader is.
    pub(super) fn child(&self) -> Option<&Id> {
        match self {
            Reader::Child(id) => Some(id),
            _ => None,
        }
    }

    /// The folder of the reader's copies and the word on the command line, without anybody's
    /// name: `court`, `applicant`, `respondent-2`, `child-1`, `provider`; `parent-1` where
    /// there are no proceedings. A party's number is that of the court's heading; children,
    /// and who has none, are counted as they stand in the file.
    pub fn word(&self, case: &Case) -> String {
        let word = match self {
            Reader::Court => return "court".to_owned(),
            Reader::Provider(id) => provider_word(case, id),
            Reader::Party(id) | Reader::Child(id) => person_word(case, id),
        };
        word.expect("a reader is somebody of the case")
    }
}

/// Somebody of the family, without a name.
fn person_word(case: &Case, person: &Id) -> Option<String> {
    let mut children = case.people.children.iter();
    if let Some(index) = children.position(|child| child.id == *person) {
        return Some(format!("child-{}", index + 1));
    }
    let adult = case.adult(person)?;
    let role = adult.role;
    if role.is_party() && case.proceedings.is_none() {
        let index = case.parties().position(|party| party.id == *person)?;
        return Some(format!("parent-{}", index + 1));
    }
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

/// A provider of a course; of several each has a folder of its own.
fn provider_word(case: &Case, person: &Id) -> Option<String> {
    let runs = |id: &Id| case.course.iter().any(|record| record.provider == *id);
    let professionals = case.people.professionals.iter();
    let providers: Vec<&Id> = professionals
        .map(|one| &one.id)
        .filter(|id| runs(id))
        .collect();
    let index = providers.iter().position(|id| *id == person)?;
    Some(match providers.len() {
        1 => "provider".to_owned(),
        _ => format!("provider-{}", index + 1),
    })
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
    fn a_reader_is_told_apart_by_the_place_of_a_person_and_not_by_a_name() {
        let mut case = sample::case();
        let ids: Vec<Id> = case
            .people
            .adults
            .iter()
            .map(|one| one.id.clone())
            .collect();
        let word = |case: &Case, index: usize| Reader::Party(ids[index].clone()).word(case);
        assert_eq!(word(&case, 0), "applicant");
        case.people.adults[1].role = Role::Applicant;
        assert_eq!(word(&case, 1), "applicant-2");
        case.people.adults[0].party_no = Some(2);
        case.people.adults[1].party_no = Some(1);
        assert_eq!(
            [0, 1].map(|index| word(&case, index)),
            ["applicant-2", "applicant-1"]
        );
        let child = case.people.children[1].id.clone();
        assert_eq!(Reader::Child(child.clone()).word(&case), "child-2");
        let copy = DocumentCopy::about(Reader::Court, &child);
        assert_eq!(copy.word(&case).as_deref(), Some("child-2"));
        assert_eq!(DocumentCopy::of(Reader::Court).word(&case), None);
        case.proceedings = None;
        assert_eq!(
            [0, 1].map(|index| word(&case, index)),
            ["parent-1", "parent-2"]
        );
    }
}
