//! The letters that stand for people in calendars, so that a day is told by a letter and
//! not by its colour alone.

use schemars::JsonSchema;
use serde::Serialize;

use crate::audience::{Piece, Served};
use crate::case::form::{Id, Line};
use crate::case::person::{self, Adult};
use crate::diagnostics::Pointer;
use crate::schedule::{Answer, Timetable};

/// A person, with the letter and the tone that mark the days spent with them.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Lettered {
    /// The adult in the case file.
    pub at: Pointer,
    /// Who it is.
    #[serde(skip)]
    pub id: Id,
    /// What the person is called, and the surname.
    pub name: String,
    /// What the person is called; in a child's own copy, by the child.
    pub called: String,
    /// What the person is to the child whose calendar it is; to the first of several. Nothing
    /// where the child has a word of its own.
    pub relationship: Option<person::Relationship>,
    /// One capital letter.
    pub letter: String,
    /// Which tone of the theme, from 0.
    pub tone: u32,
}

/// Everybody a calendar names, in the order of the file.
#[derive(Clone, Debug)]
pub(crate) struct Key<'a> {
    people: Vec<Piece<'a, Adult>>,
    /// What the child who reads calls each of them, where the case says so.
    words: Vec<Option<&'a str>>,
    by_initials: bool,
}

impl<'a> Key<'a> {
    /// Everybody with whom some child is in these timetables.
    pub(crate) fn of<'t>(
        served: &Served<'a>,
        timetables: impl Iterator<Item = &'t Timetable<'t>>,
    ) -> Self {
        let mut named: Vec<&Id> = Vec::new();
        for stretch in timetables.flat_map(|timetable| timetable.stretches()) {
            if let Answer::With(claim) = stretch.answer {
                named.push(claim.adult);
            }
        }
        let adults = served.adults();
        let people: Vec<_> = adults.filter(|adult| named.contains(&&adult.id)).collect();
        let mut initials: Vec<String> = people.iter().map(|adult| initial(adult)).collect();
        initials.sort();
        initials.dedup();
        Key {
            by_initials: initials.len() == people.len(),
            words: people
                .iter()
                .map(|adult| served.childs_word(adult.item).map(Line::as_str))
                .collect(),
            people,
        }
    }

    /// The person of this id. Two people with one initial make everybody A, B, C.
    pub(crate) fn person(&self, id: &Id, child: &Id) -> Option<Lettered> {
        let place = self.people.iter().position(|adult| adult.id == *id)?;
        let adult = &self.people[place];
        let tone = u32::try_from(place).ok()?;
        let word = self.words[place];
        Some(Lettered {
            at: adult.at.clone(),
            id: id.clone(),
            name: adult.called_with_surname(),
            called: word.unwrap_or(adult.called()).to_owned(),
            relationship: match word {
                Some(_) => None,
                None => adult.relationship.get(child).copied(),
            },
            letter: match self.by_initials {
                true => initial(adult),
                false => char::from(b'A' + (tone % 26) as u8).to_string(),
            },
            tone,
        })
    }

    /// Everybody, as a calendar of this child lists them.
    pub(crate) fn everybody(&self, child: &Id) -> Vec<Lettered> {
        let people = self.people.iter();
        people
            .filter_map(|adult| self.person(&adult.id, child))
            .collect()
    }
}

fn initial(adult: &Adult) -> String {
    let first = adult.called().chars().next();
    first.into_iter().flat_map(char::to_uppercase).collect()
}
