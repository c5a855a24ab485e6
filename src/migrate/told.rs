//! What is told of a file that was put in its new form.

use std::fmt;

use crate::diagnostics::Place;

/// One change, or one thing that was left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Where it stands in the file as it was.
    place: Option<Place>,
    words: String,
}

impl Told {
    pub(super) fn of(words: impl Into<String>) -> Self {
        let (place, words) = (None, words.into());
        Told { place, words }
    }

    pub(super) fn at(place: Place, words: impl Into<String>) -> Self {
        let (place, words) = (Some(place), words.into());
        Told { place, words }
    }
}

/// With its line, where it is about one.
impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Some(place) => write!(f, "line {}: {}", place.start().line, self.words),
            None => f.write_str(&self.words),
        }
    }
}
