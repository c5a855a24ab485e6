//! What can be known about a value of the view, and which of it cannot be known at once.

use serde_json::Value;

use super::scope::Step;

/// Something known about one value of the view.
#[derive(Clone, Debug)]
pub(super) struct Fact<'a> {
    pub(super) address: Vec<Step<'a>>,
    pub(super) known: Known<'a>,
    /// How many partials deep it was learnt.
    pub(super) depth: usize,
}

/// What a block can teach about a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known<'a> {
    /// It is not `null`.
    Present,
    /// It is there, and neither `false` nor empty.
    Holds,
    /// It is absent, `false` or empty.
    Fails,
    /// It is what the template wrote.
    Equals(&'a Value),
    /// It is anything else, or absent.
    Differs(&'a Value),
}

impl Known<'_> {
    /// Whether the value is not `null`.
    pub(super) fn is_present(self) -> bool {
        matches!(self, Known::Present | Known::Holds | Known::Equals(_))
    }

    /// Whether the value holds, where this says so.
    pub(super) fn holding(self) -> Option<bool> {
        match self {
            Known::Holds => Some(true),
            Known::Fails => Some(false),
            _ => None,
        }
    }

    /// Whether the value equals a literal, where this says so.
    pub(super) fn equality(self, literal: &Value) -> Option<bool> {
        match self {
            Known::Equals(known) => Some(known == literal),
            Known::Differs(known) if known == literal => Some(false),
            _ => None,
        }
    }

    /// Whether both cannot be known of one value.
    fn contradicts(self, other: Self) -> bool {
        match other {
            Known::Equals(literal) => self.equality(literal) == Some(false),
            Known::Differs(literal) => self == Known::Equals(literal),
            _ => self
                .holding()
                .is_some_and(|holds| other.holding() == Some(!holds)),
        }
    }
}

/// Whether facts that are to hold at once never do.
pub(super) fn contradict(facts: &[Fact<'_>]) -> bool {
    let pairs = facts.iter().enumerate();
    let mut pairs = pairs.flat_map(|(at, fact)| facts[..at].iter().map(move |other| (fact, other)));
    pairs.any(|(one, other)| one.address == other.address && one.known.contradicts(other.known))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn fact<'a>(name: &'a str, known: Known<'a>) -> Fact<'a> {
        Fact {
            address: vec![Step::Field(name)],
            known,
            depth: 1,
        }
    }

    #[test]
    fn a_value_is_not_two_things_at_once() {
        let [one, other] = [json!("home"), json!("school")];
        let both = |first, second| contradict(&[fact("kind", first), fact("kind", second)]);
        assert!(both(Known::Equals(&one), Known::Equals(&other)));
        assert!(both(Known::Equals(&one), Known::Differs(&one)));
        assert!(both(Known::Differs(&one), Known::Equals(&one)));
        assert!(both(Known::Holds, Known::Fails));
        assert!(!both(Known::Equals(&one), Known::Equals(&one)));
        assert!(!both(Known::Equals(&one), Known::Differs(&other)));
        assert!(!both(Known::Differs(&one), Known::Differs(&other)));
        assert!(!both(Known::Present, Known::Holds));
        let elsewhere = [
            fact("kind", Known::Equals(&one)),
            fact("role", Known::Equals(&other)),
        ];
        assert!(!contradict(&elsewhere));
    }
}
