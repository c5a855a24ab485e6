//! Who has something in which years, in words.

use crate::case::form::Id;
use crate::case::recurrence::YearRule;

use super::setting::Unsaid;
use super::speech::{Part, Speech};

/// Even years, or odd ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parity {
    Even,
    Odd,
}

/// A rule by years, each way in which one can be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Years<'a> {
    Every(&'a Id),
    Turns { even: &'a Id, odd: &'a Id },
    Only(Parity, &'a Id),
}

impl<'a> Years<'a> {
    /// What a rule means; nothing, where it names nobody.
    pub(super) fn of(rule: &'a YearRule) -> Option<Self> {
        let even = rule.even.as_ref().or(rule.every.as_ref());
        let odd = rule.odd.as_ref().or(rule.every.as_ref());
        match (even, odd) {
            (Some(even), Some(odd)) if even == odd => Some(Years::Every(even)),
            (Some(even), Some(odd)) => Some(Years::Turns { even, odd }),
            (Some(even), None) => Some(Years::Only(Parity::Even, even)),
            (None, Some(odd)) => Some(Years::Only(Parity::Odd, odd)),
            (None, None) => None,
        }
    }

    /// Whether the years differ.
    pub(super) fn differ(self) -> bool {
        !matches!(self, Years::Every(_))
    }
}

impl Parity {
    pub(super) fn of(year: i16) -> Self {
        match year % 2 {
            0 => Parity::Even,
            _ => Parity::Odd,
        }
    }

    pub(super) fn word(self) -> &'static str {
        match self {
            Parity::Even => "even",
            Parity::Odd => "odd",
        }
    }
}

impl Speech<'_> {
    /// Something with whoever has it. What every year has is said so of a day, and not of
    /// a holiday, whose name is that of one year (`yearly`).
    pub(super) fn in_years(
        &self,
        years: Years<'_>,
        what: &str,
        yearly: bool,
    ) -> Result<Part, Unsaid> {
        if self.is_for_a_child() {
            let clauses = vec![self.to_child(years, what, yearly)?];
            return Ok(Part { who: None, clauses });
        }
        let what = ("what", what);
        let (who, clause) = match years {
            Years::Every(person) if yearly => {
                (Some(person), self.fill("said.year.every", &[what])?)
            }
            Years::Every(person) => (Some(person), what.1.to_owned()),
            Years::Only(parity, person) => {
                let key = format!("said.year.{}", parity.word());
                (Some(person), self.fill(&key, &[what])?)
            }
            Years::Turns { even, odd } => {
                let (even, odd) = (self.name(even), self.name(odd));
                let places = [what, ("even", &even), ("odd", &odd)];
                (None, self.fill("said.year.turns", &places)?)
            }
        };
        Ok(Part {
            who: who.and_then(|person| self.unless_alone(person)),
            clauses: vec![clause],
        })
    }

    fn to_child(&self, years: Years<'_>, what: &str, yearly: bool) -> Result<String, Unsaid> {
        let what = ("what", what);
        let (even, even_next) = self.years(Parity::Even);
        let (odd, odd_next) = self.years(Parity::Odd);
        match years {
            Years::Every(person) => {
                let key = match yearly {
                    true => "said.child.every-year",
                    false => "said.child.with",
                };
                self.fill(key, &[("who", &self.name(person)), what])
            }
            Years::Only(parity, person) => {
                let (year, next) = match parity {
                    Parity::Even => (even, even_next),
                    Parity::Odd => (odd, odd_next),
                };
                let who = self.name(person);
                let places = [
                    ("who", who.as_str()),
                    what,
                    ("year", &year),
                    ("next", &next),
                ];
                self.fill("said.child.years", &places)
            }
            Years::Turns { even: a, odd: b } => {
                let (with_even, with_odd) = (self.name(a), self.name(b));
                let places = [
                    ("even", with_even.as_str()),
                    ("odd", &with_odd),
                    what,
                    ("even_year", &even),
                    ("even_next", &even_next),
                    ("odd_year", &odd),
                    ("odd_next", &odd_next),
                ];
                self.fill("said.child.turns", &places)
            }
        }
    }

    /// The first two years of this kind.
    fn years(&self, parity: Parity) -> (String, String) {
        let first = self.setting.year;
        let is_even = first % 2 == 0;
        let year = first + i16::from(is_even != (parity == Parity::Even));
        (year.to_string(), (year + 2).to_string())
    }
}
