//! What words need besides the schedule they are composed from.

use crate::case::calendar::Holiday;
use crate::case::form::{Date, Id};

/// How words are turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Register {
    /// As a paragraph of an order has it: beside the person the time is spent with.
    Order,
    /// As parents speak of it.
    Plan,
    /// As a child is told: whole sentences, to the child.
    Child,
}

impl Register {
    /// Every register.
    pub const ALL: [Register; 3] = [Register::Order, Register::Plan, Register::Child];

    /// Its name in the keys of a locale.
    pub(super) fn word(self) -> &'static str {
        match self {
            Register::Order => "order",
            Register::Plan => "plan",
            Register::Child => "child",
        }
    }
}

/// What the words need besides the schedule.
pub struct Setting<'a> {
    /// For whom the words are.
    pub register: Register,
    /// The person the arrangement is about, whose time alone is told and who need not be
    /// named again; where there is none, everybody is named.
    pub with: Option<&'a Id>,
    /// Who has all other time, where the arrangement says so.
    pub otherwise: Option<&'a Id>,
    /// The first day on which it holds.
    pub from: Option<Date>,
    /// The first year in which a day or holiday comes, for a child.
    pub year: i16,
    /// The school holidays, in which a pattern of term time rests.
    pub holidays: &'a [Holiday],
    /// The child who reads it, in whose plan a birthday is `your birthday`.
    pub reader: Option<&'a Id>,
    /// What a person is called.
    pub name: &'a dyn Fn(&Id) -> String,
    /// Takes note of each phrase, by its key, that the words are put together from.
    pub asked: &'a dyn Fn(&str),
}

/// The locale has no such phrase, or has it with other places than it is filled with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaid {
    /// The key of the phrase.
    pub key: String,
}
