//! What is known about values inside a block: `{{#if note}}` makes `note` present
//! up to its `{{else}}`, and absent behind it.

use serde_json::Value;

use super::facts::{Fact, Known};
use super::scope::Subject;
use super::walk::Walk;

impl<'a> Walk<'a> {
    /// The fact, if the value stands anywhere in the view.
    pub(super) fn fact(&self, subject: &Subject<'a>, known: Known<'a>) -> Option<Fact<'a>> {
        let address = subject.address.clone()?;
        Some(Fact {
            address,
            known,
            depth: self.frames.len(),
        })
    }

    /// Whether a block around this place makes sure that the value is there.
    pub(super) fn is_known_present(&self, subject: &Subject<'a>) -> bool {
        self.facts_about(subject)
            .any(|fact| fact.known.is_present())
    }

    /// Whether the value holds, if a block around this place has decided it.
    pub(super) fn is_decided(&self, subject: &Subject<'a>) -> Option<bool> {
        self.facts_about(subject)
            .find_map(|fact| fact.known.holding())
    }

    /// The same, if it was decided in this very file.
    pub(super) fn is_decided_here(&self, subject: &Subject<'a>) -> Option<bool> {
        self.facts_here(subject)
            .find_map(|fact| fact.known.holding())
    }

    /// Whether the value equals a literal, if it was decided in this very file.
    pub(super) fn is_equal_here(&self, subject: &Subject<'a>, literal: &Value) -> Option<bool> {
        self.facts_here(subject)
            .find_map(|fact| fact.known.equality(literal))
    }

    fn facts_here(&self, subject: &Subject<'a>) -> impl Iterator<Item = &Fact<'a>> {
        let depth = self.frames.len();
        let facts = self.facts_about(subject);
        facts.filter(move |fact| fact.depth == depth)
    }

    fn facts_about(&self, subject: &Subject<'a>) -> impl Iterator<Item = &Fact<'a>> {
        let address = subject.address.as_ref();
        self.facts
            .iter()
            .filter(move |fact| address == Some(&fact.address))
    }

    /// Walks on with more known, and forgets it afterwards.
    pub(super) fn knowing(&mut self, facts: Vec<Fact<'a>>, walk: impl FnOnce(&mut Self)) {
        let before = self.facts.len();
        self.facts.extend(facts);
        walk(self);
        self.facts.truncate(before);
    }
}
