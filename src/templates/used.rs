//! What took part in a render: the partials that were called, the phrases that were asked
//! for.
//!
//! A document is the same as long as these, its outline and its view are, and where it is
//! not, one of them says why.

use std::collections::BTreeSet;

/// The partials and phrases of one render, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Used {
    /// Partials that stand in files, without their ending.
    pub partials: BTreeSet<String>,
    /// Phrases by their keys. What grammar chooses among is named as a whole: `calendar.*`.
    pub phrases: BTreeSet<String>,
}

impl Used {
    /// Notes that a partial was called.
    pub(super) fn partial(&mut self, name: &str) {
        note(&mut self.partials, name);
    }

    /// Notes that a phrase, or a block of them, was asked for.
    pub(super) fn phrase(&mut self, key: &str) {
        note(&mut self.phrases, key);
    }

    /// Both together: a document in two languages is two renders.
    pub fn extend(&mut self, other: &Used) {
        self.partials.extend(other.partials.iter().cloned());
        self.phrases.extend(other.phrases.iter().cloned());
    }
}

/// A loop asks for the same again and again.
fn note(known: &mut BTreeSet<String>, name: &str) {
    if !known.contains(name) {
        known.insert(name.to_owned());
    }
}
