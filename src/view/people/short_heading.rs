//! The heading of a notice: the court, the number, and whose case it is by names alone.
//!
//! Whoever writes a notice about one adult needs no dates of birth for it and nobody's
//! representation, so that they are not in its view.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::person::Role;
use crate::case::proceedings::{Act, Proceedings};
use crate::diagnostics::Pointer;

use super::heading::{Court, printed};
use crate::view::draft::Draft;

/// The heading.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct ShortHeading {
    /// `case` in the case file.
    pub at: Pointer,
    /// The case number; sixteen digits stand in groups of four.
    pub number: String,
    /// Cafcass's own number for the family.
    pub cafcass_number: Option<String>,
    /// The court.
    pub court: Court,
    /// The statutes.
    pub act: Vec<Act>,
    /// Whether a transparency order is in force (FPR Practice Direction 12R).
    pub transparency_order: bool,
    /// The children, in the order of the file.
    pub children: Vec<String>,
    /// Whether there is one child, for the words that depend on it.
    pub one_child: bool,
    /// The parties, in the order of the file.
    pub parties: Vec<NamedParty>,
}

/// A party by name and place in the proceedings.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct NamedParty {
    /// The adult in the case file.
    pub at: Pointer,
    /// Title, all forenames and the surname.
    pub full_name: String,
    /// Applicant, respondent or another party.
    pub role: Role,
    /// First, second … of that role, from 1, where there are several.
    #[schemars(range(min = 1))]
    pub party_no: Option<u32>,
}

impl ShortHeading {
    pub(crate) fn of(draft: &Draft<'_>, proceedings: &Proceedings) -> Self {
        let people = &draft.case.people;
        let adults = people.adults.iter().enumerate();
        ShortHeading {
            at: Pointer::root().key("case"),
            number: printed(&proceedings.number),
            cafcass_number: proceedings.cafcass_number.as_ref().map(ToString::to_string),
            court: Court::of(draft, proceedings),
            act: proceedings.act.clone(),
            transparency_order: proceedings.transparency_order,
            children: people.children.iter().map(|c| c.full_name()).collect(),
            one_child: people.children.len() == 1,
            parties: adults
                .filter(|(_, adult)| adult.role.is_party())
                .map(|(index, adult)| NamedParty {
                    at: Pointer::root().key("people").key("adults").item(index),
                    full_name: adult.full_name(),
                    role: adult.role,
                    party_no: adult.party_no,
                })
                .collect(),
        }
    }
}
