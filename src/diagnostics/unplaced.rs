//! What was found by the paths of a case rather than by lines.
//!
//! Rules, views and checks know values, and only whoever holds the file knows where they
//! stand: an [`Unplaced`] finding waits for its places, and [`Unplaced::locate`] gives
//! them.

use super::{Code, Diagnostic, Place, Pointer, Severity};

/// A finding about a typed case, before its places are looked up.
#[derive(Clone, Debug, PartialEq)]
pub struct Unplaced {
    /// What is wrong and what to do about it, with no place yet.
    pub finding: Diagnostic,
    /// The value it is about; where the file has no such value, the nearest block above.
    pub at: Pointer,
    /// Where the other half of a contradiction stands, and what it says.
    pub others: Vec<(Pointer, String)>,
}

impl Unplaced {
    /// A finding of this code about the value at `at`.
    pub fn new(code: &'static Code, at: Pointer, message: impl Into<String>) -> Self {
        Unplaced {
            finding: Diagnostic::new(code, message),
            at,
            others: Vec::new(),
        }
    }

    /// Draws up the finding with its lines and columns; by keys alone, where words are
    /// withheld, as a place in a text tells its length.
    pub fn locate(
        self,
        value: impl Fn(&Pointer) -> Place,
        key: impl Fn(&Pointer) -> Place,
    ) -> Diagnostic {
        let place = |at: &Pointer| match self.finding.withheld {
            true => key(at),
            false => value(at),
        };
        let located = self.finding.clone().at(place(&self.at));
        let others = self.others.into_iter();
        others.fold(located, |finding, (at, text)| {
            finding.label(place(&at), text)
        })
    }

    /// Names what stands at the place ("the joint session is on 3 March").
    pub fn caption(&mut self, text: impl Into<String>) -> &mut Self {
        self.finding.caption = text.into();
        self
    }

    /// Names what stands at another place ("but this one-to-one is on 10 March").
    pub fn but(&mut self, at: Pointer, text: impl Into<String>) -> &mut Self {
        self.others.push((at, text.into()));
        self
    }

    /// Says what to write or do instead; nothing, where there is nothing to say.
    pub fn help(&mut self, text: impl Into<String>) -> &mut Self {
        self.finding.help = Some(text.into()).filter(|text| !text.is_empty());
        self
    }

    /// Withholds the words it is about: they may reach nobody through a finding either.
    pub fn withhold(&mut self) -> &mut Self {
        self.finding.withheld = true;
        self
    }

    /// Gives the finding another weight than the code's own.
    pub fn weigh(&mut self, severity: Severity) -> &mut Self {
        self.finding.severity = severity;
        self
    }
}
