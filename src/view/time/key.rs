//! The letters that stand for people in calendars, so that a day is told by a letter and
//! not by its colour alone.

use schemars::JsonSchema;
use serde::Serialize;

use crate::audience::Piece;
use crate::case::form::Id;
use crate::case::person::{self, Adult};
use crate::diagnostics::Pointer;
use crate::schedule::{Answer, Timetable};
use crate::view::draft::Draft;

/// A person, with the letter and the tone that mark the days spent with them.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Lettered {
    /// The adult in the case file.
    pub at: Pointer,
    /// Who it is.
    #[serde(skip)]
    pub id: Id,
    /// What the person is called, and the surname; in a child's own copy, the child's word.
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
    words: Vec<Option<String>>,
    by_initials: bool,
    /// Whom a calendar lists.
    listed: Vec<Id>,
}

impl<'a> Key<'a> {
    /// Everybody with whom some child is in these timetables.
    pub(crate) fn of<'t>(
        draft: &Draft<'a>,
        timetables: impl Iterator<Item = &'t Timetable<'t>>,
    ) -> Self {
        let named = named(timetables);
        let adults = draft.served.adults();
        let people: Vec<_> = adults.filter(|adult| named.contains(&&adult.id)).collect();
        let words: Vec<_> = people
            .iter()
            .map(|adult| draft.childs_word(adult))
            .collect();
        let shown = people.iter().zip(&words);
        let mut initials: Vec<String> = shown
            .map(|(adult, word)| initial(word.as_deref().unwrap_or(adult.called())))
            .collect();
        initials.sort();
        initials.dedup();
        Key {
            by_initials: initials.len() == people.len(),
            listed: people.iter().map(|adult| adult.id.clone()).collect(),
            words,
            people,
        }
    }

    /// The same letters and tones, for a calendar that lists those alone who are in it.
    pub(crate) fn among<'t>(&self, timetables: impl Iterator<Item = &'t Timetable<'t>>) -> Self {
        Key {
            listed: named(timetables).into_iter().cloned().collect(),
            ..self.clone()
        }
    }

    /// The person of this id. Two people with one initial make everybody A, B, C.
    pub(crate) fn person(&self, id: &Id, child: &Id) -> Option<Lettered> {
        let place = self.people.iter().position(|adult| adult.id == *id)?;
        let adult = &self.people[place];
        let tone = u32::try_from(place).ok()?;
        let word = self.words[place].as_deref();
        let called = word.unwrap_or(adult.called());
        Some(Lettered {
            at: adult.at.clone(),
            id: id.clone(),
            name: word.map_or_else(|| adult.called_with_surname(), str::to_owned),
            called: called.to_owned(),
            relationship: match word {
                Some(_) => None,
                None => adult.relationship.get(child).copied(),
            },
            letter: match self.by_initials {
                true => initial(called),
                false => char::from(b'A' + (tone % 26) as u8).to_string(),
            },
            tone,
        })
    }

    /// Everybody whom a calendar of this child lists.
    pub(crate) fn everybody(&self, child: &Id) -> Vec<Lettered> {
        let people = self.people.iter();
        people
            .filter(|adult| self.listed.contains(&adult.id))
            .filter_map(|adult| self.person(&adult.id, child))
            .collect()
    }
}

/// With whom some child is in these timetables.
fn named<'t>(timetables: impl Iterator<Item = &'t Timetable<'t>>) -> Vec<&'t Id> {
    let stretches = timetables.flat_map(|timetable| timetable.stretches());
    let with = stretches.filter_map(|stretch| match stretch.answer {
        Answer::With(claim) => Some(claim.adult),
        _ => None,
    });
    let mut named: Vec<&Id> = with.collect();
    named.sort();
    named.dedup();
    named
}

fn initial(called: &str) -> String {
    let first = called.chars().next();
    first.into_iter().flat_map(char::to_uppercase).collect()
}
