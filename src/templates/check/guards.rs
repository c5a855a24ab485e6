//! What is known about values inside a block: `{{#if note}}` makes `note` present
//! up to its `{{else}}`, and absent behind it.

use super::scope::{Step, Subject};
use super::walk::Walk;

/// Something known about one value of the view.
#[derive(Clone, Debug)]
pub(super) struct Fact<'a> {
    address: Vec<Step<'a>>,
    known: Known,
    /// How many partials deep it was learnt.
    depth: usize,
}

/// What a block can teach about a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// It is not `null`.
    Present,
    /// It is there, and neither `false` nor empty.
    Holds,
    /// It is absent, `false` or empty.
    Fails,
}

impl<'a> Walk<'a> {
    /// The fact, if the value stands anywhere in the view.
    pub(super) fn fact(&self, subject: &Subject<'a>, known: Known) -> Option<Fact<'a>> {
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
            .any(|fact| fact.known != Known::Fails)
    }

    /// Whether the value holds, if a block around this place has decided it.
    pub(super) fn is_decided(&self, subject: &Subject<'a>) -> Option<bool> {
        decision(self.facts_about(subject))
    }

    /// The same, if it was decided in this very file.
    pub(super) fn is_decided_here(&self, subject: &Subject<'a>) -> Option<bool> {
        let depth = self.frames.len();
        decision(self.facts_about(subject).filter(|fact| fact.depth == depth))
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

fn decision<'f, 'a: 'f>(mut facts: impl Iterator<Item = &'f Fact<'a>>) -> Option<bool> {
    facts
        .find(|fact| fact.known != Known::Present)
        .map(|fact| fact.known == Known::Holds)
}
